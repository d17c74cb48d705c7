"""A formula as the page sets it, for what of the page is written before its script runs: twin of
``frontend/src/typeset/mathml.js``.

A tree in (``kuroaka.operations.Math``), the markup of a ``<math>`` element out.
"""

import re
from html import escape

from kuroaka.operations import Math

_TIMES, _APPLIED, _THIN = "<mo>\u2062</mo>", "<mo>\u2061</mo>", '<mspace width="0.1667em"></mspace>'
_UPRIGHT = re.compile("[Α-Ω∞□●…]")
_FENCES = {"par": "()", "abs": "||", "floor": "⌊⌋", "ceil": "⌈⌉"}
_DOT = "⋅"


def mathml(math: Math) -> str:
    """The element.

    >>> mathml(("times", "E", "y"))
    '<math><mrow><mi>E</mi><mo>\u2062</mo><mi>y</mi></mrow></math>'
    """
    return f"<math>{_part(math)}</math>"


def _part(math: Math) -> str:
    if isinstance(math, str):
        return _token(math)
    construct, *inner = math
    parts = [_part(one) for one in inner]
    match construct:
        case "times":
            return _row(*(_between(inner[at - 1] if at else None, one) + parts[at] for at, one in enumerate(inner)))
        case "of":
            return _row(parts[0], _APPLIED, "" if inner[1][0] in ("par", "abs") else _THIN, parts[1])
        case "call":
            return _row(parts[0], _APPLIED, _fenced("()", _row("<mo>,</mo>".join(parts[1:]))))
        case "par" | "abs" | "floor" | "ceil":
            return _fenced(_FENCES[str(construct)], parts[0])
        case "row":
            return _row(*parts)
        case "over":
            return f'<mover accent="true">{"".join(parts)}</mover>'
        case "sub":
            return _element("msubsup" if len(parts) > 2 else "msub", *parts)
        case _:
            return _element(f"m{construct}", *parts)  # mfrac, msqrt, mroot, msup


def _token(text: str) -> str:
    """A number, a letter, a word or a sign."""
    if re.match(r"\d", text, re.ASCII):
        return _element("mn", escape(text))
    if _UPRIGHT.fullmatch(text):
        return f'<mi mathvariant="normal">{text}</mi>'
    return _element("mi" if text[0].isalpha() or text[0] == "∂" else "mo", escape(text))


def _row(*parts: str) -> str:
    return _element("mrow", *parts)


def _element(tag: str, *parts: str) -> str:
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _fenced(signs: str, inside: str) -> str:
    """Brackets that grow only around fractions."""
    left, right = (f'<mo stretchy="{str("<mfrac>" in inside).lower()}">{sign}</mo>' for sign in signs)
    return _row(left, inside, right)


def _between(before: Math | None, factor: Math) -> str:
    """What stands between two factors."""
    if before is None or _DOT in (before, factor):
        return ""
    is_word = factor[0] == "of" or (factor[0] == "call" and len(factor[1]) > 1)
    return _THIN + _TIMES if is_word else _TIMES
