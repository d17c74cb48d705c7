"""What the bench counts as a crossing."""

from kuroaka.figure.layout.crossings import Zones
from kuroaka.figure.layout.order import arrange
from kuroaka.graph import build
from tests.benchmarks.layout_graphs import tangle
from tests.benchmarks.layouts import crossings, ours


def test_lines_cross_in_their_middles_not_where_they_meet() -> None:
    down, up = [(0.0, 0.0), (10.0, 10.0)], [(0.0, 10.0), (4.0, 7.0), (10.0, 0.0)]
    assert crossings([down, up]) == 1
    assert crossings([down, [(0.0, 0.0), (10.0, 5.0)]]) == 0
    assert crossings([down, [(10.0, 10.0), (20.0, 0.0)]]) == 0


def test_our_finished_lines_cross_as_often_as_our_order_says() -> None:
    graph = build(tangle(2, 28))
    tracks, order = arrange(graph)
    assert crossings(ours(graph)) == Zones(tracks).crossings(order) > 0
