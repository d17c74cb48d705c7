"""What labels say, on any graph, parses back to the number: as text and as LaTeX."""

import math
import random
from functools import cache

import pytest

from kuroaka.formulas import latex, name_math, symbols
from kuroaka.graph import Evaluation, Graph, build, evaluate
from kuroaka.language import UNLIMITED, Spelling
from kuroaka.operations import OPERATIONS, Math
from tests.contract.graphs import expression
from tests.expressions import point, program


def named_values(graph: Graph, values: dict[str, float]) -> dict[str, float]:
    """Numbers for every name a label may hold: variables, E, v_i and g_i."""
    result = evaluate(graph, values)
    names = {**result.point, "E": 1.0}
    for node in range(len(graph)):
        names[f"v_{node}"] = result.passes.values[node]
        adjoint = result.passes.adjoints[node]
        if adjoint is not None:
            names[f"g_{node}"] = adjoint
    return names


@pytest.mark.parametrize("block", [*range(2), *(pytest.param(block, marks=pytest.mark.slow) for block in range(2, 20))])
def test_every_label_parses_back_to_its_number(block: int) -> None:
    for seed in range(100 * block, 100 * block + 100):
        assert_labels_parse_back(seed)


def assert_labels_parse_back(seed: int) -> None:
    rng = random.Random(seed)
    graph = build(program(rng, 14))
    values = {name: value for name, value in point(rng).items() if name in graph.leaves}
    result, labels = evaluate(graph, values), symbols(graph)
    names = named_values(graph, values)
    pairs = [
        *zip(labels.values, result.passes.values, strict=True),
        *zip(labels.adjoints, result.passes.adjoints, strict=True),
        *zip(labels.contributions, result.passes.contributions, strict=True),
    ]
    if not all(map(math.isfinite, [number for _, number in pairs if number is not None])):
        return
    scale = max(abs(number) for _, number in pairs if number is not None)

    @cache  # many lines have the same words
    def value_of(written: str, spelling: Spelling) -> float:
        parsed = build(written, limits=UNLIMITED, spelling=spelling)
        return evaluate(parsed, {name: names[name] for name in parsed.leaves}).value

    for label, number in pairs:
        assert (label is None) == (number is None)
        if label is None or number is None:
            continue
        for one in (label, *([label.means] if label.means else [])):
            assert "+ -" not in one.text
            assert "- -" not in one.text
            assert is_told_apart(one.math), one.latex
            for written, spelling in ((one.text, "text"), (one.latex, "latex")):
                got = value_of(written, spelling)
                if math.isnan(got) and zero_to_a_power(result):
                    continue  # the formula is 0^y*ln(0), the number its limit
                assert math.isclose(got, number, rel_tol=1e-9, abs_tol=1e-11 * scale), written


def is_told_apart(tree: Math) -> bool:
    """Whether no function without brackets stands before another factor: log x z would be log(x z)."""
    if isinstance(tree, str):
        return True
    construct, *parts = tree
    functions = [part[0] == "of" for part in parts]
    return (construct != "times" or functions == sorted(functions)) and all(map(is_told_apart, parts))


def zero_to_a_power(result: Evaluation) -> bool:
    graph, values = result.graph, result.passes.values
    return any(name == "pow" and values[graph.inputs[node][0]] == 0 for node, name in enumerate(graph.operations))


def test_a_function_before_another_factor_is_seen() -> None:
    assert is_told_apart(("times", "z", ("of", "log", "x")))
    assert not is_told_apart(("row", "−", ("times", ("of", "log", "x"), "z")))


def rewritten(name: str) -> str:
    """A name as LaTeX sets it: the letter for its word."""
    return latex(name_math(name))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_what_an_operation_says_is_read_in_latex(name: str) -> None:
    written = expression(name)
    for typed in (written, f"y*(1 + {written})^2*exp({written})", f"sqrt({written})*ln(4 + y)"):
        graph = build(typed)
        values = {"y": 1.3, **dict(zip(OPERATIONS[name].arguments, OPERATIONS[name].samples[-1], strict=True))}
        values = {leaf: values[leaf] for leaf in graph.leaves}
        names, passes, labels = named_values(graph, values), evaluate(graph, values).passes, symbols(graph)
        for label, number in [
            *zip(labels.values, passes.values, strict=True),
            *zip(labels.adjoints, passes.adjoints, strict=True),
            *zip(labels.contributions, passes.contributions, strict=True),
        ]:
            if label is not None and number is not None and math.isfinite(number):
                read = build(label.latex, limits=UNLIMITED, spelling="latex")
                got = evaluate(read, {leaf: names[leaf] for leaf in read.leaves}).value
                assert got == pytest.approx(number, rel=1e-9, abs=1e-12), label.latex


@pytest.mark.parametrize("words", [("ε", "epsilon"), ("θ", "vartheta"), ("φ", "phi"), ("Γ", "Delta")])
def test_greek_letters_and_their_variants_are_read_back(words: tuple[str, str]) -> None:
    one, other = words
    label = symbols(build(f"{one}/{other}^2", spelling="text")).values[-1]
    values = {one: 3.0, other: 2.0}
    read = build(label.text, spelling="text")
    assert evaluate(read, {leaf: values.get(leaf, 2.0) for leaf in read.leaves}).value == 0.75
    by_letter = {rewritten(word): value for word, value in zip(read.leaves, (3.0, 2.0), strict=True)}
    read = build(label.latex, spelling="latex")
    assert evaluate(read, {leaf: by_letter[rewritten(leaf)] for leaf in read.leaves}).value == 0.75


@pytest.mark.parametrize("typed", [r"\epsilon/\varepsilon^2", r"\theta/\vartheta^2", r"\phi/\varphi^2"])
def test_both_variants_typed_in_latex_are_read_back_in_latex(typed: str) -> None:
    graph = build(typed, spelling="latex")
    read = build(symbols(graph).values[-1].latex, spelling="latex")
    assert [*read.leaves] == [*graph.leaves]
    assert evaluate(read, dict(zip(read.leaves, (3.0, 2.0), strict=True))).value == 0.75
