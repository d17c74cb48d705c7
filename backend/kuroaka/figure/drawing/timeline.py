"""Steps in, times out: when each line is drawn, when each frame is complete, how long one loop lasts.

Times are seconds. The lines of one beat are drawn together; frames are parted by a rest.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kuroaka.graph.steps import Step

BEAT = 0.6
REST = 0.5
TURN = 0.8  # between the last forward frame and the first backward frame
PAUSE = 2.5  # with the finished figure, before the loop
LEAD = 0.5  # with nothing but the nodes, at the start


class Timeline(NamedTuple):
    """``forward[i]`` and ``backward[i]``: the frame (from 1) and the beat of line i, None where it is never drawn."""

    beats: tuple[tuple[float, float], ...]  # when each beat begins and ends
    frames: tuple[float, ...]  # when each frame is complete; frame 0 is time 0
    duration: float
    forward: tuple[tuple[int, int] | None, ...]
    backward: tuple[tuple[int, int] | None, ...]


def lay_in_time(steps: Sequence[Step], lines: int) -> Timeline:
    """The timeline of a figure of so many lines."""
    now = LEAD
    beats: list[tuple[float, float]] = []
    frames = [0.0]
    drawn: dict[str, list[tuple[int, int] | None]] = {"forward": [None] * lines, "backward": [None] * lines}
    before = "forward"
    for frame, step in enumerate(steps, 1):
        if frame > 1:
            now += REST if step.direction == before else TURN
        before = step.direction
        for beat in step.beats:
            for line in beat:
                drawn[step.direction][line] = (frame, len(beats))
            beats.append((round(now, 3), round(now + BEAT, 3)))
            now += BEAT
        frames.append(round(now, 3))
    return Timeline(
        tuple(beats), tuple(frames), round(now + PAUSE, 3), tuple(drawn["forward"]), tuple(drawn["backward"])
    )
