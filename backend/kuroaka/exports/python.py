"""A scene in, a numpy program out that does both passes line by line and prints the value and gradients."""

from kuroaka.exports.source import Piece, Source, Target, exact, heading, printed
from kuroaka.exports.spellings import calls, comparisons
from kuroaka.graph import passes
from kuroaka.scene import Scene

NUMPY = Target(
    imports="import numpy as np",
    number="np.float64({})",
    taken=("np", "E"),
    calls=calls("numpy"),
    helpers={
        "sigmoid": '''
def sigmoid(x):
    """1/(1 + exp(-x)), exact on both sides."""
    return np.exp(-np.logaddexp(0, -x))
''',
        "erf": '''
def erf(x):
    """The error function, which numpy has not."""
    import math
    return np.float64(math.erf(x))
''',
        "erfc": '''
def erfc(x):
    """1 - erf(x)."""
    import math
    return np.float64(math.erfc(x))
''',
        "sinc": '''
def sinc(x):
    """sin(x)/x, and 1 at 0."""
    return np.sin(x)/x if x != 0 else np.float64(1)
''',
        "sinc_slope": '''
def sinc_slope(x):
    """The derivative of sin(x)/x; a series around 0, where it cancels."""
    if not abs(x) < 2:
        return (np.cos(x) - np.sin(x)/x)/x
    series = np.float64(1)
    for k in range(12, 0, -1):
        series = 1 - x*x/(2*k*(2*k + 3))*series
    return -x/3*series
''',
        "gelu": '''
def gelu(x):
    """x/2*(1 + erf(x/sqrt(2))), exact also far to the left."""
    import math
    return np.float64(x/2*math.erfc(-x/math.sqrt(2)))
''',
        **comparisons("np.float64(np.nan if np.isnan(x) or np.isnan(y) else x {} y)"),
        "where": '''
def where(c, x, y):
    """x where c is not 0, else y; NaN stays NaN."""
    return np.float64(c if np.isnan(c) else x if c != 0 else y)
''',
        "power_base": '''
def power_base(x, y):
    """The derivative of x**y to x: 0 where y is 0."""
    return y*x**(y - 1) if y != 0 else np.float64(0)
''',
        "power_exponent": '''
def power_exponent(x, y):
    """The derivative of x**y to y: 0 at x = 0, where 0**y is flat."""
    return x**y*np.log(x) if x != 0 or y < 0 else np.float64(0)
''',
    },
)


def write(scene: Scene) -> str:
    """The program. Its backward lines are the rules of the table.

    >>> from kuroaka.asked import Asked
    >>> print(write(Scene(Asked(expression="x^2 + y", at={"x": 3}))))
    import numpy as np
    <BLANKLINE>
    # x^2 + y
    <BLANKLINE>
    # Values
    x = np.float64(3.0)
    y = np.float64(1.0)
    <BLANKLINE>
    # Forward
    v2 = x**2
    v4 = v2 + y
    <BLANKLINE>
    # Backward: dx is the gradient of x, and so on
    E = np.float64(1.0)
    dv4 = E
    dy = dv4
    dv2 = dv4
    dx = dv2*(2*x)
    <BLANKLINE>
    print("value:", v4)
    print("gradient of x:", dx)
    print("gradient of y:", dy)
    <BLANKLINE>
    """
    graph, evaluation, language = scene.graph, scene.evaluation, scene.asked.lang
    source = Source(graph, NUMPY, language)
    names = source.names
    leaves = [
        f"{names.values[node]} = np.float64({exact(evaluation.point[name])})" for name, node in graph.leaves.items()
    ]
    many = len(graph.outputs) > 1
    letters = [names.free(f"E_{number}") for number in range(1, len(graph.outputs) + 1)] if many else ["E"]
    result = passes(graph, source.leaf, list(map(Piece, letters)), source.arithmetic(), source.keep)
    seeds = [f"{letter} = {_number(seed)}" for letter, seed in zip(letters, evaluation.seeds, strict=True)]
    return source.program(
        (heading("values", language), leaves),
        (heading("forward", language), source.lines["forward"]),
        (heading("backward", language), [*seeds, *source.lines["backward"]] if graph.leaves else []),
        ("", printed(evaluation, language, [result.values[output].text for output in graph.outputs], names.gradients)),
    )


def _number(value: float) -> str:
    return NUMPY.number.format(exact(value))
