"""Any figure as an exercise: a lesson of one step."""

from kuroaka.asked import Asked
from kuroaka.language import LIMITS
from kuroaka.lessons.checking import check_lesson
from kuroaka.lessons.lesson import Exercise, Lesson, Shown, Step
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES, say


def exercise(asked: Asked, of: str = "red", blank: str = "") -> Lesson:
    """The lesson that asks for the lines of a figure: all red or black ones, or those of the names in ``blank``.

    Raises ExpressionProblem for a figure that cannot be drawn, LessonProblem for a name that it does not have.

    >>> exercise(Asked(expression="x*y"), blank="x").steps[0].exercise
    Exercise(of='red', blank=('x',))
    """
    Scene(asked, limits=LIMITS).evaluation  # noqa: B018  (what is wrong with it has a place in its text)
    names = tuple(name for part in blank.split(",") if (name := part.strip()))
    says = {language: say("exercise.says", language) for language in LANGUAGES}
    title = {language: say("exercise.title", language) for language in LANGUAGES}
    shown = Shown(asked.but(frame=None, animate=False))
    step = Step(0, (shown,), says, exercise=Exercise(of if of in ("red", "black", "both") else "red", names))
    about = dict.fromkeys(LANGUAGES, " ".join(asked.expression.split()))
    lesson = Lesson("exercise", "exercise", title, about, (step,))
    check_lesson(lesson)
    return lesson
