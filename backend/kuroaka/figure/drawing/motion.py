"""A timeline in, style rules out: keyframes shared by all lines of a beat, on class selectors only.

Strokes are drawn from their source, heads appear as the stroke arrives, labels fade in meanwhile. A black line that is
alone runs on its axis, and steps aside when its red one comes: that alone has rules of a line of its own. Every
animation lasts one loop, so a player can stop them all and set one time. Without these rules the file shows
the finished figure, and so it does where the reader wants less motion.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kuroaka.figure.drawing.strokes import number
from kuroaka.figure.drawing.timeline import BEAT, Timeline

EASE = "animation-timing-function:ease-in-out"
HEAD_FADE = 0.12  # seconds
STEP_ASIDE = 0.3


class Aside(NamedTuple):
    """A class of the black stroke of a line, or of its head, beside the one that says in which beat it comes: the path
    while it is ``alone``, and ``beside`` the red line that comes in the beat ``red``.
    """

    name: str
    moving: str
    red: int
    alone: str
    beside: str


def style_rules(
    timeline: Timeline, used: Iterable[int], asides: Iterable[Aside] = (), *, dashes: bool = False
) -> Iterator[str]:
    """The rules for the beats in use; beat 3 has the classes s3 (stroke), h3 (head), l3 (labels). What
    steps aside has a class of its own. With ``dashes`` red strokes have a pattern of their own, which has to stay.
    """
    whole = ".forward .stroke" if dashes else ".stroke"
    yield f".stroke,.head,.label{{animation:{number(timeline.duration, 3)}s linear infinite both}}"
    yield f".stroke{{{EASE}}}{whole}{{stroke-dasharray:1}}"
    for beat in sorted(used):
        begin, end = timeline.beats[beat]
        yield f".s{beat}{{animation-name:s{beat}}}.h{beat}{{animation-name:h{beat}}}.l{beat}{{animation-name:l{beat}}}"
        start, finish = _percent(begin, timeline), _percent(end, timeline)
        # between a hidden and a visible keyframe a stroke is visible: it shows from `start` on, never before
        yield (
            f"@keyframes s{beat}{{0%,{start}{{stroke-dashoffset:1;visibility:hidden}}"
            f"{finish},100%{{stroke-dashoffset:0;visibility:inherit}}}}"
        )
        for name, from_ in (("h", end - HEAD_FADE), ("l", end - BEAT / 2)):
            # not `opacity`, for which a browser makes a layer of its own of each label
            fade = f"{_percent(from_, timeline)}{{fill-opacity:0}}{finish},100%{{fill-opacity:1}}"
            yield f"@keyframes {name}{beat}{{0%,{fade}}}"
    for name, moving, red, alone, beside in asides:
        come = timeline.beats[red][0]
        start, finish = _percent(come - STEP_ASIDE, timeline), _percent(come, timeline)
        yield f".{name}{{animation-name:{moving},{name}}}"
        yield f'@keyframes {name}{{0%,{start}{{d:path("{alone}");{EASE}}}{finish},100%{{d:path("{beside}")}}}}'
    still = f".stroke,.head,.label{{animation:none}}{whole}{{stroke-dasharray:none}}"
    yield f"@media (prefers-reduced-motion:reduce){{{still}}}"


def _percent(time: float, timeline: Timeline) -> str:
    return f"{number(100 * time / timeline.duration, 3)}%"
