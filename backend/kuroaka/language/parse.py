"""An expression in, its syntax out, whether it is written in plain text or in LaTeX."""

import re
from typing import Literal

from kuroaka.language.latex import latex_tokens
from kuroaka.language.limits import LIMITS, Limits
from kuroaka.language.precedence import Parser
from kuroaka.language.syntax import Syntax
from kuroaka.language.tokens import tokens

Spelling = Literal["text", "latex", "auto"]


def parse(text: str, limits: Limits = LIMITS, spelling: Spelling = "text") -> Syntax:
    """The syntax of an expression: one or more lines ``name = value`` and at last the output. It is written in
    plain text or in LaTeX; "auto" tells them apart.

    Raises SyntaxProblem or LimitProblem with the span of the offending text.

    >>> syntax = parse("a = -1; exp(a*x)")
    >>> syntax.bindings
    (Binding(name='a', term=1, span=(0, 1)), Binding(name='', term=5, span=(8, 16)))
    """
    parser = Parser(text, limits)
    latex = spelling == "latex" or (spelling == "auto" and is_latex(text))
    for token in latex_tokens(text, limits) if latex else tokens(text, limits):
        parser.take(token)
    return parser.syntax()


def is_latex(text: str) -> bool:
    r"""Whether a text is LaTeX: no plain expression holds a backslash or a brace
    outside its comments.

    >>> is_latex(r"\frac{1}{x}"), is_latex("x^{2}"), is_latex("1/x")
    (True, True, False)
    """
    return re.search(r"[\\{}]", re.sub(r"#[^\n]*", "", text)) is not None
