r"""Text in, tokens out: the one grammar of plain text and LaTeX.

``\frac{a}{b}`` becomes ``((a)/(b))``, ``\sin^2 x`` becomes ``sin(x)^2``; every token keeps the place of what it was
made from, so problems point into what was typed.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from kuroaka.language.commands import command
from kuroaka.language.frills import without_frills
from kuroaka.language.heads import bound, continues, head
from kuroaka.language.latex import meant
from kuroaka.language.limits import Limits
from kuroaka.language.notice import Notice
from kuroaka.language.ordinary import read_ordinary
from kuroaka.language.pieces import Piece, pieces
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.reading import Reading
from kuroaka.language.scripts import raised
from kuroaka.language.signs import SIGNS, stray
from kuroaka.language.spelling import plain
from kuroaka.language.tokens import Token
from kuroaka.language.values import letters, number, word


def read(
    text: str, limits: Limits, functions: Mapping[str, Sequence[int]], *, latex: bool
) -> tuple[list[Token], tuple[Notice, ...]]:
    r"""Every token of a text, an ``end`` token last, and what is to be said about how it was read.

    >>> from kuroaka.language.limits import LIMITS
    >>> "".join(token.word for token in read(r"\frac{1}{1 + e^{-x}}", LIMITS, {}, latex=True)[0])
    '((1)/(1+e^(-x)))'
    """
    if len(text) > limits.characters:
        raise LimitProblem("expression-too-long", (limits.characters, len(text)), limit=limits.characters)
    if not text.isascii() and (half := _SURROGATE.search(text)):  # in a comment too: no answer could hold it
        raise SyntaxProblem("invisible-character", half.span(), point=f"U+{ord(half[0]):04X}")
    plainly = plain(text)
    found = pieces(without_frills(plainly, latex=latex), latex=latex)
    reader = _Reader(text, plainly, meant(found) if latex else found, limits, functions, latex=latex)
    return reader.read(), tuple(reader.notices)


_SURROGATE = re.compile("[\ud800-\udfff]")


class _Reader(Reading):
    def read(self) -> list[Token]:
        self.rules = _LATEX if self.latex else _TEXT
        self.begin_line()
        while self._place < self._last:
            self.read_on()
        self.end(self.here)
        return self.found

    def read_on(self) -> None:
        read_ordinary(self)
        if self._place < self._last:
            self.step()

    def step(self) -> None:
        piece = self.here
        kind, word, *_ = piece
        self._place += 1
        self.here = self.pieces[self._place]
        rule = SIGNS.get(word, stray) if kind == "sign" else self.rules[kind]
        rule(self, piece)

    def begin_line(self) -> None:
        while self.here.kind == "end" and self.here.word:
            self.next()
        self.line = len(self.found)
        if self.here.kind in ("word", "command"):
            head(self)

    def end(self, piece: Piece) -> None:
        r"""A line ends at ``;``, at a line break unless the line goes on, at ``\\``, and with the text."""
        if piece.word in ("\n", "\\"):
            while self.latex and self.takes("&"):
                pass
            if continues(self):
                return
        if self.frames:
            self.close_bare()
            if self.frames:
                raise self.unclosed(self.frames[-1])
        self.write("end", piece.word, piece)
        self.check_tokens(piece.stop)
        first = self.found[self.line]
        if first.kind == "bind":
            bound(self, first)
        self.begin_line()


_TEXT: dict[str, Callable[[_Reader, Piece], None]] = {
    "word": word,
    "number": number,
    "command": command,
    "raised": raised,
    "end": _Reader.end,
}
_LATEX = {**_TEXT, "word": letters}
