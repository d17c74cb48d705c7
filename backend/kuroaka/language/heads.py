"""What a line binds: ``name =``, ``f(x, y) =`` at its start. Also in LaTeX a name may be a word there."""

from kuroaka.language.letters import LETTERS
from kuroaka.language.names import canonical_name
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.reading import Reading
from kuroaka.language.scripts import WORDS, index, prime, word_of
from kuroaka.language.spelling import INFIX
from kuroaka.language.tokens import Token

EQUALS = ("=", ":=")
_RELATIONS = ("equiv", "doteq")
_BEHIND_BOUND = frozenset((*EQUALS, *_RELATIONS, "_", "'", "^", "("))  # behind the first word of what is bound
ACCENTS = frozenset("hat bar tilde widehat widetilde overline".split())


def head(reading: Reading) -> None:
    """Takes ``name =`` or ``f(x, y) =`` if the line begins so."""
    arguments: tuple[str, ...]
    first, behind = reading.here, reading.pieces[reading.place + 1]
    if first.kind == "word" and behind.word in EQUALS and behind.kind == "sign":  # as most lines begin
        name = canonical_name(first.word)
        name, arguments, stop = reading.names.get(name, name), (), first.stop
        reading.place += 2
    elif first.kind == "word" and behind.word not in _BEHIND_BOUND:
        return
    else:
        begun = _begun(reading)
        if begun is None:
            return
        name, arguments, stop = begun
    span = (first.start, stop)
    for one in (name, *arguments):
        reading.check_length(one, span)
    if name in reading.values or name in reading.own:
        raise SyntaxProblem("bound-twice", span, name=name)
    if len(set(arguments)) < len(arguments):
        raise reading.refuse("argument-twice", first, reading.pieces[reading.place - 1], name=name)
    reading.found.append(Token("bind", " ".join((name, *arguments)), *span))


def _begun(reading: Reading) -> tuple[str, tuple[str, ...], int] | None:
    """The name that a line binds, its arguments, and where the name ends; None if the line begins otherwise."""
    place, stop = reading.place, 0
    reading.replaced.clear()
    try:
        name = _name(reading)
        stop = reading.pieces[reading.place - 1].stop
        arguments = _arguments(reading) if name is not None else None
    except SyntaxProblem:  # what only looks like a name, such as the logarithm to a base
        name = arguments = None
    equals = reading.here
    is_equals = equals.word in EQUALS if equals.kind == "sign" else reading.latex and equals.word in _RELATIONS
    if name is None or arguments is None or not is_equals:
        reading.rewind(place)
        return None
    reading.next()
    return name, tuple(arguments), stop


def bound(reading: Reading, token: Token) -> None:
    """From the end of its line on, the name means what the line says."""
    name, _, arguments = token.word.partition(" ")
    (reading.own if arguments else reading.values).add(name)
    if reading.latex:
        reading.bases.add(name.partition("_")[0].rstrip("'"))
    if name in reading.functions or name in ("e", "pi", "π"):
        reading.notice("bound-again", (token.start, token.stop), name=name)


def _name(reading: Reading) -> str | None:
    """The name that the line begins with; the reading stands behind it."""
    piece = reading.next()
    accent = ""
    if piece.kind == "command" and piece.word in ACCENTS and reading.takes("{"):
        accent = accent_of(piece)
        piece = reading.next()
    word: str
    if piece.kind == "word":
        word = canonical_name(piece.word)
    elif piece.kind == "command" and piece.word in LETTERS:
        word = LETTERS[piece.word]
    elif piece.kind == "command" and piece.word in WORDS:
        word = word_of(reading, piece)
    elif piece.kind == "command" and piece.word in reading.functions:
        word = piece.word
    else:
        return None
    if accent:
        word += accent
        if not reading.takes("}"):
            return None
    return _tail(reading, piece, word)


def _tail(reading: Reading, piece: Piece, word: str) -> str:
    while reading.here.word in ("_", "'", "^"):
        if (more := prime(reading)) != "":
            word += more
        elif reading.takes("_"):
            word = word.rstrip("'") + index(reading, piece) + "'" * word.count("'")
        else:
            break
    return reading.names.get(word, word)


def accent_of(piece: Piece) -> str:
    r"""How a name says what ``\hat`` and the like set above it."""
    return "_" + {"widehat": "hat", "widetilde": "tilde", "overline": "bar"}.get(piece.word, piece.word)


def _arguments(reading: Reading) -> list[str] | None:
    """The names in brackets before ``=``; empty without brackets, None for what only looks like them."""
    if not reading.takes("("):
        return []
    arguments: list[str] = []
    while True:
        name = _name(reading) if reading.here.kind != "number" else None
        if name is None:
            return None
        arguments.append(name)
        if reading.takes(")"):
            return arguments
        if reading.here.word not in (",", ";"):
            return None
        reading.next()


def continues(reading: Reading) -> bool:
    """Whether the line goes on behind a line break: in a bracket, behind an operator, or before one."""
    last = reading.found[-1] if reading.found else None
    if reading.inside() or (last is not None and last.kind == "operator"):
        return True
    following = reading.here
    goes_on = reading.after_value and following.kind == "sign" and following.word in INFIX
    if goes_on and following.word == "-":
        reading.notice("line-goes-on", (following.start, following.stop))
    return goes_on
