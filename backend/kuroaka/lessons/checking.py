"""A lesson in, nothing out, if every figure of it can be drawn and every sentence filled."""

from kuroaka.language import LIMITS
from kuroaka.lessons.lesson import Exercise, Lesson, LessonProblem, Shown, Step
from kuroaka.lessons.sentences import fill, node_of
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES
from kuroaka.words.problem import Problem


def check_lesson(lesson: Lesson) -> None:
    """Raises LessonProblem for the first thing in it that does not hold."""
    for step in lesson.steps:
        for shown in step.figures:
            _check_figure(lesson, step, shown)
        for language in LANGUAGES:
            fill(lesson, step, language)


def _check_figure(lesson: Lesson, step: Step, shown: Shown) -> None:
    try:
        scene = Scene(shown.asked, limits=LIMITS)
        scene.evaluation  # noqa: B018  (names that are given a value exist)
    except Problem as problem:
        raise LessonProblem("lesson-figure", lesson.file, step.line, message=problem) from None
    graph = scene.graph
    inputs = ", ".join(graph.leaves)
    curve = (step.curve,) if step.curve else ()
    named = {"moves": tuple(name for name in step.moves if name != "E"), "frozen": step.frozen, "curve": curve}
    names = [(key, what) for key, listed in named.items() for what in listed]
    for key, what in names if shown is step.figures[0] else ():
        if what not in graph.leaves:
            raise LessonProblem("lesson-name", lesson.file, step.line, key=key, what=what, names=inputs)
    if shown is step.figures[0] and step.exercise:
        _check_exercise(lesson, step, scene)


def _check_exercise(lesson: Lesson, step: Step, scene: Scene) -> None:
    """Every name has a line that can be blank."""
    exercise, graph = step.exercise or Exercise(), scene.graph
    for what in exercise.blank:
        node = node_of(graph, what)
        if node is None:
            names = ", ".join(filter(None, graph.names))
            raise LessonProblem("lesson-name", lesson.file, step.line, key="blank", what=what, names=names)
        if not can_be_blank(scene, node, exercise.of):
            raise LessonProblem("lesson-blank", lesson.file, step.line, what=what)


def can_be_blank(scene: Scene, node: int, of: str) -> bool:
    """Whether a node has a line whose value can be asked for: what enters at an output is given, and so are inputs.

    >>> from kuroaka.asked import Asked
    >>> scene = Scene(Asked(expression="x*y"))
    >>> [can_be_blank(scene, node, "red") for node in range(3)], can_be_blank(scene, 0, "black")
    ([True, True, False], False)
    """
    red = of != "black" and scene.labels.adjoints[node] is not None
    black = of != "red" and scene.graph.kinds[node] == "operation"
    return node not in scene.graph.outputs and (red or black)
