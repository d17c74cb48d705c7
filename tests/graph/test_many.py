"""Sums and maxima of many: one circle, and the numbers of the chain it stands for."""

import random

import pytest

from kuroaka.formulas import symbols
from kuroaka.graph import Tape, build, evaluate, steps, write
from kuroaka.graph.graph import Graph

NAMES = ("a", "b", "c", "d", "f_1", "x", "y")


def operations(text: str) -> list[str]:
    return [name for name in build(text).operations if name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a + b", ["add"]),
        ("a - b", ["sub"]),
        ("a + b + c", ["add:+++"]),
        ("a - b + c - d", ["add:+-+-"]),
        ("-a + b - c", ["neg", "add:++-"]),
        ("(a + b) + c", ["add", "add"]),
        (r"\left(a + b\right) + c", ["add", "add"]),
        ("a + (b + c)", ["add", "add"]),
        ("(a + b + c) + d + 1", ["add:+++", "add:+++"]),
        ("h = a + b; h + c + d", ["add", "add:+++"]),
        ("h = a + b + c; h*h", ["add:+++", "mul"]),
        ("g(x) = x + 1; g(a) + b + c", ["add", "add:+++"]),
        ("sum(x_i, i, 1, 4)", ["add:++++"]),
        ("max(a, b, c)", ["max:+++"]),
        ("min(a, b)", ["min"]),
    ],
)
def test_which_sums_are_one_circle(text: str, found: list[str]) -> None:
    assert operations(text) == found


def chain(graph: Graph) -> Graph:
    """The same with a circle for every two."""
    tape, place = Tape(), list[int]()
    for node, (kind, operation, name) in enumerate(zip(graph.kinds, graph.operations, graph.names, strict=True)):
        inputs = [place[source] for source in graph.inputs[node]]
        if kind == "variable":
            place.append(tape.variable(name))
        elif kind == "branch":
            place += inputs
        elif kind == "constant":
            place.append(tape.constant(graph.numbers[node] or 0.0))
        else:
            word, _, signs = operation.partition(":")
            made = inputs[0]
            for one, sign in zip(inputs[1:], signs[1:] or "+", strict=True):
                made = tape.call("sub" if sign == "-" else word, made, one)
                tape.close(made)
            place.append(made)
    return tape.graph(place[graph.output])


@pytest.mark.parametrize("seed", range(100))
def test_the_numbers_are_those_of_the_chain(seed: int) -> None:
    chance = random.Random(seed)
    terms = [
        chance.choice((*NAMES, "x*y", "2", "max(a, b, x)", "min(c, d, y, a)")) for _ in range(chance.randint(3, 9))
    ]
    text = terms[0] + "".join(chance.choice((" + ", " - ")) + term for term in terms[1:])
    graph = build(text)
    point = {name: chance.choice((1e16, 0.1, -0.3, 1e-9, 7.0)) * chance.random() for name in graph.leaves}
    plain = chain(graph)
    assert sum(":" in name for name in graph.operations) >= 1
    assert not any(":" in name for name in plain.operations)
    whole, parts = evaluate(graph, point), evaluate(plain, point)
    assert whole.value == parts.value
    largest = max(abs(one) for one in parts.passes.contributions if one is not None)
    for name, gradient in parts.gradients.items():  # at a dot they are added in another order
        assert whole.gradients[name] == pytest.approx(gradient, rel=1e-13, abs=1e-15 * largest)


def test_what_is_written_is_read_as_the_same() -> None:
    for text in ("a - b + c - d", "(a + b) + c", "a + (b - c) + d", "(a - b - c)*d + x + y", "max(a, b, c) - x - y"):
        graph = build(text)
        written = write(graph)
        assert build(written.text).operations == written.operations
        assert sorted(filter(None, graph.operations)) == sorted(filter(None, written.operations))


def test_an_opened_inside_keeps_its_own_sums() -> None:
    assert operations("(a + b) + sigmoid(x)") == ["add", "sigmoid", "add"]
    opened = build("(a + b) + sigmoid(x) + 1", opened=["sigmoid"])
    assert [name for name in opened.operations if name] == ["add", "neg", "exp", "add", "div", "add:+++"]


def test_a_sum_of_many_is_one_step_and_sends_the_same_to_each() -> None:
    graph = build("a + b - c + d")
    assert len(steps(graph)) == 2
    labels = symbols(graph)
    assert [label and label.text for label in labels.contributions] == ["E", "E", "-E", "E", "E"]
    assert labels.values[-1].text == "a + b - c + d"
    assert symbols(build("max(a, b, c)")).values[-1].text == "max(a, b, c)"
