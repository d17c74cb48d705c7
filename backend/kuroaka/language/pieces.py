r"""Text in, its pieces out: words, numbers, commands and signs, in plain text or in LaTeX.

The two differ in little: in LaTeX a line break is a space, ``%`` begins a comment, and a run of letters is not yet a
name (``wx`` is w times x). Anything that is no piece is refused where it stands.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from kuroaka.language.names import ACCENTED, JAPANESE, LETTER, MARKS
from kuroaka.language.spelling import LOWERED, RAISED

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
_NUMBER = r"""[0-9]{1,3}(?:\{,\}[0-9]{3})+(?![0-9])
      | (?:[0-9]+(?:\{,\}[0-9]+|\.(?!\.|[*/^])[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"""
_SIGN = r"\*\*|[=!<>:]=|->|//|\.[*/^]|\.{3}|[^\s]"


class _Spelling:
    """The kinds of pieces, in the order in which they are tried. Together they match every text whole, so that where
    a piece stands is how long those before it are."""

    def __init__(self, **kinds: str) -> None:
        self.split = re.compile("|".join(f"(?:{kind})" for kind in kinds.values()), re.VERBOSE | re.DOTALL).findall
        named = re.compile("|".join(f"(?P<{name}>{kind})" for name, kind in kinds.items()), re.VERBOSE | re.DOTALL)
        # two characters tell what a piece is, and few pairs occur
        self.kind = lru_cache(1024)(lambda begins: named.match(begins).lastgroup)  # type: ignore[union-attr]


_TEXT = _Spelling(
    space=r"(?:[^\S\n]|\#[^\n]*)+",
    number=_NUMBER,
    word=rf"""[{LETTER}{_MARKED}]
          (?:[{LETTER}0-9{_MARKED}{_MARK}]|_(?!\{{)|(?<=[{JAPANESE}ー])ー)*
          (?:_?[{_LOW}]+)? '*""",
    raised=f"[{_HIGH}]+",
    command=r"\\[A-Za-z]+",
    end=r"[;\n]",
    sign=_SIGN,
)
_LATEX = _Spelling(
    space=r"(?:[\s~]|%[^\n]*)+",
    number=_NUMBER,
    word=rf"[A-Za-z]+ | (?:[{LETTER}]|[{_MARKED}])[{_MARK}]? (?:[{JAPANESE}ー])*",
    raised=f"[{_HIGH}]+",
    command=r"\\(?:[A-Za-z]+\*?|.)",
    end=";",
    sign=_SIGN,
)


def is_latex(text: str) -> bool:
    r"""Whether a text is LaTeX: no plain expression holds a backslash or a dollar outside its comments.

    >>> is_latex(r"\frac{1}{x}"), is_latex("$x$"), is_latex("x^{2}")
    (True, True, False)
    """
    return ("\\" in text or "$" in text) and re.search(r"[\\$]", re.sub(r"#[^\n]*", "", text)) is not None


def pieces(text: str, *, latex: bool) -> list[Piece]:
    """The pieces of a text in its plain form without its spaces, an ``end`` piece last.

    >>> [piece.word for piece in pieces("2x² / y_1", latex=False)]
    ['2', 'x', '²', '/', 'y_1', '']
    """
    found: list[Piece] = []
    spelling = _LATEX if latex else _TEXT
    kind_of = spelling.kind
    new = tuple.__new__  # in half the time of a call of the class
    stop = 0
    spaced = False
    for word in spelling.split(text):
        start, stop = stop, stop + len(word)
        if word == " ":
            spaced = True
            continue
        kind = kind_of(word[:2])
        if kind == "space":
            spaced = True
        else:
            found.append(new(Piece, (kind, word[1:] if kind == "command" else word, start, stop, spaced)))
            spaced = False
    found.append(Piece("end", "", len(text), len(text)))
    return found
