"""Formulas as a textbook sets them: a tree, from which LaTeX is written here and MathML is built by the page.

A tree is ``kuroaka.operations.Math``.
"""

from collections.abc import Collection
from fractions import Fraction

from kuroaka.formulas.formula import HALF, Base, Call, Formula, Name, Number, Sum
from kuroaka.formulas.names import name_math
from kuroaka.formulas.numerals import numeral_math
from kuroaka.formulas.pieces import exponential, once, printed, radicand
from kuroaka.operations import OPERATIONS, Math

MINUS = "−"
DOT = "⋅"


@once
def mathml(formula: Formula, outside: Collection[str] = ()) -> Math:
    """The formula as a tree. A name of ``outside`` (an upstream gradient) stands in front of a fraction rather
    than in it, unless nothing else is left above the line.

    >>> from kuroaka.formulas import formula_of
    >>> mathml(formula_of("-E*x/(y + 1)"), ("E",))
    ('row', '−', ('times', 'E', ('frac', 'x', ('row', 'y', '+', '1'))))
    """
    parts = formula.fractional
    numerator = parts.numerator
    line = bool(parts.denominator) or parts.below is not None
    front: list[Math] = []
    inside: list[Math] = []
    upstream = next((word for word in outside if (Name(word), 1) in numerator), None)
    if line and upstream is not None and len(numerator) > 1:
        front = [name_math(upstream)]
        numerator = [item for item in numerator if item != (Name(upstream), 1)]
    if parts.above is not None:
        (front if front and parts.below is None else inside).insert(0, _number(parts.above))
    below: list[Math] = [_number(parts.below)] if parts.below is not None else []
    alone = line or parts.sign > 0
    inside += _factors(numerator, outside, bare=alone and not inside)
    below += _factors(parts.denominator, outside, bare=not below)
    if below:
        inside = [("frac", product(inside), product(below))]
    written = product([*front, *inside])
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


def _factors(factors: list[tuple[Base, Number]], outside: Collection[str], bare: bool) -> list[Math]:
    """Each power; a sum that stands alone needs no brackets."""
    if bare and len(factors) == 1 and is_open(factors[0][0]) and factors[0][1] == 1:
        return [_base(factors[0][0], outside)]
    return [_power(base, exponent, outside) for base, exponent in factors]


@once
def _terms(base: Sum, outside: Collection[str]) -> Math:
    """A sum; a term brings along its minus."""
    parts: list[Math] = []
    for term in base.terms:
        one = mathml(term, outside)
        negative = isinstance(one, tuple) and one[:2] == ("row", MINUS)
        parts += one[1:] if negative else [*(["+"] if parts else []), one]
    return ("row", *parts)


def _number(value: Number) -> Math:
    """A number that is not negative, as it was typed; powers of ten as powers of ten."""
    mantissa, exponential, exponent = printed(value).partition("e")
    return numeral_math(mantissa + (f"e{int(exponent)}".replace("-", MINUS) if exponential else ""))


def _power(base: Base, exponent: Number, outside: Collection[str]) -> Math:
    base, exponent = exponential(base, exponent)
    if exponent == HALF.coefficient:
        return filled(OPERATIONS["sqrt"].math, {"x": mathml(radicand(base), outside)})
    above = _exponent(exponent)
    written = mathml(radicand(base), outside) if isinstance(base, Sum) else _base(base, outside)
    if isinstance(base, Call):
        applied = OPERATIONS[base.operation].applied
        if applied == "beside" and exponent > 1 and exponent == int(exponent):  # sin^2 x
            return ("of", _raised(written[1], above), *written[2:])
        if exponent != 1 and applied != "fence":
            written = bracketed(written)
    if is_open(base):
        written = bracketed(written)
    return written if exponent == 1 else _raised(written, above)


def _base(base: Base, outside: Collection[str]) -> Math:
    if isinstance(base, Name):
        return name_math(base.word)
    return _terms(base, outside) if isinstance(base, Sum) else _call(base, outside)


def _raised(math: Math, above: Math) -> Math:
    """A power; an index keeps its place under the exponent."""
    return (*math, above) if math[0] == "sub" and len(math) == 3 else ("sup", math, above)


def _exponent(exponent: Number) -> Math:
    if isinstance(exponent, Fraction) and exponent.denominator > 1:
        return ("row", str(exponent.numerator), "/", str(exponent.denominator))
    return _number(exponent)


@once
def _call(base: Call, outside: Collection[str]) -> Math:
    operation = OPERATIONS[base.operation]
    arguments = (mathml(argument, outside) for argument in base.arguments)
    if operation.math[0] == "call":  # which has brackets of its own
        arguments = (math[1] if math[0] == "par" else math for math in arguments)
    return filled(operation.math, dict(zip(operation.arguments, arguments, strict=True)))
