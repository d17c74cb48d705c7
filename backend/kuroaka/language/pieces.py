r"""Text in, its pieces out: words, numbers, commands and signs, in plain text or in LaTeX.

The two differ in little: in LaTeX a line break is a space, ``%`` begins a comment, and a run of letters is not yet a
name (``wx`` is w times x). Anything that is no piece is refused where it stands.
"""

import re
from typing import Literal, NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.names import ACCENTED, JAPANESE, LETTER, MARKS
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.spelling import LOWERED, RAISED, plain

PieceKind = Literal["number", "word", "command", "sign", "raised", "end"]


class Piece(NamedTuple):
    """A piece of the text and where it stands; ``spaced`` says whether there is a space in front of it."""

    kind: PieceKind
    word: str
    start: int
    stop: int
    spaced: bool = False


_LOW, _HIGH = "".join(LOWERED), "".join(RAISED)
_MARKED = "".join(ACCENTED)
_MARK = "".join(MARKS)
_NUMBER = r"""(?P<number>
        [0-9]{1,3}(?:\{,\}[0-9]{3})+(?![0-9])
      | (?:[0-9]+(?:\{,\}[0-9]+|\.(?!\.|[*/^])[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?
      )"""
_SIGN = r"(?P<sign> \*\*|[=!<>:]=|->|//|\.[*/^]|\.{3}|[^\s] )"
_SURROGATE = re.compile("[\ud800-\udfff]")
_TEXT = re.compile(
    rf"""(?P<space>(?:[^\S\n]|\#[^\n]*)+)
      | {_NUMBER}
      | (?P<word> [{LETTER}{_MARKED}]
          (?:[{LETTER}0-9{_MARKED}{_MARK}]|_(?!\{{)|(?<=[{JAPANESE}ー])ー)*
          (?:_?[{_LOW}]+)? '* )
      | (?P<raised>[{_HIGH}]+)
      | \\(?P<command>[A-Za-z]+)
      | (?P<end>[;\n])
      | {_SIGN}""",
    re.VERBOSE,
)
_LATEX = re.compile(
    rf"""(?P<space>(?:[\s~]|%[^\n]*)+)
      | {_NUMBER}
      | (?P<word> [A-Za-z]+ | (?:[{LETTER}]|[{_MARKED}])[{_MARK}]? (?:[{JAPANESE}ー])* )
      | (?P<raised>[{_HIGH}]+)
      | \\(?P<command>[A-Za-z]+\*?|.)
      | (?P<end>;)
      | {_SIGN}""",
    re.VERBOSE | re.DOTALL,
)


def is_latex(text: str) -> bool:
    r"""Whether a text is LaTeX: no plain expression holds a backslash or a dollar outside its comments.

    >>> is_latex(r"\frac{1}{x}"), is_latex("$x$"), is_latex("x^{2}")
    (True, True, False)
    """
    return ("\\" in text or "$" in text) and re.search(r"[\\$]", re.sub(r"#[^\n]*", "", text)) is not None


def pieces(text: str, limits: Limits, *, latex: bool) -> list[Piece]:
    """The pieces of a text without its spaces, an ``end`` piece last.

    >>> from kuroaka.language.limits import LIMITS
    >>> [piece.word for piece in pieces("2x² ÷ y_1", LIMITS, latex=False)]
    ['2', 'x', '²', '/', 'y_1', '']
    """
    if len(text) > limits.characters:
        raise LimitProblem("expression-too-long", (limits.characters, len(text)), limit=limits.characters)
    if not text.isascii() and (half := _SURROGATE.search(text)):  # in a comment too: no answer could hold it
        raise SyntaxProblem("invisible-character", half.span(), point=f"U+{ord(half[0]):04X}")
    found: list[Piece] = []
    spaced = False
    new = tuple.__new__  # in half the time of a call of the class
    for match in (_LATEX if latex else _TEXT).finditer(plain(text)):
        kind = match.lastgroup
        if kind == "space":
            spaced = True
        else:
            start, stop = match.span()
            found.append(new(Piece, (kind, match[kind or 0], start, stop, spaced)))
            spaced = False
    found.append(Piece("end", "", len(text), len(text)))
    return found
