"""How things are spelled: operators and their precedence, full-width and typographic characters, what stands raised.

A text may come from a PDF, a Japanese keyboard or a web page. Each such character is read as its plain
form *in place*, so positions in the text stay those of what was typed.
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple


class Infix(NamedTuple):
    """An infix operator: the name of the call it stands for, and how tightly it binds."""

    word: str
    precedence: int
    right: bool = False


COMPARISON = 5  # how tightly a comparison binds; it does not chain
INFIX: Mapping[str, Infix] = {
    ">": Infix("gt", COMPARISON),
    "<": Infix("lt", COMPARISON),
    ">=": Infix("ge", COMPARISON),
    "<=": Infix("le", COMPARISON),
    "==": Infix("eq", COMPARISON),
    "!=": Infix("ne", COMPARISON),
    "+": Infix("add", 10),
    "-": Infix("sub", 10),
    "*": Infix("mul", 20),
    "/": Infix("div", 20),
    "^": Infix("pow", 40, right=True),
    "**": Infix("pow", 40, right=True),
}
PRODUCT = INFIX["*"]
PREFIX_MINUS = Infix("neg", 30)
CONSTANTS: Mapping[str, str] = {"PI": "pi", "Pi": "pi", "exponentialE": "e"}  # other spellings of constants

# Characters that stand above or below the line, and what they are on it.
RAISED: Mapping[str, str] = dict(
    zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ", "0123456789+-=()abcdefghijklmnoprstuvwxyzT", strict=True)
)
LOWERED: Mapping[str, str] = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-aehijklmnoprstuvx", strict=True))

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
        **dict.fromkeys("∥", "‖"),
        "µ": "μ",
        "ℯ": "e",
    }
)
# What Unicode would fold to something else: letters that are names of their own, and what is raised or lowered.
_KEPT = frozenset({*RAISED, *LOWERED, *"ϑϕϵϖϱς…"})


def plain(text: str) -> str:
    """The text with every character in its plain form, as long as the text itself.

    >>> plain("（１＋ｘ）÷２")
    '(1+x)/2'
    """
    return text if text.isascii() else "".join(map(_folded, text)).translate(_PLAIN)


def _folded(character: str) -> str:
    if character in _KEPT:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
