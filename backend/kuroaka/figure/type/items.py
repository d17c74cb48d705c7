"""Mathematics as a tree in, what stands side by side on a line out: letters, numbers, signs, and groups of them.

A row in a row is one line; a script belongs to the last item before it.
"""

from typing import Literal, NamedTuple

from kuroaka.formulas.latex import COMMAND_WORDS
from kuroaka.language.names import is_japanese
from kuroaka.operations import Math

Kind = Literal[
    "letter", "number", "function", "word", "text", "sign", "space", "group", "frac", "sqrt", "root", "over", "script"
]
_SIGNS = frozenset("+−×⋅÷=<>≥≤≠,/()|∂∧∞∑")
_FENCES = {"par": "()", "floor": "⌊⌋", "ceil": "⌈⌉"}
PRIMES = ("′", "″", "‴", "⁗")
_FUNCTIONS = COMMAND_WORDS - {"max", "min"}


class Item(NamedTuple):
    """Something on a line. A ``group`` has brackets (its ``word``, two signs, or "" for none); a ``script`` is its
    ``base`` with what stands below and above."""

    kind: Kind
    word: str = ""
    parts: tuple[Math, ...] = ()
    base: "Item | None" = None


def items(math: Math) -> list[Item]:
    """What a tree puts on its line.

    >>> [item.word for item in items(("row", "1", "+", ("times", "2", "x")))]
    ['1', '+', '2', 'x']
    """
    if isinstance(math, str):
        return _token(math)
    construct, *parts = math
    match construct:
        case "row":
            return [item for part in parts for item in items(part)]
        case "times":
            return _product(parts)
        case "of":
            return [*_head(parts[0]), *items(parts[1])]
        case "call":
            inside = [item for part in parts[1:] for item in (Item("sign", ","), *items(part))][1:]
            return [*_head(parts[0]), Item("sign", "("), *inside, Item("sign", ")")]
        case "abs":
            return [Item("sign", "|"), *items(parts[0]), Item("sign", "|")]
        case "par" | "floor" | "ceil":
            return [Item("group", _FENCES[str(construct)], (parts[0],))]
        case "frac" | "sqrt" | "root":
            return [Item(construct, "", tuple(parts))]
        case "over":
            return [Item("over", str(parts[1]), (parts[0],))]
        case _:
            return _scripts(items(parts[0]), math)


def _product(factors: list[Math]) -> list[Item]:
    """Factors; a little space in front of the name of a function that would run into what is before it."""
    found: list[Item] = []
    for factor in factors:
        inside = items(factor)
        head = inside[0].base or inside[0]
        if found and head.kind == "sign" and len(head.word) > 1:
            found.append(Item("space"))
        found += inside
    return found


def _token(token: str) -> list[Item]:
    if token in _SIGNS:
        return [Item("sign", token)]
    if any(map(is_japanese, token)):
        return [Item("text", token)]
    if token.isascii() and not token[:1].isalpha():
        return [Item("number", token)]
    if len(token) == 1:
        return [Item("letter", token)]
    if token.isascii():
        return [Item("word", token)]
    return [item for letter in token for item in _token(letter)]


def _head(word: Math) -> list[Item]:
    """What is applied to something: a word, perhaps raised or with a base."""
    if isinstance(word, str):
        if word in _FUNCTIONS:
            return [Item("function", word)]
        return [Item("sign", word)] if len(word) > 1 else _token(word)
    return _scripts(_head(word[1]), word) if word[0] in ("sup", "sub") else items(word)


def _scripts(base: list[Item], math: Math) -> list[Item]:
    """What stands below and above the last item, primes as one sign."""
    *before, last = base
    if last.kind == "script" and last.parts[-1][:1] == "′":
        last = Item("group", "", (), last)  # a name with its primes is one
    below, above = ("", math[2:]) if math[0] == "sup" else (math[2], math[3:])
    if last.kind == "script" and last.base is not None and math[0] == "sup" and not last.parts[1]:
        below, last = last.parts[0], last.base  # an index keeps its place under the exponent
    primes = "".join(str(part) for part in above if part[:1] == "′")
    raised: Math = PRIMES[min(len(primes), 4) - 1] if primes else above[0] if above else ""
    return [*before, Item("script", "", (below, raised), last)]
