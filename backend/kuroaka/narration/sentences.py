"""Steps in, sentences out: what happens in a frame, with the symbol and the number, in the asked language."""

from kuroaka.formulas import Label, print_number
from kuroaka.graph import Step
from kuroaka.scene import Scene
from kuroaka.words import say


def sentence(scene: Scene, step: Step) -> str:
    """What a step of what is drawn does, operation by operation.

    >>> from kuroaka.asked import Asked
    >>> scene = Scene(Asked(expression="x*y", at={"x": 2, "y": 3}))
    >>> for step in scene.steps:
    ...     print(sentence(scene, step))
    × gives x*y = 6.
    × sends back E*y = 3 and E*x = 2.
    """
    language = scene.asked.lang
    parts = []
    for place in step.nodes:
        node = scene.nodes[place]
        sign = node.text if node.kind == "operation" else ""
        if step.direction == "forward":
            formula = (node.forward.means if node.folded else None) or node.forward
            key = "says.forward" if sign else "says.leaf"
            parts.append(say(key, language, sign=sign, value=_equation(formula, node.value)))
        elif node.kind == "operation":
            lines = [scene.lines[line] for line in scene.drawn.graph.arrivals[place]]
            values = [_equation(line.backward, line.flowing) for line in lines if line.backward is not None]
            parts.append(say("says.backward", language, sign=sign, values=say("says.and", language).join(values)))
        else:
            key = "says.branch" if node.kind == "branch" else "says.seed"
            parts.append(say(key, language, value=_equation(node.backward, node.adjoint)))
    return say("says.between", language).join(parts) or say("says.nothing", language)


def _equation(label: Label | None, value: float | None) -> str:
    """``formula = number``, or the number alone where the formula is just that."""
    if label is None or value is None:
        return ""
    printed = print_number(value)
    return printed if label.text.replace("-", "−") == printed else f"{label.text} = {printed}"
