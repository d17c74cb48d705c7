"""An order of tracks in, a better one out: single tracks try every place, and others follow them.

Global sifting (Bachmaier, Brandenburg, Brunner, Hübner, "Global k-level crossing reduction", 2011), where what moves is
a whole long edge: here a track. What its places cost is one running sum over the tracks it passes. Operands stay in
order: a track stays between its neighbours there, or takes a better place beyond them, and those who would then be on
its wrong side come along, each to its own best place.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kuroaka.figure.layout.crossings import Zones
from kuroaka.figure.layout.tracks import Tracks

ROUNDS = 8
WORK = 400_000  # meetings of tracks that are looked at: not a time, so that a figure is the same every time
WORTH = 0.05  # of all crossings: what a round has to save for another one

Costs = NDArray[np.float64]


def sift(tracks: Tracks, zones: Zones, order: Sequence[int]) -> list[int]:
    """Every track that is crossed in turn takes the place with the fewest crossings, for a few rounds."""
    sifting = _Sifting(tracks, zones, order)
    for _ in range(min(ROUNDS, WORK // zones.work)):
        least = WORTH * zones.crossings(sifting.placed())
        if sum([sifting.move(track) for track in zones.crossed(sifting.placed())]) <= least:
            break
    return sifting.placed()


class _Sifting:
    def __init__(self, tracks: Tracks, zones: Zones, order: Sequence[int]) -> None:
        self._order, self._rank, self._places = np.array(order), np.argsort(order), np.arange(len(order))
        self._above: list[list[int]] = [[] for _ in order]  # who has to stay above, the next in the order of operands
        self._below: list[list[int]] = [[] for _ in order]
        for circle in range(len(tracks)):
            for upper, lower in pairwise(tracks.chain(circle)):
                self._above[lower].append(upper)
                self._below[upper].append(lower)
        self._zones = zones

    def placed(self) -> list[int]:
        """The order that was reached."""
        found: list[int] = self._order.tolist()
        return found

    def move(self, track: int) -> int:
        """Take the best place; how many crossings that saved."""
        cost = self._costs(track)
        top = max([int(self._rank[other]) + 1 for other in self._above[track]], default=0)
        end = min([int(self._rank[other]) for other in self._below[track]], default=len(cost))
        near = _cheapest(cost, top, end)
        for far in [_cheapest(cost, *beyond) for beyond in ((0, top), (end, len(cost))) if beyond[0] < beyond[1]]:
            if cost[far] < cost[near]:
                before = self._order.copy(), self._rank.copy()
                saved = self._lead(track, far) - int(cost[far])
                if saved > -cost[near]:
                    return saved
                self._order, self._rank = before
        if cost[near]:
            self._put(track, near)
        return -int(cost[near])

    def _lead(self, track: int, place: int) -> int:
        """Put a track where it would stand on the wrong side of others, and let these follow; what following saved."""
        self._put(track, place)
        saved, leaders = 0, [track]
        for leader in leaders:  # who is next to whom in the order of operands makes a tree, so nobody follows two
            for follower in self._above[leader]:
                if self._rank[follower] > self._rank[leader]:
                    saved += self._follow(follower, 0, int(self._rank[leader]) + 1)
                    leaders.append(follower)
            for follower in self._below[leader]:
                if self._rank[follower] < self._rank[leader]:
                    saved += self._follow(follower, int(self._rank[leader]), len(self._rank))
                    leaders.append(follower)
        return saved

    def _follow(self, track: int, top: int, end: int) -> int:
        cost = self._costs(track)
        place = _cheapest(cost, top, end)
        self._put(track, place)
        return -int(cost[place])

    def _put(self, track: int, place: int) -> None:
        here, order = int(self._rank[track]), self._order
        if place < here:
            order[place + 1 : here + 1] = order[place:here]
        else:
            order[here:place] = order[here + 1 : place + 1]
        order[place] = track
        changed = slice(min(here, place), max(here, place) + 1)
        self._rank[order[changed]] = self._places[changed]

    def _costs(self, track: int) -> Costs:
        """For every place how many more crossings there are with the track there than where it stands."""
        met, end, own = self._rank[self._zones.meetings(track)]
        here = self._rank[track]
        cost: Costs = np.bincount(met + (met < here), np.sign(end - own), len(self._rank)).cumsum()
        cost -= cost[here]
        return cost


def _cheapest(cost: Costs, top: int, end: int) -> int:
    return top + int(cost[top:end].argmin())
