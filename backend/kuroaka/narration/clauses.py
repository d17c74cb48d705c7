"""A step in, what is said of it out, as data: words in the asked language, and slots for signs, formulas and numbers.

Whoever tells it fills the slots: the service with text (``kuroaka.narration.sentences``), the page with mathematics and
with the numbers of the moment (``frontend/src/narration/sentences.js``).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from kuroaka.formulas import Label
from kuroaka.graph import Step
from kuroaka.scene import Scene
from kuroaka.words import Language, catalogue, say

# "sign": that of a node. "value", "adjoint": of a node. "contribution": of a line. "sum": what comes back to a branch.
SlotKind = Literal["sign", "value", "adjoint", "contribution", "sum"]

LONG = 60  # characters; formulas that are longer in the mean are left out of a sentence
MANY = 3  # with more clauses than this a frame is told in short
LISTED = 4  # so many operations, and so many addends, are told one by one


class Slot(NamedTuple):
    """What is to be filled in: a node of the whole graph, or a line; ``brief`` is the number without its formula."""

    kind: SlotKind
    part: int
    brief: bool = False


Piece = str | Slot


def clauses(scene: Scene, step: Step) -> list[Piece]:
    """What a step of what is drawn does, operation by operation.

    >>> from kuroaka.asked import Asked
    >>> scene = Scene(Asked(expression="x*y"))
    >>> clauses(scene, scene.steps[0])
    [Slot(kind='sign', part=2, brief=False), ' gives ', Slot(kind='value', part=2, brief=False), '.']
    """
    language = scene.asked.lang
    if not step.nodes:
        return [say("says.nothing", language)]
    if len(step.nodes) > MANY:
        return _many(scene, step)
    told = [_clause(scene, step, place) for place in _in_order(scene, step)]
    pieces = _joined(told, say("says.between", language))
    length = sum(len(label.text) for piece in pieces if isinstance(piece, Slot) and (label := label_of(scene, piece)))
    is_long = length > LONG * len(told)
    return [piece._replace(brief=True) if isinstance(piece, Slot) and is_long else piece for piece in pieces]


def label_of(scene: Scene, slot: Slot) -> Label | None:
    """The formula of a slot; of a circle, which only says its name, what the name means."""
    labels = scene.labels
    match slot.kind:
        case "sign":
            return None
        case "value":
            label = labels.values[slot.part]
            return (label.means if slot.part in scene.drawn.circles else None) or label
        case "contribution":
            return labels.contributions[slot.part]
        case _:
            return labels.adjoints[slot.part]


def _in_order(scene: Scene, step: Step) -> list[int]:
    """The nodes of a step; a branch after the operations whose red values it adds."""
    return sorted(step.nodes, key=lambda place: scene.nodes[place].kind == "branch")


def _clause(scene: Scene, step: Step, place: int) -> list[Piece]:
    node, kind = scene.drawn.nodes[place], scene.nodes[place].kind
    sign, value, adjoint = (Slot(what, node) for what in ("sign", "value", "adjoint"))
    if step.direction == "forward":
        return (
            _said(scene, "gives", sign=[sign], value=[value])
            if kind == "operation"
            else _said(scene, "output", value=[value])
        )
    if kind == "branch":
        return _said(scene, "adds", sum=[Slot("sum", node)])
    if kind != "operation":
        return _said(scene, "seed", value=[adjoint])
    sent = _sent(scene, place)
    if len(sent) > 1 and len({label_of(scene, slot) for slot in sent}) == 1:
        key = "sends-both" if len(sent) == 2 else "sends-each"
        return _said(scene, key, sign=[sign], value=sent[:1], count=[str(len(sent))])
    return _said(scene, "sends", sign=[sign], values=_listed(scene, sent))


def _listed(scene: Scene, slots: Sequence[Slot]) -> list[Piece]:
    """One after another, the last after an "and"."""
    before = _joined([[slot] for slot in slots[:-1]], say("says.then", scene.asked.lang))
    return [*before, say("says.and", scene.asked.lang), slots[-1]] if before else [*slots]


def _sent(scene: Scene, place: int) -> list[Slot]:
    """What an operation or a circle sends back, a line each."""
    lines = (scene.drawn.back[line] for line in scene.drawn.graph.arrivals[place])
    return [Slot("contribution", line) for line in lines if scene.labels.contributions[line] is not None]


def _many(scene: Scene, step: Step) -> list[Piece]:
    """How many operations they are, and the numbers of the first few."""
    told: list[list[Piece]] = []
    for place in _in_order(scene, step)[:LISTED]:
        node = scene.drawn.nodes[place]
        if step.direction == "forward":
            slots = [Slot("value", node)]
        else:
            slots = _sent(scene, place) if scene.nodes[place].kind == "operation" else [Slot("adjoint", node)]
        numbers: list[list[Piece]] = [[slot._replace(brief=True)] for slot in slots]
        told.append([Slot("sign", node), " ", *_joined(numbers, ", ")])
    rest = len(step.nodes) - LISTED
    more: list[Piece] = [say("says.more", scene.asked.lang, rest=rest)] if rest > 0 else []
    count = str(len(step.nodes))
    return _said(scene, f"many-{step.direction}", count=[count], first=[*_joined(told, "; "), *more])


def _said(scene: Scene, key: str, **slots: Sequence[Piece]) -> list[Piece]:
    """A sentence of the catalogue with pieces in its places."""
    parts = _template(key, scene.asked.lang)
    return [piece for at, part in enumerate(parts) for piece in (slots[part] if at % 2 else [part] if part else [])]


@cache
def _template(key: str, language: Language) -> list[str]:
    """Words and the names of places, in turn."""
    return re.split(r"\{(\w+)\}", catalogue(language)[f"says.{key}"])


def _joined(parts: Sequence[Sequence[Piece]], between: str) -> list[Piece]:
    return [piece for at, part in enumerate(parts) for piece in ([between] if at else []) + [*part]]
