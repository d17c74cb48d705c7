"""A long label in, the same in two lines out: broken at the plus or minus that leaves the shorter lines, if need be
within brackets.

A label is as wide as its column has to be; two lines of it take room that is there above and below.
"""

from kuroaka.figure.type.measures import LONGEST_LINE, WORTH
from kuroaka.figure.type.sizes import SCALE
from kuroaka.figure.type.typeset import typeset
from kuroaka.operations import Math

_SIGNS = ("+", "−")
_OPENING = "("
_HIGHER = 1.3  # than a sign on the line is a bracket that it can stand for, at most


def broken(math: Math) -> Math:
    """The label, in two lines if it is long and a sum, or a product with one at its end, and that makes it much
    shorter.

    >>> broken(("row", "x", "+", "1"))
    ('row', 'x', '+', '1')
    >>> long = ("row", ("of", "tanh", "alpha"), "+", ("of", "tanh", "beta"), "−", ("of", "tanh", "gamma"))
    >>> broken(long)[0], len(broken(long)[1]), len(broken(long)[2])
    ('lines', 4, 3)
    """
    if not isinstance(math, tuple) or math[0] not in ("row", "times") or (width := _width(math)) <= LONGEST_LINE:
        return math
    breaks = _breaks(math) or _breaks(_opened(math))
    if not breaks:
        return math
    first, second = min(breaks, key=lambda lines: max(map(_width, lines)))
    return ("lines", first, second) if max(map(_width, (first, second))) <= WORTH * width else math


def _breaks(math: Math) -> list[tuple[Math, Math]]:
    """Both lines for each plus or minus of a row but a leading one."""
    if math[0] != "row":
        return []
    places = [place for place in range(2, len(math)) if math[place] in _SIGNS and math[place - 1] != _OPENING]
    return [(("row", *math[1:place]), ("row", *math[place:])) for place in places]


def _opened(math: Math) -> Math:
    """A product with a sum at its end as a row, its brackets signs of that, unless they are much higher."""
    match math:
        case ("row", *before, ("times", *_) as last):
            opened = _opened(last)
            return ("row", *before, *opened[1:]) if opened is not last else math
        case ("times", *factors, ("par", ("row", *terms)) as bracketed):
            if _height(bracketed) <= _HIGHER * _height(_OPENING):
                return ("row", ("times", *factors), _OPENING, *terms, ")")
    return math


def _height(math: Math) -> int:
    formula = typeset(math)
    return formula.ascent + formula.descent


def _width(math: Math) -> float:
    return typeset(math).width * SCALE
