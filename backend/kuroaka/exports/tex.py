"""Labels and numbers in, LaTeX in plain ASCII out: what the TikZ drawing and the derivation share.

Labels are LaTeX already, but a name may have a Greek letter for which LaTeX has no command.
"""

import re

from kuroaka.exports.comments import comment
from kuroaka.formulas import latex, numeral_math
from kuroaka.language.letters import LOOKALIKES


def tex(label: str) -> str:
    r"""A label in plain ASCII.

    >>> tex(r"\alpha\,Α"), tex("x_{αβ}")
    ('\\alpha\\,\\mathrm{A}', 'x_{\\alpha \\beta }')
    """
    return re.sub(r"[^\x00-\x7f]", lambda found: LOOKALIKES.get(found[0]) or f"{latex(found[0])} ", label)


def numeral(printed: str) -> str:
    r"""A number that is printed as in the figure.

    >>> numeral("−0.25"), numeral("6.022e−23"), numeral("−1e5"), numeral("NaN")
    ('-0.25', '6.022 \\cdot 10^{-23}', '-10^{5}', '\\mathrm{NaN}')
    """
    return latex(numeral_math(printed))


def typed(text: str) -> str:
    """What was typed, as a comment.

    >>> typed("x # 100%")
    '% x # 100%'
    """
    return comment(text, "% ")
