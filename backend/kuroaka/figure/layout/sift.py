"""An order of tracks in, a better one out: single tracks try every place.

The change of crossings is counted pair by pair, as one track passes the next, so a place costs little to try.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from kuroaka.figure.layout.crossings import Zone, ranks
from kuroaka.figure.layout.tracks import Tracks

ROUNDS = 4

Ends = Mapping[int, Sequence[int]]  # by the number of the zone: what a track is tied to on the other side of it


def sift(tracks: Tracks, zones: Sequence[Zone], order: Sequence[int]) -> list[int]:
    """Every track in turn tries all places its operand order allows and takes the one with fewest crossings."""
    sifting = _Sifting(tracks, zones, order)
    for _ in range(ROUNDS):
        gains = [sifting.move(track, direction) for track in list(sifting.placed) for direction in (-1, 1)]
        if not any(gains):
            break
    return sifting.placed


class _Sifting:
    def __init__(self, tracks: Tracks, zones: Sequence[Zone], order: Sequence[int]) -> None:
        self.placed = list(order)
        self.rank = ranks(order)
        self.rights: list[dict[int, list[int]]] = [defaultdict(list) for _ in order]
        self.lefts: list[dict[int, list[int]]] = [defaultdict(list) for _ in order]
        for number, zone in enumerate(zones):
            for left, right in zone:
                self.rights[left][number].append(right)
                self.lefts[right][number].append(left)
        self.never_passes: list[set[int]] = [set() for _ in order]
        for circle, operands in enumerate(tracks.operands):
            for operand in operands:
                self.never_passes[operand] |= {circle, *operands} - {operand}
                self.never_passes[circle].add(operand)

    def move(self, track: int, direction: Literal[-1, 1]) -> int:
        """Take a track up (-1) or down as far as it may go, then back to the best place; return what was gained."""
        start = self.rank[track]
        total, best, best_place = 0, 0, start
        place = start + direction
        while 0 <= place < len(self.placed) and self.placed[place] not in self.never_passes[track]:
            other = self.placed[place]
            total += self._change(other, track) if direction < 0 else self._change(track, other)
            self.placed[place - direction], self.placed[place] = other, track
            self.rank[other], self.rank[track] = place - direction, place
            if total < best:
                best, best_place = total, place
            place += direction
        if self.rank[track] != best_place:
            self.placed.insert(best_place, self.placed.pop(self.rank[track]))
            self.rank = ranks(self.placed)
        return -best

    def _change(self, upper: int, lower: int) -> int:
        """Crossings added when two neighbours in the order change places."""
        return self._added(self.rights, upper, lower) + self._added(self.lefts, upper, lower)

    def _added(self, ends: Sequence[Ends], upper: int, lower: int) -> int:
        added = 0
        for zone in ends[upper].keys() & ends[lower].keys():
            for a in ends[upper][zone]:
                for b in ends[lower][zone]:
                    if a != b and (a, b) != (upper, lower):  # two that both pass straight on never cross
                        added += 1 if self.rank[a] < self.rank[b] else -1
        return added
