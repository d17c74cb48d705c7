"""An expression in, its syntax out, whether it is written in plain text or in LaTeX."""

from collections.abc import Mapping, Sequence
from typing import Literal

from kuroaka.language.limits import LIMITS, Limits
from kuroaka.language.pieces import is_latex
from kuroaka.language.precedence import Parser
from kuroaka.language.reader import read
from kuroaka.language.syntax import Syntax

NONE: Mapping[str, Sequence[int]] = {}
Spelling = Literal["text", "latex", "auto"]


def parse(
    text: str, limits: Limits = LIMITS, spelling: Spelling = "text", functions: Mapping[str, Sequence[int]] = NONE
) -> Syntax:
    """The syntax of an expression: one or more lines ``name = value`` and at last the output. It is written in
    plain text or in LaTeX; "auto" tells them apart. ``functions`` are the words that call what follows them, also
    where a reader might see a product, with the numbers of arguments that each takes.

    Raises SyntaxProblem or LimitProblem with the span of the offending text.

    >>> syntax = parse("a = -1; exp(a*x)")
    >>> syntax.bindings
    (Binding(name='a', term=1, span=(0, 1), arguments=()), Binding(name='', term=5, span=(8, 16), arguments=()))
    """
    latex = spelling == "latex" or (spelling == "auto" and is_latex(text))
    parser = Parser(text, limits)
    tokens, notices = read(text, limits, functions, latex=latex)
    parser.take(tokens)
    return parser.syntax(notices)
