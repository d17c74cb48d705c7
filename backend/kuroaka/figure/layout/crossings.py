"""Tracks and their order in, the number of crossings out.

Runs are straight, so lines cross only in the gaps where some of them slant: the *zones*.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from kuroaka.figure.layout.tracks import Tracks

Zone = list[tuple[int, int]]  # ties across one gap between stations: (track on its left, track on its right)


def slant_zones(tracks: Tracks) -> list[Zone]:
    """The gaps in which lines slant: in front of circles and behind dots, with all that passes there."""
    zones: dict[int, Zone] = defaultdict(list)  # by the station on the left
    bends = {tracks.end[track] for track, (circle, _) in enumerate(tracks.into) if circle >= 0}
    bends |= {tracks.end[track] for track, fan in enumerate(tracks.fans) if fan}
    for track in range(len(tracks)):
        for station in range(tracks.start[track], tracks.end[track]):
            if station in bends:
                zones[station].append((track, track))
        circle, _ = tracks.into[track]
        if circle >= 0:
            zones[tracks.end[track]].append((track, circle))
        zones[tracks.end[track]] += [(track, line) for line in tracks.fans[track]]
        before = tracks.start[track] - 1
        if before in bends and before not in tracks.dots and not tracks.operands[track]:
            zones[before].append((track, track))  # a leaf among circles: no slant should pass in front of it
    return [zones[station] for station in sorted(zones) if len(zones[station]) > 1]


def crossings(zones: Sequence[Zone], order: Sequence[int]) -> int:
    """How often lines cross when the tracks stand in this order."""
    rank = ranks(order)
    count = 0
    for zone in zones:
        seen: list[int] = []  # where those stand on the right that stand above on the left
        for _, right in sorted([(rank[left], rank[right]) for left, right in zone]):
            place = bisect_right(seen, right)
            count += len(seen) - place
            seen.insert(place, right)
    return count


def ranks(order: Sequence[int]) -> list[int]:
    """The place of each track in the order."""
    rank = [0] * len(order)
    for place, track in enumerate(order):
        rank[track] = place
    return rank
