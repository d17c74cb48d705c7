"""Pieces of LaTeX in, bracketed tokens out: what both a group in braces and an argument without them need."""

from typing import NamedTuple

from kuroaka.language.latex_pieces import Piece, pieces_of
from kuroaka.language.limits import Limits
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.tokens import Token, TokenKind


class Frame(NamedTuple):
    """An open group: what closes it ("" for an argument without brackets), and the words to write behind it."""

    closer: str
    behind: tuple[Token | str, ...]
    opened: Piece


class Groups:
    """A reading in progress: the pieces still to come, the tokens written, the groups that are open."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text, self.limits = text, limits
        self.pieces = pieces_of(text, limits)
        self.place = 0
        self.found: list[Token] = []
        self.frames: list[Frame] = []
        self.function = False  # whether the last token is a name that calls what follows

    # ---- pieces and tokens -------------------------------------------------------------------------------------

    @property
    def here(self) -> Piece:
        return self.pieces[self.place]

    def next(self) -> Piece:
        piece = self.here
        self.place += piece.kind != "end"
        return piece

    def takes(self, word: str) -> bool:
        """Whether the next piece is this sign; if so it is taken."""
        if self.here.kind == "sign" and self.here.word == word:
            self.place += 1
            return True
        return False

    def write(self, kind: TokenKind, word: str, at: Piece) -> None:
        self.function = False
        self.found.append(Token(kind, word, at.start, at.stop))

    def write_words(self, words: tuple[Token | str, ...], at: Piece) -> None:
        for word in words:
            if isinstance(word, Token):
                self.found.append(word)
            else:
                self.write("bracket" if word in "()|," else "number" if word.isdigit() else "operator", word, at)

    def written(self, piece: Piece) -> str:
        return self.text[piece.start : piece.stop]

    @property
    def after_value(self) -> bool:
        last = self.found[-1] if self.found else None
        if last is None or last.kind in ("operator", "end", "product"):
            return False
        return last.kind != "bracket" or last.word == ")" or (last.word == "|" and not self.inside("|"))

    def inside(self, closer: str) -> bool:
        """Whether the innermost group with brackets is closed by this."""
        return next((frame.closer for frame in reversed(self.frames) if frame.closer), "") == closer

    # ---- groups ------------------------------------------------------------------------------------------------

    def open(self, closer: str, behind: tuple[Token | str, ...], at: Piece) -> None:
        """A group that the parser sees as a bracket; in front of it a value is multiplied."""
        if self.after_value and not self.function:
            self.found.append(Token("product", "", at.start, at.start))
        self.write("bracket", "(", at)
        self.frames.append(Frame(closer, (")", *behind), at))

    def close(self, piece: Piece) -> None:
        self.close_bare()
        if not self.frames or self.frames[-1].closer != piece.word:
            code = "mismatched-bracket" if self.frames else "unmatched-bracket"
            opened = self.written(self.frames[-1].opened) if self.frames else ""
            raise SyntaxProblem(code, (piece.start, piece.stop), character=self.written(piece), opened=opened)
        self.write_words(self.frames.pop().behind, piece)

    def close_bare(self) -> None:
        r"""End the arguments without brackets, such as that of ``\sin 2x`` before a plus."""
        while self.frames and not self.frames[-1].closer:
            frame = self.frames.pop()
            self.write_words(frame.behind, frame.opened._replace(start=self.here.start, stop=self.here.start))
