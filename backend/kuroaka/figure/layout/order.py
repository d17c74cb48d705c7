"""Tracks in, their order from top to bottom out, with few crossings and operands in order.

One order for all tracks, not one a column: a run is straight, so whoever is above stays above, and lines can
cross only where they slant. The left operand of a circle stands above it and the right one below; those
wishes never contradict each other, because a track slants into at most one circle.

First a walk from the output by operand (which draws every tree without a crossing), then sweeps that pull
tracks toward what they are tied to, then single tracks try every place, and again after another sweep, and in a small
graph with some thrown elsewhere. The order with the fewest crossings is kept.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kuroaka.figure.layout.tracks import Tracks, late_candidates, lay_tracks
from kuroaka.graph.graph import Graph

if TYPE_CHECKING:
    from kuroaka.figure.layout.crossings import Zones

SWEEPS = 6
LIMIT = 1200  # tracks; beyond, the walk from the output has to do
SIFTS, SIFTS_LIMIT = 3, 240  # how often they are sifted again, and up to how many tracks
SHAKES, SHAKEN, SHAKES_LIMIT = 8, 8, 120  # how often some are thrown elsewhere, how many, and up to how many tracks
MANY = 10  # crossings: of fewer none is worth that
GOLDEN, PLASTIC = 0.618034, 0.754878  # their multiples lie everywhere between 0 and 1, and evenly

LATE_LIMIT = 300  # nodes
SINGLY_LIMIT = 8  # leaves that are tried one by one


class Way(NamedTuple):
    """Tracks in an order, and how often lines cross then; ``zones`` is where they can."""

    tracks: Tracks
    zones: "Zones"
    order: list[int]
    crossed: int


def arrange(graph: Graph) -> tuple[Tracks, list[int]]:
    """The tracks of a graph and their order. A leaf begins behind the dots of its gap if fewer lines cross then."""
    tracks = lay_tracks(graph)
    if not tracks.dots or len(tracks) > LIMIT:  # a tree, or too many
        return tracks, _operands_in_order(tracks, _walk(tracks))
    plain = best = order_tracks(tracks)
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
    found = _sifted(best) if best.crossed else best
    if found.crossed < best.crossed:  # a tangle; of layers the sweeps find the best order
        found = _shaken(found)
    return found.tracks, found.order


def _sifted(way: Way) -> Way:
    """Single tracks have tried every place; again from where a sweep pulls them, as long as that helps."""
    from kuroaka.figure.layout.sift import sift  # noqa: PLC0415

    best = _way(way.tracks, way.zones, sift(way.tracks, way.zones, way.order))
    for _ in range(SIFTS if len(way.tracks) <= SIFTS_LIMIT else 0):
        if not best.crossed:
            break
        swept = _operands_in_order(way.tracks, _toward_sources(way.tracks, best.order))
        again = _way(way.tracks, way.zones, sift(way.tracks, way.zones, swept))
        if again.crossed >= best.crossed:
            break
        best = again
    return best


def _shaken(best: Way) -> Way:
    """Some tracks are thrown elsewhere and all sifted again: a better order may lie beyond worse ones."""
    from kuroaka.figure.layout.sift import sift  # noqa: PLC0415

    count = len(best.order)
    for shake in range(SHAKES if best.crossed > MANY and count <= SHAKES_LIMIT else 0):
        order = list(best.order)
        for throw in range(shake * SHAKEN, (shake + 1) * SHAKEN):
            track = order.pop(int(throw * GOLDEN % 1 * count))
            order.insert(int(throw * PLASTIC % 1 * count), track)
        found = sift(best.tracks, best.zones, _operands_in_order(best.tracks, order))
        best = min(_way(best.tracks, best.zones, found), best, key=lambda way: way.crossed)
    return best


def order_tracks(tracks: Tracks) -> Way:
    """All tracks from top to bottom, by walk and sweeps."""
    from kuroaka.figure.layout.crossings import Zones  # noqa: PLC0415  (numpy: a tree needs none)

    zones = Zones(tracks)
    best = _way(tracks, zones, _operands_in_order(tracks, _walk(tracks)))
    for sweep in range(SWEEPS):
        if not best.crossed:
            break
        pulled = _toward_consumers(tracks, best.order) if sweep % 2 == 0 else _toward_sources(tracks, best.order)
        swept = _way(tracks, zones, _operands_in_order(tracks, pulled))
        if swept.crossed < best.crossed:
            best = swept
        elif sweep % 2:
            break
    return best


def _way(tracks: Tracks, zones: "Zones", order: list[int]) -> Way:
    return Way(tracks, zones, order, zones.crossings(order))


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
    place = _ranks(order)
    ending: dict[int, list[int]] = defaultdict(list)
    for track in range(len(tracks)):
        ending[tracks.end[track]].append(track)
    for station in sorted(ending, reverse=True):
        moved = False
        for track in ending[station]:
            circle, operand = tracks.into[track]
            if circle >= 0:
                count = len(tracks.operands[circle])
                place[track] = place[circle] + (operand + 0.5 - count / 2) / (count + 1)
            elif tracks.fans[track]:
                place[track] = sum(place[line] for line in tracks.fans[track]) / len(tracks.fans[track])
            else:
                continue
            moved = True
        if moved:
            place = _spread(place)
    return sorted(range(len(tracks)), key=place.__getitem__)


def _toward_sources(tracks: Tracks, order: Sequence[int]) -> list[int]:
    """From left to right: a circle moves between its operands, the lines of a dot gather round it."""
    place = _ranks(order)
    starting: dict[int, list[int]] = defaultdict(list)
    for track in range(len(tracks)):
        starting[tracks.start[track]].append(track)
    source = {line: track for track, fan in enumerate(tracks.fans) for line in fan}
    for station in sorted(starting):
        moved = False
        for track in starting[station]:
            if operands := tracks.operands[track]:
                place[track] = sum(place[operand] for operand in operands) / len(operands)
            elif track in source:
                fan = sorted(tracks.fans[source[track]], key=place.__getitem__)
                place[track] = place[source[track]] + (fan.index(track) + 0.5 - len(fan) / 2) / (len(fan) + 1)
            else:
                continue
            moved = True
        if moved:
            place = _spread(place)
    return sorted(range(len(tracks)), key=place.__getitem__)


def _ranks(order: Sequence[int]) -> list[float]:
    """The place of each track in the order."""
    rank = [0.0] * len(order)
    for place, track in enumerate(order):
        rank[track] = place
    return rank


def _spread(place: Sequence[float]) -> list[float]:
    """The same order, one apart from each other."""
    return _ranks(sorted(range(len(place)), key=place.__getitem__))


def _operands_in_order(tracks: Tracks, order: Sequence[int]) -> list[int]:
    """The nearest order in which every circle stands between the halves of its operands."""
    wanted = _ranks(order)
    below: list[list[int]] = [[] for _ in order]
    waits_for = [0] * len(order)
    for circle in range(len(tracks)):
        for upper, lower in pairwise(tracks.chain(circle)):
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
