"""Crossings are counted rightly, and tracks find places with few of them: against the plain definition."""

import random
from collections.abc import Sequence
from itertools import combinations, pairwise
from unittest.mock import Mock

import pytest

from kuroaka.figure.layout.crossings import Zones
from kuroaka.figure.layout.order import arrange, order_tracks
from kuroaka.figure.layout.sift import _Sifting, sift
from kuroaka.figure.layout.tracks import Tracks, lay_tracks
from kuroaka.graph import build
from tests.benchmarks.layout_graphs import tangle
from tests.each import each
from tests.figure.drawings import random_graph

TRACKS = [lay_tracks(random_graph(seed)) for seed in (3, 9, 12, 19, 21, 30, 48, 61)]


def begins(tracks: Tracks, track: int) -> int:
    """A leaf among circles counts as there from the gap in front of them."""
    start = tracks.start[track]
    return start if tracks.operands[track] or start - 1 in tracks.dots else start - 1


def crossing_ties(tracks: Tracks, order: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Pairs of ties across a gap that change sides, gap by gap: where they begin and end."""
    rank = {track: place for place, track in enumerate(order)}
    found = []
    for station in range(tracks.stations):
        ties = [(a, b) for a, (b, _) in enumerate(tracks.into) if b >= 0 and tracks.end[a] == station]
        ties += [(a, b) for a, fan in enumerate(tracks.fans) if tracks.end[a] == station for b in fan]
        if ties:
            ties += [(a, a) for a in range(len(tracks)) if begins(tracks, a) <= station < tracks.end[a]]
        for (a, b), (c, d) in combinations(ties, 2):
            if (rank[a] - rank[c]) * (rank[b] - rank[d]) < 0:
                found.append((a, b, c, d))
    return found


def shuffled(tracks: Tracks, seed: int) -> list[int]:
    order = list(range(len(tracks)))
    random.Random(seed).shuffle(order)
    return order


@each(TRACKS)
def test_crossings_are_the_ties_that_change_sides(tracks: Tracks) -> None:
    order = shuffled(tracks, 1)
    crossing = crossing_ties(tracks, order)
    assert Zones(tracks).crossings(order) == len(crossing)
    assert Zones(tracks).crossed(order) == [track for track in order if any(track in ties for ties in crossing)]


@each(TRACKS)
def test_what_a_place_costs_is_what_is_counted_there(tracks: Tracks) -> None:
    zones, order = Zones(tracks), shuffled(tracks, 2)
    sifting = _Sifting(tracks, zones, order)
    for track in zones.crossed(order):
        others = [other for other in order if other != track]
        counted = [zones.crossings([*others[:place], track, *others[place:]]) for place in range(len(order))]
        assert (sifting._costs(track) + zones.crossings(order)).tolist() == counted


@each(TRACKS)
def test_sifting_saves_what_it_says_and_keeps_operands_in_order(tracks: Tracks) -> None:
    way = order_tracks(tracks)
    sifting = _Sifting(tracks, way.zones, way.order)
    for track in way.zones.crossed(way.order):
        before = way.zones.crossings(sifting.placed())
        assert sifting.move(track) == before - way.zones.crossings(sifting.placed()) >= 0
        placed = sifting.placed()
        for circle in range(len(tracks)):
            assert all(placed.index(a) < placed.index(b) for a, b in pairwise(tracks.chain(circle)))


def test_others_follow_a_track_to_where_fewer_lines_cross(monkeypatch: pytest.MonkeyPatch) -> None:
    tracks = lay_tracks(build(tangle(1, 28)))
    way = order_tracks(tracks)
    alone = _Sifting(tracks, way.zones, way.order)
    monkeypatch.setattr(alone, "_lead", Mock(return_value=-(2**30)))  # nobody follows: far too dear
    for _ in range(8):
        for track in way.order:
            alone.move(track)
    assert way.zones.crossings(sift(tracks, way.zones, way.order)) < way.zones.crossings(alone.placed())


@each([(1, 30), (2, 22), (10, 35), (12, 44)])
def test_a_tangle_is_drawn_with_few_crossings(case: tuple[int, int]) -> None:
    seed, most = case
    tracks, order = arrange(build(tangle(seed, 28)))
    assert Zones(tracks).crossings(order) <= most
    assert (tracks, order) == arrange(build(tangle(seed, 28)))
