"""Names as they are set: Greek letters for their words, digits and what follows ``_`` below the line, primes kept."""

import re
from functools import lru_cache

from kuroaka.language.letters import LETTERS
from kuroaka.operations import Math

_NAME = re.compile(r"([^\W\d_]+)_?([^']*)('*)")


@lru_cache(maxsize=1024)
def name_math(word: str) -> Math:
    """A name as a textbook sets it.

    >>> [name_math(word) for word in ("x", "w'", "alpha", "σ_max", "x1", "w_ij", "a_b_c'")]  # doctest: +ELLIPSIS
    ['x', ('sup', 'w', '′'), 'α', ('sub', 'σ', 'max'), ('sub', 'x', '1'), ('sub', 'w', ('row', 'i', 'j')), ...]
    >>> name_math("a_b_c'")
    ('sub', 'a', ('row', 'b', ',', 'c'), '′')
    """
    match = _NAME.fullmatch(word)
    if match is None:
        return word
    letters, subscript, primes = match.groups()
    parts = [piece for part in subscript.split("_") if part for piece in (",", *_index(part))][1:]
    base, above = LETTERS.get(letters, letters), "′" * len(primes)
    if parts:
        below = parts[0] if len(parts) == 1 else ("row", *parts)
        return ("sub", base, below, above) if primes else ("sub", base, below)
    return ("sup", base, above) if primes else base


def _index(part: str) -> list[str]:
    """Digits and single or double letters are indices; a longer word is a word."""
    if part in LETTERS or (part.isalpha() and len(part) > 2):
        return [LETTERS.get(part, part)]
    return re.findall(r"\d+|\D", part)
