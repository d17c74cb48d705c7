"""Names: which letters they have, and the one spelling of each.

A name is a letter, or letters of one script, then letters, digits and ``_``; an index with a sum in it stands in
braces (``h_{t-1}``), primes come last. What stands on a letter is said by a word: ``y_hat`` is ŷ.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from kuroaka.language.spelling import LOWERED

JAPANESE = "ぁ-ゖァ-ヺ一-鿿々"
LETTER = f"A-Za-zΑ-Ωα-ωϑϕϵϖϱ{JAPANESE}"
INDEX = rf"[{LETTER}0-9]"

GENERAL = re.compile(r"[fgh](?:_\w+)?")  # a function by these letters needs no definition
_NAME = re.compile(rf"[{LETTER}](?:{INDEX}|[_ー])*(?:_\{{{INDEX}+(?:[+-]{INDEX}+)+\}})?'*")
_DIGITS = re.compile(r"([A-Za-zΑ-Ωα-ωϑϕϵϖϱ]+)([0-9]+)(.*)")

MARKS: Mapping[str, str] = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar"}
_CARRIERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Letters that carry their mark already.
ACCENTED: Mapping[str, str] = {
    one: f"{letter}_{word}"
    for letter in _CARRIERS
    for mark, word in MARKS.items()
    if len(one := unicodedata.normalize("NFC", letter + mark)) == 1
}


def is_name(word: str) -> bool:
    """Whether a text could have this name, and would have it in this spelling.

    >>> is_name("w_12'"), is_name("h_{t-1}"), is_name("x₁"), is_name("2x")
    (True, True, False, False)
    """
    return _NAME.fullmatch(word) is not None


def canonical_name(word: str) -> str:
    """One spelling a name: ``x₁`` is ``x_1``, and ``ŷ`` is ``y_hat``.

    >>> canonical_name("x₁₂'"), canonical_name("xₜ₋₁"), canonical_name("ŷ_1"), canonical_name("x\u0304")
    ("x_12'", 'x_{t-1}', 'y_hat_1', 'x_bar')
    """
    if word.isascii():
        return word
    for mark, name in MARKS.items():
        word = word.replace(mark, f"_{name}")
    for letter, name in ACCENTED.items():
        word = word.replace(letter, name)
    for index, character in enumerate(word):
        if character in LOWERED:
            rest = word[index:].rstrip("'")
            below = "".join(LOWERED.get(one, one) for one in rest)
            return word[:index].rstrip("_") + index_of(below) + word[index + len(rest) :]
    return word


def index_of(below: str) -> str:
    """What is written behind a name for its index, given the signs that stand below.

    >>> index_of("12"), index_of("t-1"), index_of("i,j"), index_of("")
    ('_12', '_{t-1}', '_i_j', '')
    """
    parts = [part for part in below.split(",") if part]
    summed = any("+" in part or "-" in part for part in parts)
    if summed and re.fullmatch(rf"{INDEX}+(?:[+-]{INDEX}+)+", parts[-1]) and not re.search("[+-]", "".join(parts[:-1])):
        return "".join(f"_{part}" for part in parts[:-1]) + f"_{{{parts[-1]}}}"
    return "".join(f"_{part}" for part in parts)


def is_japanese(character: str) -> bool:
    """Whether it is kana or kanji.

    >>> is_japanese("税"), is_japanese("x")
    (True, False)
    """
    return re.fullmatch(f"[{JAPANESE}ー]", character) is not None


@lru_cache(4096)
def same_name(word: str) -> str:
    """What two names have in common that look alike: ``x1`` and ``x_1``.

    >>> same_name("x1") == same_name("x_1"), same_name("w1x1")
    (True, 'w_1x1')
    """
    match = _DIGITS.fullmatch(word)
    return f"{match[1]}_{match[2]}{match[3]}" if match else word


def indexed(word: str, index: str, value: int) -> str:
    """A name with a number put in for an index.

    >>> indexed("w_i", "i", 2), indexed("w_ij", "j", 3), indexed("x_{i+1}", "i", 2), indexed("x_max", "a", 1)
    ('w_2', 'w_i3', 'x_3', 'x_max')
    """
    head, bar, below = word.rstrip("'").partition("_")
    if not bar:
        return word
    primes = word[len(word.rstrip("'")) :]
    parts = re.findall(r"\{[^}]*\}|[^_{}]+", below)
    return head + "".join(index_of(_put_in(part.strip("{}"), index, value)) for part in parts) + primes


def _put_in(part: str, index: str, value: int) -> str:
    """One index; of two or three letters each may be one."""
    terms = re.split("([+-])", part)
    if len(terms) == 1:
        if part == index or (len(part) <= 2 and part.isalpha()):
            return part.replace(index, str(value))
        return part
    put = [str(value) if term == index else term for term in terms]
    if all(term.isdigit() for term in put[::2]):
        total = int(put[0])
        for sign, term in zip(put[1::2], put[2::2], strict=True):
            total += int(term) if sign == "+" else -int(term)
        return str(total) if total >= 0 else "".join(put)
    return "".join(put)
