"""What is read in one loop, against the rules, which read the same in it."""

import random

import pytest

from kuroaka.language import LIMITS, ExpressionProblem, reader
from kuroaka.operations import functions
from tests.language.test_fuzz import mutated
from tests.language.test_latex import ARTICLE, MORE
from tests.language.test_problems import REFUSED

SEEDS = [*(text for text, *_ in REFUSED), *(text for text, _ in (*ARTICLE, *MORE))]
TEXTS = [*SEEDS, *(mutated(random.Random(seed), random.Random(seed).choice(SEEDS)) for seed in range(2000))]


def _read(text: str, *, latex: bool) -> object:
    try:
        return reader.read(text, LIMITS, functions(), latex=latex)
    except ExpressionProblem as problem:
        return problem.code, problem.span, problem.parts


@pytest.mark.parametrize("latex", [False, True])
def test_ordinary_pieces_are_read_as_the_rules_read_them(latex: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [_read(text, latex=latex) for text in TEXTS]
    monkeypatch.setattr(reader, "read_ordinary", lambda _: None)
    for text, found in zip(TEXTS, quick, strict=True):
        assert _read(text, latex=latex) == found, text


@pytest.mark.parametrize(
    ("text", "latex"), [("1/(1 + exp(-x))", False), ("(a + b)*w_1 - x^2", False), ("(w_0 + x)y_12", True)]
)
def test_ordinary_texts_need_no_rule(text: str, latex: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def step(reading: object) -> None:
        raise AssertionError(reading)

    monkeypatch.setattr(reader._Reader, "step", step)
    assert reader.read(text, LIMITS, functions(), latex=latex)
