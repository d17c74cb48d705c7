"""Heights as they are wanted in, the nearest that keep all tracks apart out: the merging half of VPSC (Dwyer, Marriott,
Stuckey, "Fast node overlap removal", 2005).
"""

from collections.abc import Sequence
from heapq import heappop, heappush, heapreplace

Tie = tuple[float, int, int, float]  # (minus the least position of the cluster, as last known; and a separation)


def project(
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
    ties: list[list[Tie]] = [[] for _ in wanted]  # of each cluster to others: a heap, the one that demands most on top
    for track in order:
        here = track
        heap = ties[here]
        for upper, distance in incoming[track]:
            heappush(heap, (-position[cluster[upper]] - offset[upper] - distance, upper, track, distance))
        while heap:
            known, upper, lower, distance = heap[0]
            above = cluster[upper]
            if above == here:
                heappop(heap)
                continue
            demand = offset[lower] - position[above] - offset[upper] - distance
            if demand > known:  # what is above has gone up since; it never goes down
                heapreplace(heap, (demand, upper, lower, distance))
                continue
            if -demand <= position[here] + 1e-9:
                break
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
            heap = ties[keep]
            for demand, upper, lower, distance in ties[gone]:
                heappush(heap, (demand + move, upper, lower, distance))
            here = keep
    return [position[cluster[track]] + offset[track] for track in range(len(wanted))]
