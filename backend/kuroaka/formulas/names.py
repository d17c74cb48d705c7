"""Names as they are set: Greek letters for their words, digits and what follows ``_`` below the line, primes kept, and
what stands on a letter above it.
"""

import re
from functools import lru_cache

from kuroaka.language.letters import LETTERS
from kuroaka.operations import Math

ABOVE = {"hat": "^", "tilde": "~", "bar": "¯"}  # what names say stands on their letter

_NAME = re.compile(r"([^\W\d_]+)_?([^']*)('*)")


@lru_cache(maxsize=1024)
def name_math(word: str) -> Math:
    """A name as a textbook sets it.

    >>> [name_math(word) for word in ("x", "w'", "alpha", "σ_max", "x1", "w_ij", "a_b_c'")]  # doctest: +ELLIPSIS
    ['x', ('sup', 'w', '′'), 'α', ('sub', 'σ', 'max'), ('sub', 'x', '1'), ('sub', 'w', ('row', 'i', 'j')), ...]
    >>> name_math("a_b_c'"), name_math("h_{t-1}"), name_math("y_hat_i")
    (('sub', 'a', ('row', 'b', ',', 'c'), '′'), ('sub', 'h', ('row', 't', '−', '1')), ('sub', ('over', 'y', '^'), 'i'))
    """
    match = _NAME.fullmatch(word)
    if match is None:
        return word
    letters, subscript, primes = match.groups()
    base: Math = LETTERS.get(letters, letters)
    above = "′" * len(primes)
    below = [part for part in re.findall(r"\{[^}]*\}|[^_{}]+", subscript) if part]
    if below and below[0] in ABOVE:
        base = ("over", base, ABOVE[below.pop(0)])
    parts = [piece for part in below for piece in (",", *_index(part))][1:]
    if parts:
        index: Math = parts[0] if len(parts) == 1 else ("row", *parts)
        return ("sub", base, index, above) if primes else ("sub", base, index)
    return ("sup", base, above) if primes else base


def bar(word: str) -> str:
    """What the gradient of a name is called: the name with a bar.

    >>> bar("h_1"), bar("z'"), bar("x1"), bar("")
    ('h_bar_1', "z_bar'", 'x_bar_1', '')
    """
    match = _NAME.fullmatch(word)
    if match is None:
        return ""
    letters, below, primes = match.groups()
    return f"{letters}_bar{'_' * bool(below)}{below}{primes}"


def _index(part: str) -> list[str]:
    """Digits and single or double letters are indices; a longer word is a word; a sum keeps its signs."""
    if part.startswith("{"):
        terms = re.findall(r"[+-]|[^+-]+", part[1:-1])
        return [sign.replace("-", "−") for term in terms for sign in (_index(term) if term not in "+-" else [term])]
    if part in LETTERS or (part.isalpha() and len(part) > 2):
        return [LETTERS.get(part, part)]
    return re.findall(r"\d+|\D", part)
