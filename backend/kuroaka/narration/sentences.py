"""Steps in, sentences out: what happens in a frame, with the sign and the number, in the asked language."""

import math
import re
from collections.abc import Iterable

from kuroaka.formulas import Label, print_number, print_sum
from kuroaka.narration.clauses import LISTED, Piece, Slot, label_of
from kuroaka.operations import is_general
from kuroaka.scene import Scene

_LITERAL = re.compile(r"-?[\d.]+(e[-+]?\d+)?")


def sentence(scene: Scene, pieces: Iterable[Piece]) -> str:
    """The clauses of a step with their slots filled.

    >>> from kuroaka.asked import Asked
    >>> from kuroaka.narration import clauses
    >>> scene = Scene(Asked(expression="x*y - x", at={"x": 2, "y": 3}))
    >>> for step in scene.steps:
    ...     print(sentence(scene, clauses(scene, step)))
    × gives x*y = 6.
    − gives x*y − x = 4.
    − sends back E = 1 and −E = −1.
    × sends back E*y = 3 and E*x = 2. At ● the red values add up: E*(y − 1) = −1 + 3 = 2.
    """
    return "".join(piece if isinstance(piece, str) else _filled(scene, piece) for piece in pieces)


def is_told(label: Label | None, value: float) -> bool:
    """Whether a formula says more than its number, and the truth: what cancels in symbols may have no number.

    >>> is_told(Label("x*y", "?"), 6.0), is_told(Label("2", "2"), 2.0), is_told(Label("x/x", "?"), math.nan)
    (True, False, False)
    """
    return label is not None and not math.isnan(value) and not _LITERAL.fullmatch(label.text)


def _filled(scene: Scene, slot: Slot) -> str:
    passes = scene.evaluation.passes
    match slot.kind:
        case "sign":
            return scene.signs[slot.part].text
        case "value":
            return _equation(scene, slot, passes.values[slot.part])
        case "contribution":
            return _equation(scene, slot, passes.contributions[slot.part])
        case "adjoint":
            return _equation(scene, slot, passes.adjoints[slot.part])
        case _:
            return _sum(scene, slot)


def _equation(scene: Scene, slot: Slot, value: float | None) -> str:
    """``formula = number``, or the number alone; behind a function that nobody defined the formula alone."""
    number = math.nan if value is None else value
    label = None if slot.brief else label_of(scene, slot)
    if label is not None and any(map(is_general, scene.graph.operations)):
        return label.text.replace("-", "−")
    return _formula(scene, slot, number) + print_number(number)


def _sum(scene: Scene, slot: Slot) -> str:
    """``formula = addends = number``."""
    passes = scene.evaluation.passes
    total = passes.adjoints[slot.part] or 0.0
    addends = [passes.contributions[line] or 0.0 for line in scene.graph.returning[slot.part]]
    printed = print_sum(addends, total)
    first, *rest = printed.addends[:LISTED]
    shown = [first, *(f"({one})" if one.startswith("−") else one for one in rest), *["…"] * (len(addends) > LISTED)]
    return f"{_formula(scene, slot, total)}{' + '.join(shown)} {printed.sign} {printed.total}"


def _formula(scene: Scene, slot: Slot, value: float) -> str:
    label = label_of(scene, slot)
    return f"{label.text.replace('-', '−')} = " if label and not slot.brief and is_told(label, value) else ""
