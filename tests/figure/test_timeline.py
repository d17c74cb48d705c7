"""Times follow the steps: nothing before what it depends on, and frames complete in order."""

from itertools import pairwise

import pytest

from kuroaka.figure.drawing.timeline import BEAT, PAUSE, TURN, lay_in_time
from kuroaka.graph import Graph, build, steps
from tests.each import each
from tests.figure.drawings import ARTICLE, SIGMOID, random_graph

GRAPHS = [*map(build, ARTICLE.values()), *map(random_graph, range(40))]


def test_the_sigmoid_figure_has_nine_frames_and_fits_in_a_quarter_of_a_minute() -> None:
    graph = build(SIGMOID)
    timeline = lay_in_time(steps(graph), len(graph.edges) + 1)
    assert len(timeline.frames) == 9
    assert timeline.frames[0] == 0
    assert timeline.duration == pytest.approx(timeline.frames[-1] + PAUSE)
    assert timeline.duration < 20


@each(GRAPHS)
def test_a_line_is_never_drawn_before_what_it_depends_on(graph: Graph) -> None:
    timeline = lay_in_time(steps(graph), len(graph.edges) + 1)
    out = len(graph.edges)

    def span(when: tuple[int, int] | None) -> tuple[float, float]:
        assert when
        return timeline.beats[when[1]]

    for line in range(out + 1):
        source = graph.output if line == out else graph.edges[line].source
        for arriving in graph.arrivals[source]:
            assert span(timeline.forward[arriving])[1] <= span(timeline.forward[line])[0]
        if timeline.backward[line] and line != out:
            leaving = graph.consumers[graph.edges[line].target] or (out,)
            for after in leaving:
                assert span(timeline.backward[after])[1] <= span(timeline.backward[line])[0]


@each(GRAPHS)
def test_beats_and_frames_only_go_on(graph: Graph) -> None:
    timeline = lay_in_time(steps(graph), len(graph.edges) + 1)
    assert all(end == pytest.approx(begin + BEAT) for begin, end in timeline.beats)
    assert all(before[1] <= after[0] for before, after in pairwise(timeline.beats))
    assert all(before < after for before, after in pairwise(timeline.frames))
    for when in (*timeline.forward, *timeline.backward):
        if when:
            frame, beat = when
            assert timeline.frames[frame - 1] < timeline.beats[beat][0]
            assert timeline.beats[beat][1] <= timeline.frames[frame]


@each(GRAPHS)
def test_forward_is_over_before_backward_begins(graph: Graph) -> None:
    timeline = lay_in_time(steps(graph), len(graph.edges) + 1)
    forward = max(timeline.beats[when[1]][1] for when in timeline.forward if when)
    backward = [timeline.beats[when[1]][0] for when in timeline.backward if when]
    assert not backward or min(backward) == pytest.approx(forward + TURN)


@each(GRAPHS)
def test_every_line_is_drawn_once_and_red_only_where_gradient_flows(graph: Graph) -> None:
    timeline = lay_in_time(steps(graph), len(graph.edges) + 1)
    assert all(timeline.forward)
    for line, edge in enumerate(graph.edges):
        assert (timeline.backward[line] is not None) == graph.differentiable[edge.source]
