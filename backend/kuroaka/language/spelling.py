"""How things are spelled: operators and their precedence, full-width and typographic characters, names.

A text may come from a PDF, a Japanese keyboard or a web page. Each such character is read as its plain
form *in place*, so positions in the text stay those of what was typed.
"""

import re
import unicodedata
from typing import NamedTuple


class Infix(NamedTuple):
    """An infix operator: the name of the call it stands for, and how tightly it binds."""

    word: str
    precedence: int
    right: bool = False


INFIX = {
    "+": Infix("add", 10),
    "-": Infix("sub", 10),
    "*": Infix("mul", 20),
    "/": Infix("div", 20),
    "^": Infix("pow", 40, right=True),
    "**": Infix("pow", 40, right=True),
}
PRODUCT = INFIX["*"]
PREFIX_MINUS = Infix("neg", 30)

BASE = re.compile(r"log_([0-9]+|[^\W\d_]\w*'*)")  # a logarithm that names its base: log_2, log_a

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
_DIGITS = "0123456789"

# What Unicode itself does not fold to the plain form: typographic signs as PDFs and word processors write them.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("×⋅·∙∗•・", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("−–‐‑‒", "-"),
        **dict.fromkeys("′’‘ʹ´", "'"),
        **dict.fromkeys("；。", ";"),
        **dict.fromkeys("，、", ","),
        **dict.fromkeys("∣｜", "|"),
        "µ": "μ",
    }
)


def plain(text: str) -> str:
    """The text with every character in its plain form, as long as the text itself.

    >>> plain("（１＋ｘ）÷２")
    '(1+x)/2'
    """
    if text.isascii():
        return text
    return "".join(map(_plain_character, text.translate(_PLAIN)))


def _plain_character(character: str) -> str:
    if character in SUPERSCRIPTS or character in SUBSCRIPTS:
        return character  # x² is a power and x₁ a name, not x2 and x1
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def superscript(run: str) -> str:
    """A run of superscript digits as plain ones: ``²`` is ``2``."""
    return run.translate(str.maketrans(SUPERSCRIPTS, _DIGITS))


def canonical_name(name: str) -> str:
    """One spelling a name: ``x₁`` is ``x_1``."""
    for index, character in enumerate(name):
        if character in SUBSCRIPTS:
            return name[:index].rstrip("_") + "_" + name[index:].translate(str.maketrans(SUBSCRIPTS, _DIGITS))
    return name
