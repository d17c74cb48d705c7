"""What the heights of tracks should be like: a circle level with the mean of its operands, a dot with that of the lines
that leave it, and every slant short.

Each is a *fork*, a track and the group that slants into or out of it: (height - mean of the group)², and a little of
the square of every slant's own height.
"""

from collections.abc import Sequence

from kuroaka.figure.layout.tracks import Tracks

COMPACT = 0.05  # weight of a slant's length against the evenness of its fork


class Forks:
    """The forks of some tracks; moves heights so that they are met better."""

    def __init__(self, tracks: Tracks) -> None:
        count = len(tracks)
        forks = [
            (track, group) for track in range(count) for group in (tracks.operands[track], tracks.fans[track]) if group
        ]
        self._groups = [group for _, group in forks]
        self._heads: list[list[tuple[int, float]]] = [[] for _ in range(count)]  # of a track: the fork, its weight
        self._parts: list[list[tuple[int, int, float]]] = [[] for _ in range(count)]  # the fork, its head, its share
        weights, bends = [0.0] * count, [0.0] * count
        for fork, (head, group) in enumerate(forks):
            weight, share = 1 + COMPACT * len(group), 1 / len(group)
            self._heads[head].append((fork, weight))
            weights[head] += weight
            bends[head] += 2 * weight
            for track in group:
                self._parts[track].append((fork, head, share))
                weights[track] += share * share + COMPACT
                bends[track] += 2 * (share + COMPACT)
        self._weights, self._steepest = weights, max(1e-9, *bends)

    def relax(self, heights: list[float], order: Sequence[int]) -> None:
        """Each track in turn goes where its forks are best met, the others standing still."""
        means = self._means(heights)
        for track in order:
            if weight := self._weights[track]:
                way = self._pull(track, heights, means) / weight
                heights[track] += way
                for fork, _, share in self._parts[track]:
                    means[fork] += share * way

    def descend(self, heights: list[float]) -> None:
        """One step down the slope of the whole sum, short enough (Gershgorin) never to overshoot."""
        means = self._means(heights)
        pulls = [self._pull(track, heights, means) for track in range(len(heights))]
        for track, pull in enumerate(pulls):
            heights[track] += pull / self._steepest

    def _means(self, heights: Sequence[float]) -> list[float]:
        return [sum([heights[track] for track in group]) / len(group) for group in self._groups]

    def _pull(self, track: int, heights: Sequence[float], means: Sequence[float]) -> float:
        """Half of what the sum falls by for a little step down of a track."""
        height = heights[track]
        pull = 0.0
        for fork, weight in self._heads[track]:
            pull += weight * (means[fork] - height)
        for fork, head, share in self._parts[track]:
            above = heights[head]
            pull += share * (above - means[fork]) + COMPACT * (above - height)
        return pull
