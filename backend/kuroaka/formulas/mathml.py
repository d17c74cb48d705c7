"""Formulas as a textbook sets them: a tree, from which LaTeX is written here and MathML is built by the page.

A tree is ``kuroaka.operations.Math``.
"""

from fractions import Fraction

from kuroaka.formulas.formula import HALF, Base, Call, Formula, Name, Number, Sum
from kuroaka.formulas.names import name_math
from kuroaka.formulas.numerals import numeral_math
from kuroaka.formulas.pieces import exponential, once, printed, radicand
from kuroaka.operations import OPERATIONS, Math

MINUS = "−"
DOT = "⋅"


@once
def mathml(formula: Formula) -> Math:
    """The formula as a tree.

    >>> from kuroaka.formulas import formula_of
    >>> mathml(formula_of("-E*x/(y + 1)"))
    ('row', '−', ('frac', ('times', 'E', 'x'), ('row', 'y', '+', '1')))
    """
    parts = formula.fractional
    above: list[Math] = [_number(parts.above)] if parts.above is not None else []
    below: list[Math] = [_number(parts.below)] if parts.below is not None else []
    alone = bool(parts.denominator) or parts.below is not None or parts.sign > 0
    above += _factors(parts.numerator, bare=alone and not above)
    below += _factors(parts.denominator, bare=not below)
    written = ("frac", product(above), product(below)) if below else product(above)
    return ("row", MINUS, written) if parts.sign < 0 else written


def product(factors: list[Math]) -> Math:
    """Factors side by side; a dot only where two numbers or words would run together, or brackets be read as
    arguments.

    >>> product(["2", "x"]), product(["2", ("sup", "3", "x")])
    (('times', '2', 'x'), ('times', '2', '⋅', ('sup', '3', 'x')))
    """
    parts: list[Math] = []
    for factor in factors:
        inner = factor[1:] if isinstance(factor, tuple) and factor[0] == "times" else (factor,)
        if parts and _needs_dot(parts[-1], inner[0]):
            parts.append(DOT)
        parts += inner
    return parts[0] if len(parts) == 1 else ("times", *parts)


def filled(math: Math, holes: dict[str, Math]) -> Math:
    """A tree of the table with its arguments put in: ``{x}`` as it is, ``{x:p}`` in brackets unless it is one symbol.

    >>> filled(("sup", "{x:p}", "{y}"), {"x": ("row", "a", "+", "b"), "y": "2"})
    ('sup', ('par', ('row', 'a', '+', 'b')), '2')
    """
    if isinstance(math, tuple):
        construct, *parts = math
        return (construct, *(filled(part, holes) for part in parts))
    if not math.startswith("{"):
        return math
    name, _, spec = math[1:-1].partition(":")
    return bracketed(holes[name]) if spec else holes[name]


def bracketed(math: Math) -> Math:
    """In brackets, unless it is one symbol.

    >>> bracketed("x"), bracketed(("times", "2", "x"))
    ('x', ('par', ('times', '2', 'x')))
    """
    return math if isinstance(math, str) or _is_name(math) or math[0] == "par" else ("par", math)


def _needs_dot(before: Math, factor: Math) -> bool:
    """Whether two factors side by side would be read as something else: 2⋅3, apple⋅num, f⋅(x + 1)."""
    letters = [_letters(before), _letters(factor)]
    return (
        _is_number(factor) or (all(letters) and max(map(len, letters)) > 1) or (_in_brackets(factor) and _calls(before))
    )


def _letters(math: Math) -> str:
    """The letters of a name without its index, "" for all else."""
    while isinstance(math, tuple) and math[0] in ("sub", "sup", "over"):
        math = math[1]
    return math if isinstance(math, str) and math.isalpha() else ""


def _in_brackets(math: Math) -> bool:
    """Whether it begins with a bracket."""
    while isinstance(math, tuple) and math[0] == "sup":
        math = math[1]
    return math[0] == "par"


def _calls(math: Math) -> bool:
    """Whether brackets behind it would be read as its arguments: those of f, g, h and σ."""
    while isinstance(math, tuple) and math[0] == "sub":
        math = math[1]
    return math in ("f", "g", "h", "σ")


def _is_name(math: Math) -> bool:
    """Whether it is a letter or word, with an index, with primes."""
    return (
        math[0] == "over"
        or (math[0] == "sub" and len(math) == 3)
        or (math[0] in ("sub", "sup") and math[-1][:1] == "′")
    )


def _is_number(math: Math) -> bool:
    """Whether it begins with a digit on the line."""
    while isinstance(math, tuple) and math[0] == "sup":
        math = math[1]
    return isinstance(math, str) and math[:1].isdigit()


def is_open(base: Base) -> bool:
    """Whether it falls apart without brackets: a sum, or a call that is set as one, such as e^x - 1."""
    return isinstance(base, Sum) or (isinstance(base, Call) and OPERATIONS[base.operation].math[0] == "row")


def _factors(factors: list[tuple[Base, Number]], bare: bool) -> list[Math]:
    """Each power; a sum that stands alone needs no brackets."""
    if bare and len(factors) == 1 and is_open(factors[0][0]) and factors[0][1] == 1:
        return [_base(factors[0][0])]
    return [_power(base, exponent) for base, exponent in factors]


@once
def _terms(base: Sum) -> Math:
    """A sum; a term brings along its minus."""
    parts: list[Math] = []
    for term in base.terms:
        one = mathml(term)
        negative = isinstance(one, tuple) and one[:2] == ("row", MINUS)
        parts += one[1:] if negative else [*(["+"] if parts else []), one]
    return ("row", *parts)


def _number(value: Number) -> Math:
    """A number that is not negative, as it was typed; powers of ten as powers of ten."""
    mantissa, exponential, exponent = printed(value).partition("e")
    return numeral_math(mantissa + (f"e{int(exponent)}".replace("-", MINUS) if exponential else ""))


def _power(base: Base, exponent: Number) -> Math:
    base, exponent = exponential(base, exponent)
    if exponent == HALF.coefficient:
        return filled(OPERATIONS["sqrt"].math, {"x": mathml(radicand(base))})
    above = _exponent(exponent)
    written = mathml(radicand(base)) if isinstance(base, Sum) else _base(base)
    if isinstance(base, Call):
        applied = OPERATIONS[base.operation].applied
        if applied == "beside" and exponent > 1 and exponent == int(exponent):  # sin^2 x
            return ("of", _raised(written[1], above), *written[2:])
        if exponent != 1 and applied != "fence":
            written = bracketed(written)
    if is_open(base):
        written = bracketed(written)
    return written if exponent == 1 else _raised(written, above)


def _base(base: Base) -> Math:
    if isinstance(base, Name):
        return name_math(base.word)
    return _terms(base) if isinstance(base, Sum) else _call(base)


def _raised(math: Math, above: Math) -> Math:
    """A power; an index keeps its place under the exponent."""
    return (*math, above) if math[0] == "sub" and len(math) == 3 else ("sup", math, above)


def _exponent(exponent: Number) -> Math:
    if isinstance(exponent, Fraction) and exponent.denominator > 1:
        return ("row", str(exponent.numerator), "/", str(exponent.denominator))
    return _number(exponent)


@once
def _call(base: Call) -> Math:
    operation = OPERATIONS[base.operation]
    arguments = (mathml(argument) for argument in base.arguments)
    if operation.math[0] == "call":  # which has brackets of its own
        arguments = (math[1] if math[0] == "par" else math for math in arguments)
    return filled(operation.math, dict(zip(operation.arguments, arguments, strict=True)))
