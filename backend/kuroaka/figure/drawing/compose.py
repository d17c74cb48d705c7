"""A scene in, the finished figure out: labels chosen, symbols set, title and description written."""

from collections.abc import Callable, Mapping

from kuroaka.asked import Show
from kuroaka.figure.drawing.draw import draw
from kuroaka.figure.drawing.picture import Picture, place
from kuroaka.figure.drawing.refused import too_large
from kuroaka.figure.drawing.svg import named
from kuroaka.figure.type.broken import broken
from kuroaka.figure.type.sizes import LineTexts
from kuroaka.formulas import Label, figure_number, name_math, print_number
from kuroaka.graph.network import sign_of_sum
from kuroaka.operations import Math
from kuroaka.scene import Line, Scene
from kuroaka.words import say


def figure(scene: Scene) -> str:
    """The figure of a scene, as SVG text.

    Raises LimitProblem for one of more lines, or of a larger file, than the scene may have.

    >>> from kuroaka.asked import Asked
    >>> figure(Scene(Asked(expression="x*y", at={"x": 2, "y": 3})))[:4]
    '<svg'
    """
    asked = scene.asked
    drawn = named(
        draw(
            picture(scene),
            title=scene.title,
            description=description(scene),
            animate=asked.animate,
            frame=asked.frame,
            dashes=asked.dashes,
            paper=asked.paper,
        )
    )
    if (size := len(drawn.encode())) > scene.limits.bytes:
        raise too_large(scene, scene.limits.bytes / size)
    return drawn


def description(scene: Scene) -> str:
    """What the figure says, for who cannot see it."""
    asked, result = scene.asked, scene.evaluation
    gradients = ", ".join(f"{name} {print_number(value)}" for name, value in result.gradients.items())
    return say(
        "figure.description",
        asked.lang,
        value=", ".join(map(print_number, result.values)),
        gradients=gradients or say("figure.no-gradients", asked.lang),
    )


def picture(scene: Scene) -> Picture:
    """The labels and symbols of the figure, and where they stand.

    Raises LimitProblem for a figure of more lines than the scene may have.
    """
    if len(scene.lines) > scene.limits.lines:
        raise too_large(scene, scene.limits.lines / len(scene.lines) / 2)  # the file has a limit, too
    return place(
        scene.drawn,
        labels={show: _LABELS[show](scene) for show in scene.asked.show},
        symbols=[_symbol(scene, place) for place in range(len(scene.nodes))],
        names=[name_math(name) for name in scene.graph.output_names],
        sizes=[(line.value, line.flowing or 0.0) for line in scene.lines],
        fit=scene.asked.fit,
    )


def _symbol(scene: Scene, place: int) -> Math:
    """What is set in a circle; at the beginning of a line, the formula of what it carries."""
    node, is_half = scene.nodes[place], scene.drawn.nodes[place] in scene.drawn.halves
    match node.kind:
        case "branch":
            return ""
        case "operation":
            if not is_half and (sign := sign_of_sum(scene.drawn, place)):
                return sign
            return node.sign.math if node.folded else ("of", node.sign.math, ("row",))
        case _:
            return node.forward.math


def _formulas(scene: Scene) -> LineTexts:
    return _texts(scene, lambda line: line.backward)


def _rules(scene: Scene) -> LineTexts:
    return _texts(scene, lambda line: line.rule)


def _texts(scene: Scene, backward: Callable[[Line], Label | None]) -> LineTexts:
    red = [backward(line) for line in scene.lines]
    return LineTexts(
        [broken(line.forward.math) for line in scene.lines],
        [label and broken(label.math) for label in red],
        {line: label.math for line, (label, _) in scene.onward.items()},
    )


def _numbers(scene: Scene) -> LineTexts:
    return LineTexts(
        [figure_number(line.value) for line in scene.lines],
        [None if line.flowing is None else figure_number(line.flowing) for line in scene.lines],
        {line: figure_number(number) for line, (_, number) in scene.onward.items()},
    )


_LABELS: Mapping[Show, Callable[[Scene], LineTexts]] = {"formulas": _formulas, "numbers": _numbers, "rules": _rules}
