"""A timeline in, style rules out: keyframes shared by all lines of a beat, on class selectors only.

Strokes are drawn from their source, heads appear as the stroke arrives, labels fade in meanwhile. A black line that is
alone runs on its axis, and steps aside when its red one comes: that alone has rules of a line of its own. Every
animation lasts one loop, so a player can stop them all and set one time. Without these rules the file shows
the finished figure, and so it does where the reader wants less motion, and in programs that read rules but know no
keyframes: whatever only motion needs stands inside of these.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kuroaka.figure.drawing.strokes import number
from kuroaka.figure.drawing.svg import OWN
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
    timeline: Timeline, used: Iterable[int], asides: Iterable[Aside] = (), dashed: Collection[int] = ()
) -> Iterator[str]:
    """The rules for the beats in use; beat 3 has the classes s3 (stroke), h3 (head), l3 (labels). What
    steps aside has a class of its own. In a beat that is ``dashed`` strokes have a pattern of their own, which has to
    stay, and are hidden by an offset as large as their type (``draw`` sees to that); others count as 1.
    """
    moving = f".{OWN} .lines,.{OWN} .stroke,.{OWN} .head,.{OWN} .label"
    yield f"{moving}{{animation:{number(timeline.duration, 3)}s linear infinite both}}"
    # all that is stroked in it takes this over
    yield f".{OWN} .lines{{animation-name:{OWN}d}}@keyframes {OWN}d{{0%,100%{{stroke-dasharray:1}}}}"
    yield f".{OWN} .stroke{{{EASE}}}"
    for beat in sorted(used):
        begin, end = timeline.beats[beat]
        yield "".join(f".{OWN} .{kind}{beat}{{animation-name:{OWN}{kind}{beat}}}" for kind in "shl")
        whole = "1em" if beat in dashed else "1"
        start, finish = _percent(begin, timeline), _percent(end, timeline)
        # between a hidden and a visible keyframe a stroke is visible: it shows from `start` on, never before
        yield (
            f"@keyframes {OWN}s{beat}{{0%,{start}{{stroke-dashoffset:{whole};visibility:hidden}}"
            f"{finish},100%{{stroke-dashoffset:0;visibility:inherit}}}}"
        )
        for name, from_ in (("h", end - HEAD_FADE), ("l", end - BEAT / 2)):
            # not `opacity`, for which a browser makes a layer of its own of each label
            fade = f"{_percent(from_, timeline)}{{fill-opacity:0}}{finish},100%{{fill-opacity:1}}"
            yield f"@keyframes {OWN}{name}{beat}{{0%,{fade}}}"
    for name, coming, red, alone, beside in asides:
        come = timeline.beats[red][0]
        start, finish = _percent(come - STEP_ASIDE, timeline), _percent(come, timeline)
        ease = "" if name.startswith("s") else f";{EASE}"  # a stroke does anyhow
        yield f".{OWN} .{name}{{animation-name:{OWN}{coming},{OWN}{name}}}"
        yield f'@keyframes {OWN}{name}{{0%,{start}{{d:path("{alone}"){ease}}}{finish},100%{{d:path("{beside}")}}}}'
    yield f"@media (prefers-reduced-motion:reduce){{{moving}{{animation:none}}}}"


def _percent(time: float, timeline: Timeline) -> str:
    return f"{number(100 * time / timeline.duration, 3)}%"
