"""Frames: the article's four and four, every line once, nothing before what it needs."""

import random

from kuroaka.graph import Graph, build, columns, steps
from tests.each import each
from tests.expressions import program
from tests.graph.test_build import SIGMOID


def said(graph: Graph) -> list[tuple[str, list[str]]]:
    return [
        (step.direction, [graph.operations[node] or graph.kinds[node] for node in step.nodes]) for step in steps(graph)
    ]


def test_the_sigmoid_plays_in_the_frames_of_the_article() -> None:
    assert said(build(SIGMOID)) == [
        ("forward", ["mul"]),
        ("forward", ["pow", "exp"]),
        ("forward", ["add"]),
        ("forward", ["div"]),
        ("backward", ["div"]),
        ("backward", ["branch", "add"]),
        ("backward", ["pow", "exp"]),
        ("backward", ["branch", "mul"]),
    ]


def test_columns_are_the_frames() -> None:
    graph = build(SIGMOID)
    placed = columns(graph)
    for number, step in enumerate(steps(graph)[:4], start=1):
        assert {placed[node] for node in step.nodes} == {number}


def test_a_single_leaf_has_one_frame_each_way() -> None:
    assert said(build("x")) == [("forward", ["variable"]), ("backward", ["variable"])]
    assert [step.beats for step in steps(build("3"))] == [((0,),), ()]


@each(range(60))
def test_every_line_is_drawn_once_and_never_too_early(seed: int) -> None:
    graph = build(program(random.Random(seed), 15))
    output_line = len(graph.edges)
    drawn: dict[str, list[int]] = {"forward": [], "backward": []}
    for step in steps(graph):
        for beat in step.beats:
            for line in beat:
                if step.direction == "forward":
                    needed = graph.arrivals[graph.output if line == output_line else graph.edges[line].source]
                else:
                    needed = () if line == output_line else graph.consumers[graph.edges[line].target] or (output_line,)
                    needed = tuple(n for n in needed if n == output_line or graph.differentiable[graph.edges[n].source])
                assert set(needed) <= set(drawn[step.direction])
            drawn[step.direction] += beat
    assert sorted(drawn["forward"]) == [*range(output_line + 1)]
    assert sorted(drawn["backward"]) == [
        line for line, edge in enumerate(graph.edges) if graph.differentiable[edge.source]
    ] + [output_line]
