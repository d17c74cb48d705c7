"""Labels and names in, LaTeX that any engine reads out: what the TikZ drawing and the derivation share.

Labels are LaTeX already, but their names may have Greek letters for which LaTeX has no command.
"""

import re

from kuroaka.exports.comments import comment
from kuroaka.figure.numerals import print_number

# Greek letters that look like Latin ones and have no command of their own.
_ALIKE = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_OTHER = re.compile(r"[^\x20-\x7e]")


def tex(label: str) -> str:
    r"""A label in plain ASCII.

    >>> tex(r"\alpha\,Α + ς"), tex("−2.5"), tex("6.022e23")
    ('\\alpha\\,\\mathrm{A} + \\varsigma ', '-2.5', '6.022e23')
    """
    return _OTHER.sub(lambda found: _character(found[0]), label)


def number(value: float) -> str:
    r"""A number as the figure prints it.

    >>> number(-0.25), number(6.02214e23), number(float("inf"))
    ('-0.25', '6.022 \\cdot 10^{23}', '\\infty')
    """
    mantissa, _, exponent = print_number(value).partition("e")
    return tex(mantissa.replace("NaN", r"\mathrm{NaN}") + (rf" \cdot 10^{{{exponent}}}" if exponent else ""))


def typed(text: str) -> str:
    """What was typed, as a comment.

    >>> typed("x # 100%")
    '% x # 100%'
    """
    return comment(text, "% ")


def _character(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character] if character == "ς" else rf"\mathrm{{{_ALIKE[character]}}}"
    return {"−": "-", "∞": r"\infty"}.get(character, rf"\mathrm{{U{ord(character):X}}}")
