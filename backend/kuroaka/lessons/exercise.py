"""Any figure as an exercise: a lesson of one step."""

from kuroaka.asked import Asked, ParameterProblem
from kuroaka.language import LIMITS
from kuroaka.lessons.lesson import Exercise, Lesson, Shown, Step
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
    for name in names:
        if name not in scene.graph.names:
            known = ", ".join(filter(None, scene.graph.names))
            raise ParameterProblem("unknown-blank", "/blank", name=name[:80], names=known[:300])
    says = {language: say("exercise.says", language) for language in LANGUAGES}
    title = {language: say("exercise.title", language) for language in LANGUAGES}
    shown = Shown(asked.but(frame=None, animate=False))
    step = Step(0, (shown,), says, exercise=Exercise(of if of in ("red", "black", "both") else "red", names))
    about = dict.fromkeys(LANGUAGES, " ".join(asked.expression.split()))
    return Lesson("exercise", "exercise", title, about, (step,))
