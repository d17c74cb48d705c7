"""The two passes in symbols: a black label for every value, a red one for every gradient."""

from kuroaka.formulas.derivative import derivative
from kuroaka.formulas.formula import Formula, name, number
from kuroaka.formulas.labels import Label, Symbols, formula_of, rule, symbols
from kuroaka.formulas.latex import latex, symbol_latex
from kuroaka.formulas.mathml import mathml
from kuroaka.formulas.names import bar, name_math
from kuroaka.formulas.numerals import figure_number, numeral_math, print_number, print_sum, raised
from kuroaka.formulas.text import text
from kuroaka.formulas.whole import whole

__all__ = [
    "Formula",
    "Label",
    "Symbols",
    "bar",
    "derivative",
    "figure_number",
    "formula_of",
    "latex",
    "mathml",
    "name",
    "name_math",
    "number",
    "numeral_math",
    "print_number",
    "print_sum",
    "raised",
    "rule",
    "symbol_latex",
    "symbols",
    "text",
    "whole",
]
