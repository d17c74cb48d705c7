"""Several outputs: gradients add what comes from all, whatever is asked of the graph."""

import random

import pytest

from kuroaka.formulas import symbols
from kuroaka.graph import Graph, Tape, build, evaluate, fold, steps, transcript, write
from kuroaka.graph.graph import OUTSIDE
from kuroaka.language import NameProblem
from tests.expressions import expression, point

NAMES = ("u", "v", "t")


def drawn(seed: int) -> tuple[str, dict[str, float]]:
    """Lines that use those before them, each an output, and the seeds of some."""
    rng = random.Random(seed)
    lines, known = [], list[str]()
    for name in NAMES:
        begins = f"{rng.choice(known)} + " if known and rng.random() < 0.7 else ""
        lines.append(f"{name} = {begins}{expression(rng, 5)}")
        known.append(name)
    return "; ".join(lines), {name: rng.uniform(-2, 2) for name in NAMES if rng.random() < 0.7}


@pytest.mark.parametrize("seed", range(80))
def test_gradients_are_the_sum_of_those_of_each_output(seed: int) -> None:
    text, seeds = drawn(seed)
    at = {name: value for name, value in point(random.Random(seed)).items() if name in build(text, NAMES).leaves}
    result = evaluate(build(text, output=NAMES), at, seed=0.5, seeds=seeds)
    alone = {name: evaluate(build(text, output=name), at) for name in NAMES}
    assert result.values == pytest.approx([alone[name].value for name in NAMES], rel=0, abs=0, nan_ok=True)
    for name, gradient in result.gradients.items():
        parts = [seeds.get(output, 0.5) * alone[output].gradients.get(name, 0.0) for output in NAMES]
        assert gradient == pytest.approx(sum(parts), rel=1e-9, abs=1e-12 + 1e-12 * sum(map(abs, parts)), nan_ok=True)


@pytest.mark.parametrize("seed", range(40))
def test_every_line_is_drawn_once_and_never_too_early(seed: int) -> None:
    text, _ = drawn(seed)
    for graph in (build(text, output=NAMES), fold(build(text, output=NAMES), ["u"]).graph):
        seen: dict[str, list[int]] = {"forward": [], "backward": []}
        for step in steps(graph):
            for beat in step.beats:
                for line in beat:
                    source, target, _ = graph.lines[line]
                    needed = graph.arrivals[source] if step.direction == "forward" else ()
                    if step.direction == "backward" and target != OUTSIDE:
                        needed = graph.consumers[target]
                    assert set(needed) <= set(seen[step.direction])
                seen[step.direction] += beat
        assert sorted(seen["forward"]) == [*range(len(graph.lines))]
        red = [line for line, (source, *_) in enumerate(graph.lines) if graph.differentiable[source]]
        assert sorted(seen["backward"]) == red


@pytest.mark.parametrize("seed", range(40))
def test_a_written_text_with_its_outputs_is_the_same_graph(seed: int) -> None:
    graph = build(drawn(seed)[0], output=NAMES)
    written = write(graph)
    again = build(written.text, output=written.output_names)
    at = point(random.Random(seed))
    at = {name: number for name, number in at.items() if name in graph.leaves}
    assert evaluate(again, at).values == pytest.approx(evaluate(graph, at).values, rel=0, abs=0, nan_ok=True)
    assert evaluate(again, at).gradients == pytest.approx(evaluate(graph, at).gradients, rel=1e-9, nan_ok=True)


def test_labels_have_a_letter_for_each_seed() -> None:
    labels = symbols(build("y_1 = x*w; y_2 = x + w", output=["y_1", "y_2"]))
    assert labels.seeds == ("E_1", "E_2")
    assert [label and label.text for label in labels.contributions[-2:]] == ["E_1", "E_2"]
    assert labels.adjoints[0] is not None
    assert labels.adjoints[0].text == "E_1*w + E_2"
    assert symbols(build("y_1 = E_2; y_2 = x", output=["y_1", "y_2"])).seeds == ("E_1'", "E_2'")


def test_an_output_that_is_used_branches() -> None:
    graph = build("h = sin(x); y = h^2", output=["y", "h"])
    assert [graph.kinds[output] for output in graph.outputs] == ["operation", "branch"]
    result = evaluate(graph, {"x": 1}, seeds={"y": 0})
    assert result.gradients["x"] == pytest.approx(0.5403023058681398)
    assert len(build("h = sin(x); y = h", output=["y", "h"]).outputs) == 2


def test_a_tape_names_the_outputs_that_have_no_name() -> None:
    tape = Tape()
    x = tape.variable("x")
    graph = tape.graph(tape.call("sin", x), tape.call("cos", x), x)
    assert (graph.text, graph.output_names) == ("y_1 = sin(x); y_2 = cos(x); y_3 = x", ("y_1", "y_2", "y_3"))
    assert isinstance(graph, Graph)


def test_a_derivative_is_that_of_the_sum() -> None:
    assert transcript(build("u = x^2; v = 3*x", output=["u", "v"]), "x").text == "3 + 2*x"


def test_names_that_are_no_output_are_refused() -> None:
    with pytest.raises(NameProblem) as raised:
        evaluate(build("u = x; v = 2*x", output=["u", "v"]), seeds={"x": 1})
    assert raised.value.code == "unknown-seed"
    with pytest.raises(NameProblem):
        build("u = x; v = 2*x", output=["u", "w"])


def test_lines_that_lead_nowhere_are_offered_as_outputs() -> None:
    (notice,) = build("y_1 = x^2; y_2 = 3*x").notices
    assert (notice.code, notice.parts["outputs"]) == ("free-line", "y_1,y_2")
    assert build("y_1 = x^2; y_2 = 3*x", output=["y_1", "y_2"]).notices == ()
    assert [notice.code for notice in build("y_1 = x^2; 3*x").notices] == ["unused-line"]
