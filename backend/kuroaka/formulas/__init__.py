"""The two passes in symbols: a black label for every value, a red one for every gradient."""

from kuroaka.formulas.formula import Formula, name, number
from kuroaka.formulas.labels import Label, Symbols, formula_of, rule, symbols
from kuroaka.formulas.latex import latex
from kuroaka.formulas.names import name_latex
from kuroaka.formulas.numerals import print_number
from kuroaka.formulas.text import text

__all__ = [
    "Formula",
    "Label",
    "Symbols",
    "formula_of",
    "latex",
    "name",
    "name_latex",
    "number",
    "print_number",
    "rule",
    "symbols",
    "text",
]
