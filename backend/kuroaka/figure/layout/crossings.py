"""Tracks in, where their lines can cross out, and how often they do in an order.

Runs are straight, so lines cross only in the gaps where some of them slant, in front of circles and behind dots: the
*zones*. In a zone a line slants from one track to another or passes straight on; two that pass never cross.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kuroaka.figure.layout.tracks import Tracks

Numbers = NDArray[np.intp]


class Zones:
    """Zones and tracks are numbers; an order has all tracks from top to bottom, a rank is the place of one in it."""

    def __init__(self, tracks: Tracks) -> None:
        ties = [(tracks.end[track], track, circle) for track, (circle, _) in enumerate(tracks.into) if circle >= 0]
        ties += [(tracks.end[track], track, line) for track, fan in enumerate(tracks.fans) for line in fan]
        stations = sorted({station for station, _, _ in ties})
        station, self._left, self._right = np.array(sorted(ties), dtype=np.intp).reshape(-1, 3).T
        self._zone = np.searchsorted(stations, station)
        first = [start - _begins_early(tracks, track) for track, start in enumerate(tracks.start)]
        begin, end = np.searchsorted(stations, (first, tracks.end))
        zones = np.arange(len(stations))[:, None]
        self._passes = (begin <= zones) & (zones < end)  # by zone and track
        self._slants = np.searchsorted(self._zone, (begin, end)).T  # of each track: those in the zones it passes
        zone, left, right = self._zone, self._left, self._right
        apart = (zone[:, None] == zone) & (left[:, None] != left) & (right[:, None] != right)
        self._pairs = np.triu(apart).nonzero()  # of slants that may cross
        self._meetings: dict[int, Numbers] = {}

    def crossings(self, order: Sequence[int]) -> int:
        """How often lines cross when the tracks stand in this order."""
        left, right = self._ends(order)
        return int(self._passed(order, left, right).sum() + np.count_nonzero(self._cross(left, right)))

    def crossed(self, order: Sequence[int]) -> list[int]:
        """The tracks with lines that others cross, from top to bottom."""
        left, right = self._ends(order)
        places = np.arange(len(order))
        above, below = np.minimum(left, right)[:, None], np.maximum(left, right)[:, None]
        straight = (above < places) & (places < below) & self._passes[:, order][self._zone]  # by slant and rank
        slants = straight.any(axis=1)
        for slant in self._pairs:
            slants[slant[self._cross(left, right)]] = True
        found = straight.any(axis=0)
        found[left[slants]] = found[right[slants]] = True
        return [order[rank] for rank in found.nonzero()[0].tolist()]

    @property
    def work(self) -> int:
        """How many meetings all tracks have."""
        slants, passes = np.bincount(self._zone), self._passes.sum(axis=1)
        return int((2 * slants * (2 * passes + slants)).sum())

    def meetings(self, track: int) -> Numbers:
        """Whom a track can cross, as columns of three tracks: the one it meets, where that one's other end is, and its
        own other end. To pass the first downward costs a crossing if the second stands below the third, and saves one
        if it stands above.
        """
        if track not in self._meetings:  # the same in every order
            self._meetings[track] = self._found_meetings(track)
        return self._meetings[track]

    def _found_meetings(self, track: int) -> Numbers:
        first, end = self._slants[track]
        left, right = self._left[first:end], self._right[first:end]
        met, ends, own = [left, right], [right, left], [left, right]
        for near, far in ((self._left, self._right), (self._right, self._left)):
            for slant in (near == track).nonzero()[0]:
                zone = self._zone[slant]
                passing = self._passes[zone].nonzero()[0]
                others = (self._zone == zone) & (near != track)
                met += [passing, near[others]]
                ends += [passing, far[others]]
                own.append(np.full(len(met[-2]) + len(met[-1]), far[slant]))
        return np.array([np.concatenate(row) for row in (met, ends, own)])

    def _ends(self, order: Sequence[int]) -> tuple[Numbers, Numbers]:
        """The ranks of the two ends of each slant."""
        rank = np.argsort(order)
        return rank[self._left], rank[self._right]

    def _passed(self, order: Sequence[int], left: Numbers, right: Numbers) -> Numbers:
        """How many straight lines each slant crosses."""
        above: Numbers = self._passes[:, order].cumsum(axis=1)
        passed: Numbers = np.abs(above[self._zone, left] - above[self._zone, right])
        return passed

    def _cross(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """Which pairs of slants cross."""
        one, other = self._pairs
        cross: NDArray[np.bool_] = (left[one] < left[other]) != (right[one] < right[other])
        return cross


def _begins_early(tracks: Tracks, track: int) -> bool:
    """A leaf among circles: no slant should pass in front of it."""
    return not tracks.operands[track] and tracks.start[track] - 1 not in tracks.dots
