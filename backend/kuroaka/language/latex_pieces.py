r"""LaTeX in, its pieces out: commands, numbers, letters and signs, and what the known commands stand for.

The subset is fixed; there are no macros.
"""

import re
from typing import NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.spelling import plain

FUNCTIONS = {
    **{word: word for word in "exp ln log sin cos tan sinh cosh tanh max min".split()},
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
}
SIGNS = {"cdot": "*", "times": "*", "ast": "*", "div": "/", "lvert": "|", "rvert": "|", "vert": "|", "mid": "|"}
_SPACES = {"quad", "qquad", "displaystyle", "textstyle", "limits", ",", ";", ":", "!", " ", "left", "right"}
_SPACES |= {"big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr"}
WORDS = {"mathrm", "operatorname", "text", "textrm", "mathit", "mathsf", "mathbf"}
FRACTIONS = {"frac", "cfrac", "dfrac", "tfrac"}

_PIECE = re.compile(
    r"""(?P<space>[\s~]+|%[^\n]*)
      | \\(?P<command>[A-Za-z]+|.)
      | (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
      | (?P<letter>[A-Za-zΑ-Ωα-ω])
      | (?P<sign>[-+*/=^_'(){}\[\]|,;])
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


class Piece(NamedTuple):
    """A piece of LaTeX: its kind (a group of the pattern), its word and where it stands."""

    kind: str
    word: str
    start: int
    stop: int


def pieces_of(text: str, limits: Limits) -> list[Piece]:
    """The pieces of a LaTeX text without its spaces, an ``end`` piece last."""
    if len(text) > limits.characters:
        raise LimitProblem("expression-too-long", (limits.characters, len(text)), limit=limits.characters)
    pieces = []
    for match in _PIECE.finditer(plain(text)):
        kind = match.lastgroup or "other"
        if kind == "other":
            raise SyntaxProblem("unexpected-character", match.span(), character=match[0])
        if kind != "space" and not (kind == "command" and match[kind] in _SPACES):
            pieces.append(Piece(kind, match[kind], *match.span()))
    return [*pieces, Piece("end", "", len(text), len(text))]
