"""Any figure as an exercise: a lesson of one step."""

from kuroaka.asked import Asked, ParameterProblem
from kuroaka.language import LIMITS
from kuroaka.lessons.checking import can_be_blank
from kuroaka.lessons.lesson import BLANK, Exercise, Lesson, Shown, Step
from kuroaka.lessons.sentences import node_of
from kuroaka.page.files import named
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES, say


def exercise(asked: Asked, of: str = "red", blank: str = "") -> Lesson:
    """The lesson that asks for the lines of a figure: all red or black ones, or those of the names in ``blank``.

    Raises ParameterProblem for a name that the figure does not have, and whatever its expression does.

    >>> exercise(Asked(expression="x*y"), blank="x").steps[0].exercise
    Exercise(of='red', blank=('x',))
    """
    names = tuple(name for part in blank.split(",") if (name := part.strip()))
    scene = Scene(asked, limits=LIMITS)
    scene.evaluation  # noqa: B018  (names that are given a value exist)
    of = of if of in BLANK else "red"
    graph = scene.graph
    possible = [node for node in range(len(graph)) if can_be_blank(scene, node, of)]
    for name in names:
        if node_of(graph, name) not in possible:
            known = ", ".join(filter(None, (graph.names[node] for node in possible)))
            raise ParameterProblem("unknown-blank", "/blank", name=name[:80], names=known[:300])
    if not possible:
        raise ParameterProblem("nothing-blank", "/exercise")
    says = {language: say("exercise.says", language) for language in LANGUAGES}
    title = {language: say("exercise.title", language) for language in LANGUAGES}
    shown = Shown(asked.but(frame=None, animate=False))
    step = Step(0, (shown,), says, exercise=Exercise(of, names))
    about = dict.fromkeys(LANGUAGES, " ".join(asked.expression.split()))
    key = f"{shown.link('en')} {of} {blank}"
    name = f"exercise-{named(key.encode())}"  # answers are kept under it
    return Lesson(name, name, title, about, (step,))
