"""Tracks, their order and sizes in, heights out: nothing overlaps, forks are even, the whole is compact.

Minimises (height of a circle - mean of its operands)², the same for dots and the lines that leave them, and a
little of the length of every slant, subject to: whoever is above in some station stays above by the room both
need. Rounds of relaxation, each followed by the exact projection onto those constraints (the merging half of
VPSC: Dwyer, Marriott, Stuckey, "Fast node overlap removal", 2005).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kuroaka.figure.layout.tracks import Tracks, neighbours

COMPACT = 0.05  # weight of a slant's length against the evenness of its fork


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
    wishes = _wishes(tracks)
    incoming: list[list[tuple[int, float]]] = [[] for _ in order]
    for upper, lower, distance in separations:
        incoming[lower].append((upper, distance))
    height = [0.0] * len(order)
    for track in order:
        height[track] = max((height[upper] + distance for upper, distance in incoming[track]), default=0.0)
    rounds = max(2, min(60, 12_000 // max(len(order), 1)))
    for turn in range(rounds):
        if turn < rounds * 2 // 3:  # far, but a little unfair to who comes first
            _relax(height, wishes, order if turn % 2 else order[::-1])
        else:  # near, and fair
            _descend(height, wishes)
        height = _project(height, order, incoming)
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


Share = tuple[float, float, tuple[tuple[int, float], ...]]  # of a track in a wish: weight, its factor, the others'
Wish = tuple[float, tuple[tuple[int, float], ...]]  # weight, and a sum of heights that should be zero


def _wishes(tracks: Tracks) -> list[list[Share]]:
    """For each track the wishes it takes part in: (weight, its own factor, the others' factors)."""
    wishes: list[Wish] = []
    for track in range(len(tracks)):
        for group in (tracks.operands[track], tracks.fans[track]):
            if group:
                wishes.append((1.0, ((track, 1.0), *((other, -1.0 / len(group)) for other in group))))
                wishes += [(COMPACT, ((track, 1.0), (other, -1.0))) for other in group]
    of_track: list[list[Share]] = [[] for _ in range(len(tracks))]
    for weight, terms in wishes:
        for track, factor in terms:
            of_track[track].append((weight, factor, tuple(term for term in terms if term[0] != track)))
    return of_track


def _relax(
    heights: list[float],
    wishes: Sequence[Sequence[Share]],
    order: Sequence[int],
) -> None:
    """Each track in turn goes where its wishes are best met, the others standing still."""
    for track in order:
        pull = weights = 0.0
        for weight, factor, others in wishes[track]:
            rest = 0.0
            for other, share in others:
                rest += share * heights[other]
            pull -= weight * factor * rest
            weights += weight * factor * factor
        if weights:
            heights[track] = pull / weights


def _descend(heights: list[float], wishes: Sequence[Sequence[Share]]) -> None:
    """One step down the slope of the whole sum, short enough (Gershgorin) never to overshoot."""
    slope = [0.0] * len(heights)
    steepest = 1e-9
    for track, shares in enumerate(wishes):
        bend = 0.0
        for weight, factor, others in shares:
            rest = factor * heights[track]
            reach = abs(factor)
            for other, share in others:
                rest += share * heights[other]
                reach += abs(share)
            slope[track] += weight * factor * rest
            bend += weight * abs(factor) * reach
        steepest = max(steepest, bend)
    for track, value in enumerate(slope):
        heights[track] -= value / steepest


def _project(
    wanted: Sequence[float], order: Sequence[int], incoming: Sequence[Sequence[tuple[int, float]]]
) -> list[float]:
    """The heights nearest to the wanted ones that keep all separations.

    Tracks join clusters, rigid and standing at the mean of what their members want; in the order from top to
    bottom each new track is joined to the cluster above that it violates most, until it violates none.
    """
    cluster = list(range(len(wanted)))
    offset = [0.0] * len(wanted)
    members: list[list[int]] = [[track] for track in cluster]
    position = list(wanted)
    waiting = [list(pairs) for pairs in incoming]
    tied: list[list[tuple[int, int, float]]] = [[] for _ in wanted]
    for track, pairs in enumerate(waiting):
        tied[track] = [(upper, track, distance) for upper, distance in pairs]
    for track in order:
        here = cluster[track]
        while True:
            worst = 1e-9
            against: tuple[int, int, float] | None = None
            outside: list[tuple[int, int, float]] = []
            for tie in tied[here]:
                upper, lower, distance = tie
                above = cluster[upper]
                if above == here:
                    continue
                outside.append(tie)
                violation = position[above] + offset[upper] + distance - position[here] - offset[lower]
                if violation > worst:
                    worst, against = violation, tie
            tied[here] = outside
            if against is None:
                break
            upper, lower, distance = against
            above = cluster[upper]
            shift = offset[upper] + distance - offset[lower]  # of this cluster's members, seen from the one above
            count, more = len(members[above]), len(members[here])
            middle = (position[above] * count + (position[here] - shift) * more) / (count + more)
            if count >= more:
                keep, gone, move = above, here, shift
                position[keep] = middle
            else:
                keep, gone, move = here, above, -shift
                position[keep] = middle + shift
            for member in members[gone]:
                cluster[member] = keep
                offset[member] += move
            members[keep] += members[gone]
            tied[keep] += tied[gone]
            here = keep
    return [position[cluster[track]] + offset[track] for track in range(len(wanted))]
