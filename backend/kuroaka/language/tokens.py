"""Text in, tokens out. Anything that is not a token is refused where it stands."""

import re
import unicodedata
from typing import Literal, NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.spelling import SUBSCRIPTS, SUPERSCRIPTS, canonical_name, plain, superscript

TokenKind = Literal["number", "name", "operator", "power", "product", "bracket", "end"]


class Token(NamedTuple):
    """A token and where it stands. ``end`` closes a line (``;`` or a line break) or, with "", the text;
    ``product`` is a sign that was not written."""

    kind: TokenKind
    word: str
    start: int
    stop: int


_LETTER = "A-Za-zΑ-Ωα-ωϑϕϵ"
_TOKEN = re.compile(
    rf"""[ \t\r]* (?: \#[^\n]* )?
    (?: (?P<number>   (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? )
      | (?P<name>     [{_LETTER}] [{_LETTER}0-9_{SUBSCRIPTS}]* '* )
      | (?P<operator> \*\* | [-+*/^=] )
      | (?P<power>    [{SUPERSCRIPTS}]+ )
      | (?P<bracket>  [()|,] )
      | (?P<end>      [;\n] | \Z )
      | (?P<other>    . )
    )""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(rf"[{_LETTER}][{_LETTER}0-9_]*'*")
_SPACES = re.compile(r"[^\S\n]")


def tokens(text: str, limits: Limits) -> list[Token]:
    """Every token of the text, an ``end`` token last.

    >>> from kuroaka.language.limits import LIMITS
    >>> [token.word for token in tokens("2x² ÷ y_1", LIMITS)]
    ['2', 'x', '2', '/', 'y_1', '']
    """
    if len(text) > limits.characters:
        raise LimitProblem("expression-too-long", (limits.characters, len(text)), limit=limits.characters)
    found: list[Token] = []
    for match in _TOKEN.finditer(_SPACES.sub(" ", plain(text))):
        kind = match.lastgroup
        word = match[kind or 0]
        start, stop = match.span(kind or 0)
        if kind == "number":
            check_number(word, start, stop, limits)
        elif kind == "name":
            if stop - start > limits.name_characters:
                raise LimitProblem("name-too-long", (start, stop), limit=limits.name_characters)
            word = canonical_name(word)
        elif kind == "power":
            word = superscript(word)
        elif kind == "other":
            raise _unexpected(text, start)
        if len(found) == limits.tokens:
            raise LimitProblem("too-many-tokens", (start, len(text)), limit=limits.tokens)
        found.append(Token(kind, word, start, stop))  # type: ignore[arg-type]
    return found


def is_name(word: str) -> bool:
    """Whether a text could have this name, and would have it in this spelling.

    >>> is_name("w_12'"), is_name("x₁"), is_name("2x")
    (True, False, False)
    """
    return _NAME.fullmatch(word) is not None


def check_number(word: str, start: int, stop: int, limits: Limits) -> None:
    """Refuse a number that is too long to be meant or too large to be held."""
    if len(word) > limits.number_characters or float(word) == float("inf"):
        raise LimitProblem("bad-number", (start, stop), limit=limits.number_characters)


def _unexpected(text: str, start: int) -> SyntaxProblem:
    character = text[start]
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return SyntaxProblem("invisible-character", (start, start + 1), point=f"U+{ord(character):04X}")
    code = {"_": "name-starts-with-underscore", "\\": "latex-in-text"}.get(character, "unexpected-character")
    return SyntaxProblem(code, (start, start + 1), character=character)


def missing_value(text: str, before: Token | None, token: Token) -> SyntaxProblem:
    """What is wrong where a value should stand and ``token`` stands, behind ``before``."""
    span = (token.start, token.stop)
    if before is None:
        return SyntaxProblem("expected-value-before", span, before=text[token.start : token.stop])
    return SyntaxProblem("expected-value-after", span, after=text[before.start : before.stop])
