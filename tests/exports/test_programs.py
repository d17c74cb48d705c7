"""Every exported program is run and prints our numbers: the whole table, kinks, the article, hostile text."""

import importlib.util
import math
import random
from collections.abc import Sequence

import pytest

from kuroaka.exports import FORMATS
from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.language import NameProblem
from kuroaka.operations import OPERATIONS
from kuroaka.words import LANGUAGES, Language, say
from tests.exports.programs import ARTICLE, at, ours, run
from tests.expressions import point, program
from tests.operations.test_table import FAR, JUMPS, KINKS, UNDEFINED
from tests.scenes import scene

TABLE = [at(name, sample, 1.5) for name, operation in OPERATIONS.items() for sample in operation.samples]
INSIDE = [
    evaluate(build(result.graph.text, opened=[name]), result.point)
    for name, operation in OPERATIONS.items()
    for result in (at(name, operation.samples[0]),)
]
LITERALS = [
    evaluate(build(text))
    for text in ("1/0 + x", "x*(-8)^(1/3)", "x - 10^400", "x*ln(-1)", "x + abs(-3)/0", "max(1, 2)/0 - x", "x*0^-1")
]
AT_KINKS = [at(name, sample) for name, sample, _, _ in KINKS]
FAR_OUT = [at(name, sample) for name, sample in [*((name, sample) for name, sample, _ in (*FAR, *JUMPS)), *UNDEFINED]]

FRAMEWORKS = [
    pytest.param(
        name,
        marks=[
            pytest.mark.slow,
            pytest.mark.skipif(importlib.util.find_spec(module) is None, reason=f"{module} is not installed"),
        ],
    )
    for name, module in (("pytorch", "torch"), ("jax", "jax"))
]


def same(printed: Sequence[float], result: Evaluation, relative: float = 1e-12, absolute: float = 0.0) -> bool:
    """Whether a program printed our numbers, infinities and NaN included. Where we have no slope because there is no
    value, a program has what its rule gives."""
    undefined = math.isnan(result.value)
    return len(printed) == len(ours(result)) and all(
        one == other
        or (math.isnan(other) and (undefined or math.isnan(one)))
        or math.isclose(one, other, rel_tol=relative, abs_tol=absolute)
        for one, other in zip(printed, ours(result), strict=True)
    )


def assert_same(name: str, evaluations: Sequence[Evaluation], relative: float = 1e-12, absolute: float = 0.0) -> None:
    programs = [FORMATS[name].write(scene(result)) for result in evaluations]
    for result, printed, source in zip(evaluations, run(programs), programs, strict=True):
        assert same(printed, result, relative, absolute), (source, printed, ours(result))


@pytest.mark.parametrize(
    "evaluations",
    [TABLE, INSIDE, ARTICLE, LITERALS, AT_KINKS, FAR_OUT],
    ids=["table", "inside", "article", "literals", "kinks", "far"],
)
def test_numpy(evaluations: list[Evaluation]) -> None:
    assert_same("python", evaluations)


def test_numpy_on_random_graphs() -> None:
    results = []
    for seed in range(300):
        rng = random.Random(seed)
        graph = build(program(rng, 9), output=["n", "m"] if seed % 3 == 0 else ())
        result = evaluate(graph, {name: value for name, value in point(rng).items() if name in graph.leaves})
        if all(math.isfinite(number) for number in ours(result)):
            results.append(result)
    assert len(results) > 150
    assert_same("python", results, relative=1e-9, absolute=1e-12)  # sums that cancel lose digits in either


@pytest.mark.parametrize("name", FRAMEWORKS)
@pytest.mark.parametrize(
    "evaluations", [TABLE, INSIDE, ARTICLE, LITERALS], ids=["table", "inside", "article", "literals"]
)
def test_frameworks(name: str, evaluations: list[Evaluation]) -> None:
    assert_same(name, evaluations, absolute=1e-12)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_another_convention_at_a_kink_is_said(name: str) -> None:
    programs = [FORMATS[name].write(scene(result)) for result in AT_KINKS]
    said = {say(f"export.jax-{operation}") for operation in ("abs", "pow")}
    for result, printed, source in zip(AT_KINKS, run(programs), programs, strict=True):
        assert same(printed, result) or any(sentence in source for sentence in said), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_is_in_the_asked_language(language: Language) -> None:
    program = FORMATS["python"].write(scene(ARTICLE[0], lang=language))
    assert say("export.gradient", language, name="x") in program


def test_a_function_that_nobody_defined_has_no_program() -> None:
    for name in ("python", "pytorch", "jax"):
        with pytest.raises(NameProblem) as caught:
            FORMATS[name].write(scene(evaluate(build("z = f(x, y)"))))
        assert caught.value.code == "no-program"
    assert "def" in FORMATS["python"].write(scene(evaluate(build("f(x) = sigmoid(x); f(h_{t-1}*りんご)"))))
