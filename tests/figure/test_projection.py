"""Heights are projected as the plain way does it, which looks at all ties again after each join."""

import random

import pytest

from kuroaka.figure.layout.projection import project


@pytest.mark.parametrize("seed", range(20))
def test_projection_joins_what_it_violates_most(seed: int) -> None:
    chance = random.Random(seed)
    count = 40
    order = chance.sample(range(count), count)
    incoming: list[list[tuple[int, float]]] = [[] for _ in order]
    for place, track in enumerate(order):
        above = chance.sample(order[:place], min(place, chance.randrange(4)))
        incoming[track] = [(upper, chance.uniform(5, 40)) for upper in above]
    wanted = [chance.uniform(0, 200) for _ in order]
    found = project(wanted, order, incoming)
    assert found == pytest.approx(_plainly_projected(wanted, order, incoming), abs=1e-9)
    assert all(found[track] - found[upper] > far - 1e-6 for track in order for upper, far in incoming[track])


def _plainly_projected(wanted: list[float], order: list[int], incoming: list[list[tuple[int, float]]]) -> list[float]:
    clusters: list[dict[int, float]] = []  # tracks with their offsets

    def stands(cluster: dict[int, float]) -> float:
        return sum(wanted[track] - offset for track, offset in cluster.items()) / len(cluster)

    for track in order:
        here = {track: 0.0}
        while True:
            violated = [
                (stands(above) + above[upper] + far - stands(here) - here[lower], upper, lower, far, above)
                for lower in here
                for upper, far in incoming[lower]
                for above in clusters
                if upper in above
            ]
            worst = max(violated, key=lambda one: one[0], default=None)
            if worst is None or worst[0] <= 1e-9:
                break
            _, upper, lower, far, above = worst
            clusters.remove(above)
            here = above | {member: offset + above[upper] + far - here[lower] for member, offset in here.items()}
        clusters.append(here)
    heights = {track: stands(cluster) + offset for cluster in clusters for track, offset in cluster.items()}
    return [heights[track] for track in range(len(wanted))]
