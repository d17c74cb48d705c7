"""Tracks, their order and sizes in, heights out: nothing overlaps, forks are even, the whole is compact.

Minimises (height of a circle - mean of its operands)², the same for dots and the lines that leave them, and a
little of the length of every slant, subject to: whoever is above in some station stays above by the room both
need. Rounds of relaxation, each followed by the exact projection onto those constraints.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kuroaka.figure.layout.forks import Forks
from kuroaka.figure.layout.projection import project
from kuroaka.figure.layout.tracks import Tracks, neighbours


class Extent(NamedTuple):
    """The room a track needs in one station, above and below its height."""

    above: float
    below: float


Separation = tuple[int, int, float]  # (upper, lower, how far at least)


def heights(
    tracks: Tracks,
    order: Sequence[int],
    extents: Sequence[Mapping[int, Extent]],
    *,
    gap: float,
    passing: Extent,
    fork: float,
) -> list[float]:
    """The height of every track, y downward.

    ``extents[track]`` maps stations to the room needed there, ``passing`` where it has no entry; ``gap`` is the
    least white between neighbours, ``fork`` the least height of a slant into a circle.
    """
    separations = _separations(tracks, order, extents, gap, passing, fork)
    forks = Forks(tracks)
    incoming: list[list[tuple[int, float]]] = [[] for _ in order]
    for upper, lower, distance in separations:
        incoming[lower].append((upper, distance))
    height = [0.0] * len(order)
    for track in order:
        height[track] = max((height[upper] + distance for upper, distance in incoming[track]), default=0.0)
    rounds = max(2, min(36, 8_400 // max(len(order), 1)))
    for turn in range(rounds):
        if turn < rounds * 4 // 9:  # far, but a little unfair to who comes first
            forks.relax(height, order if turn % 2 else order[::-1])
        else:  # near, and fair
            forks.descend(height)
        height = project(height, order, incoming)
    return height


def _separations(
    tracks: Tracks,
    order: Sequence[int],
    extents: Sequence[Mapping[int, Extent]],
    gap: float,
    passing: Extent,
    fork: float,
) -> list[Separation]:
    least: dict[tuple[int, int], float] = {}
    for station, present in enumerate(neighbours(tracks, order)):
        for upper, lower in pairwise(present):
            needed = extents[upper].get(station, passing).below + gap + extents[lower].get(station, passing).above
            least[upper, lower] = max(least.get((upper, lower), 0.0), needed)
    rank = {track: place for place, track in enumerate(order)}
    for circle, operands in enumerate(tracks.operands):
        for operand in operands:
            if rank[operand] < rank[circle]:
                least[operand, circle] = max(least.get((operand, circle), 0.0), fork)
            else:
                least[circle, operand] = max(least.get((circle, operand), 0.0), fork)
    return [(upper, lower, distance) for (upper, lower), distance in least.items()]
