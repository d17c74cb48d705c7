"""A reading in progress: the pieces still to come, the tokens written so far, and the groups that are open."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.names import same_name
from kuroaka.language.notice import Notice
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import LimitProblem, Span, SyntaxProblem
from kuroaka.language.tokens import Token, TokenKind

_new = tuple.__new__  # a token in half the time that a call of its class takes
PAIRS = {"(": ")", "[": "]", "{": "}", "\\{": "\\}"}  # brackets in which a value or arguments may stand
Written = Token | str  # a token, or the word of a bracket, operator or number


class Frame(NamedTuple):
    """An open group: what closes it ("" for an argument without brackets), what is written behind it, the piece that
    opened it, where its tokens begin, and what is done with them at the end."""

    closer: str
    behind: tuple[Written, ...]
    opened: Piece
    begins: int
    finish: Callable[[list[Token]], list[Token]] | None = None
    single: bool = False  # an argument without brackets that is one name or number: that of a root
    loose: bool = False  # an argument without brackets that goes on behind * and /: that of a sum


class Reading(ABC):
    """What every rule of the grammar works on."""

    line = 0  # where the tokens of the line begin

    def __init__(
        self,
        text: str,
        plain: str,
        found: list[Piece],
        limits: Limits,
        functions: Mapping[str, Sequence[int]],
        *,
        latex: bool,
    ) -> None:
        self.plain = plain  # where the spelling of a construct is looked for
        self.text, self.limits, self.functions, self.latex = text, limits, functions, latex
        self.pieces = found
        self.place = 0
        self._last = len(found) - 1
        self.replaced: list[tuple[int, Piece]] = []  # what stood where something was put back
        self.found: list[Token] = []
        self.frames: list[Frame] = []
        self.values: set[str] = set()  # names bound to a value
        self.own: set[str] = set()  # names bound to a function
        self.bases: set[str] = set()  # the words that bound names begin with: net of net_h1
        self.names: dict[str, str] = {}  # the spelling of each name that came first
        self.notices: list[Notice] = []

    @abstractmethod
    def read_on(self) -> None:
        """Read a run of ordinary pieces and what stands behind it."""

    @abstractmethod
    def step(self) -> None:
        """Read one piece more, whatever it is."""

    @abstractmethod
    def end(self, piece: Piece) -> None:
        """Read the end of a line."""

    # ---- pieces ------------------------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """Where the reading stands; ``here`` is the piece at that place."""
        return self._place

    @place.setter
    def place(self, place: int) -> None:
        self._place = place
        self.here = self.pieces[place]

    def next(self) -> Piece:
        piece = self.here
        if self._place < self._last:
            self._place += 1
            self.here = self.pieces[self._place]
        return piece

    def takes(self, *words: str) -> bool:
        """Whether the next piece is one of these signs; if so it is taken."""
        if self.here.kind == "sign" and self.here.word in words:
            self.place += 1
            return True
        return False

    def put_back(self, piece: Piece) -> None:
        """What is left of the piece that was just taken is the next one."""
        place = self._place - 1
        self.replaced.append((place, self.pieces[place]))
        self.pieces[place] = piece
        self.place = place

    def rewind(self, place: int) -> None:
        """Read again from a place on, as if nothing had been put back since ``replaced`` was empty."""
        while self.replaced:
            at, piece = self.replaced.pop()
            self.pieces[at] = piece
        self.place = place

    def typed(self, piece: Piece | Token) -> str:
        return self.text[piece.start : piece.stop]

    def refuse(self, code: str, piece: Piece, last: Piece | None = None, **parts: object) -> SyntaxProblem:
        """A problem that stands at a piece, or reaches from it to the ``last``."""
        return SyntaxProblem(code, (piece.start, (last or piece).stop), **parts)

    def needs_argument(self, word: str, piece: Piece) -> SyntaxProblem:
        """A function stands without brackets where that could be read in two ways, or has no argument at all."""
        return self.refuse("function-without-argument", piece, name=word, arguments=self.arguments(word))

    def arguments(self, word: str) -> str:
        """Arguments for an example of a call."""
        return ", ".join("xyz"[: min(self.functions.get(word, (1,)))])

    def notice(self, code: str, span: tuple[int, int], **parts: str) -> None:
        self.notices.append(Notice(code, span, parts))

    # ---- tokens ------------------------------------------------------------------------------------------------

    def write(self, kind: TokenKind, word: str, at: Piece) -> None:
        self.found.append(_new(Token, (kind, word, at.start, at.stop)))

    def check_tokens(self, stop: int) -> None:
        """Refuse too many tokens. A piece becomes few, so it is enough to look once a line and a sum."""
        limit = self.limits.tokens
        if len(self.found) > limit:
            raise LimitProblem("too-many-tokens", (self.found[limit].start, stop), limit=limit)

    def write_words(self, words: tuple[Written, ...], at: Piece) -> None:
        for word in words:
            if isinstance(word, Token):
                self.found.append(word)
            else:
                self.write("bracket" if word in "()," else "number" if word.isdigit() else "operator", word, at)

    def name(self, word: str, at: Piece) -> None:
        """A name as a value. Two that look alike are one, in the spelling of the first."""
        spelled = self.names.get(word)
        if spelled is None:
            self.check_length(word, (at.start, at.stop))
            spelled = self.names[word] = self.names.setdefault(same_name(word), word)
        self.write("name", spelled, at)

    def check_length(self, name: str, span: Span) -> None:
        """Refuse a name that is too long."""
        if len(name) > self.limits.name_characters:
            raise LimitProblem("name-too-long", span, limit=self.limits.name_characters)

    @property
    def after_value(self) -> bool:
        last = self.found[-1] if self.found else None
        return last is not None and (last.kind in ("number", "name") or (last.kind == "bracket" and last.word == ")"))

    # ---- groups ------------------------------------------------------------------------------------------------

    def inside(self) -> str:
        """What closes the innermost group with brackets, "" if there is none."""
        return next((frame.closer for frame in reversed(self.frames) if frame.closer), "")

    def open(self, closer: str, at: Piece, behind: tuple[Written, ...] = ()) -> None:
        """A group that the parser sees as a bracket."""
        self.write("bracket", "(", at)
        self.frames.append(Frame(closer, (")", *behind), at, len(self.found)))

    def close(self, piece: Piece) -> None:
        """The end of the innermost group."""
        self.close_bare()
        if not self.frames:
            raise self.refuse("unmatched-bracket", piece, character=self.typed(piece))
        frame = self.frames[-1]
        if frame.closer != piece.word:
            raise self.refuse("mismatched-bracket", piece, character=self.typed(piece), opened=self.typed(frame.opened))
        self.finish(self.frames.pop(), piece)

    def finish(self, frame: Frame, at: Piece) -> None:
        if frame.finish is not None:
            self.found[frame.begins :] = frame.finish(self.found[frame.begins :])
            self.check_tokens(at.stop)
        self.write_words(frame.behind, at)

    def close_bare(self, *, loose: bool = True) -> None:
        r"""End the arguments without brackets, such as that of ``\sin 2x`` before a plus; those that are ``loose``
        only if a sum ends them."""
        while self.frames and not self.frames[-1].closer and (loose or not self.frames[-1].loose):
            frame = self.frames.pop()
            self.finish(frame, frame.opened._replace(start=self.here.start, stop=self.here.start))

    def group(self) -> None:
        """Everything up to the end of the group just opened."""
        depth = len(self.frames)
        while len(self.frames) >= depth:
            if self.here.kind == "end" and self.here.word == "":
                raise self.unclosed(self.frames[depth - 1])
            self.read_on()

    def unclosed(self, frame: Frame) -> SyntaxProblem:
        return self.refuse("unclosed-bracket", frame.opened, character=self.typed(frame.opened))

    def aside(self, read: Callable[[], None]) -> tuple[Token, ...]:
        """What is read ahead, to be written later: a root's degree, a function's exponent."""
        begins = len(self.found)
        read()
        tokens = tuple(self.found[begins:])
        del self.found[begins:]
        return tokens
