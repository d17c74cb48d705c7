"""Tracks in, their order from top to bottom out, with few crossings and operands in order.

One order for all tracks, not one a column: a run is straight, so whoever is above stays above, and lines can
cross only where they slant. The left operand of a circle stands above it and the right one below; those
wishes never contradict each other, because a track slants into at most one circle.

First a walk from the output by operand (which draws every tree without a crossing), then sweeps that pull
tracks toward what they are tied to, then single tracks try every place. The order with the fewest crossings is kept.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from kuroaka.figure.layout.crossings import Zone, crossings, ranks, slant_zones
from kuroaka.figure.layout.sift import sift
from kuroaka.figure.layout.tracks import Tracks, late_candidates, lay_tracks
from kuroaka.graph.graph import Graph

SWEEPS = 6
SWEEP_LIMIT = 1200  # tracks; beyond, the walk from the output has to do
SIFT_LIMIT = 240  # tracks; sifting takes the square of their number

LATE_LIMIT = 300  # nodes
SINGLY_LIMIT = 8  # leaves that are tried one by one


class Way(NamedTuple):
    """Tracks in an order, and how often lines cross then; ``zones`` is where they can."""

    tracks: Tracks
    zones: Sequence[Zone]
    order: list[int]
    crossed: int


def arrange(graph: Graph) -> tuple[Tracks, list[int]]:
    """The tracks of a graph and their order. A leaf begins behind the dots of its gap if fewer lines cross then."""
    plain = best = order_tracks(lay_tracks(graph))
    late: frozenset[int] = frozenset()
    candidates = late_candidates(graph) if plain.crossed and len(graph) <= LATE_LIMIT else []
    branching = {graph.inputs[node][0] for node, kind in enumerate(graph.kinds) if kind == "branch"}
    tries = [frozenset(candidates) - branching]
    if len(candidates) <= SINGLY_LIMIT:
        tries += [frozenset((leaf,)) for leaf in candidates]
    for change in tries:  # each leaf begins later, or, where that gained nothing, earlier again
        tried = late ^ change
        if not tried:
            continue
        other = order_tracks(lay_tracks(graph, tried))
        if (other.crossed, len(tried)) < (best.crossed, len(late)):
            best, late = other, tried
    ways = [best] if best is plain else [best, plain]
    found = min(map(_sifted, ways), key=lambda way: way.crossed)
    return found.tracks, found.order


def _sifted(way: Way) -> Way:
    """An order in which single tracks have tried every place, where that is not too many."""
    if not way.crossed or len(way.tracks) > SIFT_LIMIT:
        return way
    order = sift(way.tracks, way.zones, way.order)
    return Way(way.tracks, way.zones, order, crossings(way.zones, order))


def order_tracks(tracks: Tracks) -> Way:
    """All tracks from top to bottom, by walk and sweeps."""
    zones = slant_zones(tracks)
    order = _operands_in_order(tracks, _walk(tracks))
    best = crossings(zones, order)
    for sweep in range(SWEEPS if len(tracks) <= SWEEP_LIMIT else 0):
        if not best:
            break
        swept = _toward_consumers(tracks, order) if sweep % 2 == 0 else _toward_sources(tracks, order)
        swept = _operands_in_order(tracks, swept)
        count = crossings(zones, swept)
        if count < best:
            best, order = count, swept
        elif sweep % 2:
            break
    return Way(tracks, zones, order, best)


def _walk(tracks: Tracks) -> list[int]:
    """The tracks as a walk from the output meets them: first half of the operands, the circle, the rest."""
    sources = {line: track for track, fan in enumerate(tracks.fans) for line in fan}
    order: list[int] = []
    seen: set[int] = set()
    roots = [track for track, (circle, _) in enumerate(tracks.into) if circle < 0 and not tracks.fans[track]]
    for root in roots:
        waiting: list[tuple[int, bool]] = [(root, False)]
        while waiting:
            track, is_ready = waiting.pop()
            if is_ready:
                order.append(track)
                continue
            if track in seen:
                continue
            seen.add(track)
            operands = tracks.operands[track]
            half = (len(operands) + 1) // 2
            waiting += [(operand, False) for operand in reversed(operands[half:])]
            if track in sources:
                waiting.append((sources[track], False))
            waiting.append((track, True))
            waiting += [(operand, False) for operand in reversed(operands[:half])]
    return order


def _toward_consumers(tracks: Tracks, order: Sequence[int]) -> list[int]:
    """From right to left: operands move next to their circle, a dot between the lines that leave it."""
    place = [float(rank) for rank in ranks(order)]
    ending: dict[int, list[int]] = defaultdict(list)
    for track in range(len(tracks)):
        ending[tracks.end[track]].append(track)
    for station in sorted(ending, reverse=True):
        for track in ending[station]:
            circle, operand = tracks.into[track]
            if circle >= 0:
                count = len(tracks.operands[circle])
                place[track] = place[circle] + (operand + 0.5 - count / 2) / (count + 1)
            elif tracks.fans[track]:
                place[track] = sum(place[line] for line in tracks.fans[track]) / len(tracks.fans[track])
        place = _spread(place)
    return sorted(range(len(tracks)), key=place.__getitem__)


def _toward_sources(tracks: Tracks, order: Sequence[int]) -> list[int]:
    """From left to right: a circle moves between its operands, the lines of a dot gather round it."""
    place = [float(rank) for rank in ranks(order)]
    starting: dict[int, list[int]] = defaultdict(list)
    for track in range(len(tracks)):
        starting[tracks.start[track]].append(track)
    source = {line: track for track, fan in enumerate(tracks.fans) for line in fan}
    for station in sorted(starting):
        for track in starting[station]:
            if operands := tracks.operands[track]:
                place[track] = sum(place[operand] for operand in operands) / len(operands)
            elif track in source:
                fan = sorted(tracks.fans[source[track]], key=place.__getitem__)
                place[track] = place[source[track]] + (fan.index(track) + 0.5 - len(fan) / 2) / (len(fan) + 1)
        place = _spread(place)
    return sorted(range(len(tracks)), key=place.__getitem__)


def _spread(place: Sequence[float]) -> list[float]:
    """The same order, one apart from each other."""
    return [float(rank) for rank in ranks(sorted(range(len(place)), key=place.__getitem__))]


def _operands_in_order(tracks: Tracks, order: Sequence[int]) -> list[int]:
    """The nearest order in which every circle stands between the halves of its operands."""
    wanted = ranks(order)
    below: list[list[int]] = [[] for _ in order]
    waits_for = [0] * len(order)
    for circle, operands in enumerate(tracks.operands):
        half = (len(operands) + 1) // 2
        chain = (*operands[:half], circle, *operands[half:]) if operands else ()
        for upper, lower in pairwise(chain):
            below[upper].append(lower)
            waits_for[lower] += 1
    ready = [(wanted[track], track) for track in range(len(order)) if not waits_for[track]]
    heapify(ready)
    repaired: list[int] = []
    while ready:
        _, track = heappop(ready)
        repaired.append(track)
        for lower in below[track]:
            waits_for[lower] -= 1
            if not waits_for[lower]:
                heappush(ready, (wanted[lower], lower))
    return repaired
