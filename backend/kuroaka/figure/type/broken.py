"""A long label in, the same in two lines out: broken at the plus or minus that leaves the shorter lines.

A label is as wide as its column has to be; two lines of it take room that is there above and below.
"""

from kuroaka.figure.type.measures import LONGEST_LINE, WORTH
from kuroaka.figure.type.sizes import SCALE
from kuroaka.figure.type.typeset import typeset
from kuroaka.operations import Math

_SIGNS = ("+", "−")


def broken(math: Math) -> Math:
    """The label, in two lines if it is long and a sum, and that makes it much shorter.

    >>> broken(("row", "x", "+", "1"))
    ('row', 'x', '+', '1')
    >>> long = ("row", ("of", "tanh", "alpha"), "+", ("of", "tanh", "beta"), "−", ("of", "tanh", "gamma"))
    >>> broken(long)[0], len(broken(long)[1]), len(broken(long)[2])
    ('lines', 4, 3)
    """
    if not isinstance(math, tuple) or math[0] != "row" or (width := _width(math)) <= LONGEST_LINE:
        return math
    places = [place for place, part in enumerate(math[2:], 2) if part in _SIGNS]
    breaks = [(("row", *math[1:place]), ("row", *math[place:])) for place in places]
    if not breaks:
        return math
    first, second = min(breaks, key=lambda lines: max(map(_width, lines)))
    return ("lines", first, second) if max(map(_width, (first, second))) <= WORTH * width else math


def _width(math: Math) -> float:
    return typeset(math).width * SCALE
