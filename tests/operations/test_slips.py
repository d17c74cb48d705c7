"""The slips of the table: wrong rules that are wrong, each with its sentence in every language."""

import pytest

from kuroaka.operations import FLOATS, GENERAL, OPERATIONS, Operation, apply, contribution, run, slip_names
from kuroaka.words import LANGUAGES, catalogue

UPSTREAM = 2.5
SLIPPED = [operation for operation in OPERATIONS.values() if operation.slips]


def differs(operation: Operation, position: int, text: str) -> bool:
    """Whether a rule gives another number than the right one at one of the samples."""
    for sample in operation.samples:
        z = apply(operation, FLOATS, *sample)
        names = {"E": UPSTREAM, "z": z, **dict(zip(operation.arguments, sample, strict=True))}
        right = contribution(operation, FLOATS, position, UPSTREAM, z, sample)
        wrong = run(text, FLOATS, names)
        if abs(wrong - right) > 1e-6 * max(abs(wrong), abs(right)):
            return True
    return False


@pytest.mark.parametrize("operation", SLIPPED, ids=lambda operation: operation.name)
def test_a_slip_is_wrong_and_no_other_slip(operation: Operation) -> None:
    assert len({name for name, *_ in operation.slips}) == len(operation.slips)
    assert len({tuple(rules) for _, *rules in operation.slips}) == len(operation.slips)
    for name, *rules in operation.slips:
        assert name not in dict(GENERAL)
        assert len(rules) == len(operation.arguments)
        assert any(rules)
        for position, text in enumerate(rules):
            assert not text or differs(operation, position, text), (name, position)


def test_every_slip_has_a_sentence_and_every_sentence_a_slip() -> None:
    for language in LANGUAGES:
        keys = [key for key in catalogue(language) if key.startswith("slip.")]
        assert sorted(keys) == sorted(f"slip.{name}" for name in slip_names())
    assert len(set(slip_names())) == len(slip_names())


def test_a_slip_of_many_is_that_of_its_pairs() -> None:
    assert OPERATIONS["add:++-"].slips == (("sign", "", "", "E"),)
    assert OPERATIONS["add:+++"].slips == ()
    assert OPERATIONS["max:+++"].slips == (("both", "E", "E", "E"),)
