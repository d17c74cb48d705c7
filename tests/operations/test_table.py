"""The table, walked: every operation against mpmath at 50 digits, forward and backward, at all its samples.

An operation that others define is right if it computes what its definition says; whether a definition says what is
meant, a reader sees. The primitives are written here by hand.
"""

import math
from collections.abc import Callable
from functools import partial

import mpmath
import pytest

from kuroaka.operations import FLOATS, OPERATIONS, Arithmetic, Operation, apply, contribution, run
from kuroaka.operations.table import functions
from kuroaka.words import LANGUAGES, catalogue

mpmath.mp.dps = 50

PRIMITIVES: dict[str, Callable[..., mpmath.mpf]] = {
    "add": mpmath.fadd,
    "sub": mpmath.fsub,
    "mul": mpmath.fmul,
    "div": mpmath.fdiv,
    "pow": mpmath.power,
    "neg": mpmath.fneg,
    "exp": mpmath.exp,
    "ln": mpmath.log,
    "sqrt": mpmath.sqrt,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "atan2": mpmath.atan2,
    "asinh": mpmath.asinh,
    "acosh": mpmath.acosh,
    "atanh": mpmath.atanh,
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "abs": abs,
    "sign": mpmath.sign,
    "step": lambda x: mpmath.mpf(x > 0),
    "max": max,
    "min": min,
    "floor": mpmath.floor,
    "ceil": mpmath.ceil,
    "round": mpmath.nint,
    "trunc": lambda x: mpmath.mpf(int(x)),
    "gt": lambda x, y: mpmath.mpf(x > y),
    "lt": lambda x, y: mpmath.mpf(x < y),
    "ge": lambda x, y: mpmath.mpf(x >= y),
    "le": lambda x, y: mpmath.mpf(x <= y),
    "eq": lambda x, y: mpmath.mpf(x == y),
    "ne": lambda x, y: mpmath.mpf(x != y),
    "where": lambda c, x, y: x if c else y,
}
SYMBOLS = {"e": mpmath.mp.e, "pi": mpmath.mp.pi}
EXACT = Arithmetic(mpmath.mpf, PRIMITIVES, mpmath.fsum, lambda word: +SYMBOLS[word])


def oracle(operation: Operation) -> Callable[..., mpmath.mpf]:
    """The operation at 50 digits: one that others define as its own definition says, a primitive by hand."""
    return partial(apply, operation, EXACT)


POINTS = [(operation, sample) for operation in OPERATIONS.values() for sample in operation.samples]
IDS = [f"{operation.name}{sample}" for operation, sample in POINTS]


def close(got: float, wanted: mpmath.mpf) -> bool:
    return bool(abs(mpmath.mpf(got) - wanted) <= 1e-12 * abs(wanted)) or got == wanted


def test_every_primitive_has_an_oracle_and_every_operation_samples() -> None:
    assert PRIMITIVES.keys() == {name for name, operation in OPERATIONS.items() if not operation.value}
    assert all(operation.samples for operation in OPERATIONS.values())
    assert all(len(operation.backward) == len(operation.arguments) for operation in OPERATIONS.values())


@pytest.mark.parametrize(("operation", "sample"), POINTS, ids=IDS)
def test_value(operation: Operation, sample: tuple[float, ...]) -> None:
    assert close(apply(operation, FLOATS, *sample), oracle(operation)(*map(mpmath.mpf, sample)))


@pytest.mark.parametrize(("operation", "sample"), POINTS, ids=IDS)
def test_contributions(operation: Operation, sample: tuple[float, ...]) -> None:
    output = apply(operation, FLOATS, *sample)
    for position in range(len(sample)):
        got = contribution(operation, FLOATS, position, 3.0, output, sample)
        slope = mpmath.diff(
            oracle(operation),
            tuple(map(mpmath.mpf, sample)),
            tuple(int(i == position) for i in range(len(sample))),
            h=mpmath.mpf(10) ** -20,
        )
        assert abs(mpmath.mpf(got) - 3 * slope) <= 1e-12 * abs(3 * slope) + mpmath.mpf(10) ** -18


STABLE = [
    (operation, sample) for operation, sample in POINTS if operation.stable and all(abs(value) < 10 for value in sample)
]


@pytest.mark.parametrize(("operation", "sample"), STABLE, ids=str)
def test_the_stable_form_says_the_same_as_the_one_that_is_shown(
    operation: Operation, sample: tuple[float, ...]
) -> None:
    names = {"E": 3.0, "z": apply(operation, FLOATS, *sample), **dict(zip(operation.arguments, sample, strict=True))}
    for shown, stable in zip(operation.backward, operation.stable, strict=True):
        assert math.isclose(run(shown, FLOATS, names), run(stable, FLOATS, names), rel_tol=1e-9, abs_tol=1e-300)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda one: one.name)
def test_the_value_is_set_as_the_row_says(operation: Operation) -> None:
    assert isinstance(operation.math, tuple)
    construct, *parts = operation.math
    last = operation.arguments[-1]
    assert (operation.applied == "bracketed") == (construct == "call")
    assert (operation.applied == "beside") == (construct == "of" and parts[-1] == f"{{{last}:p}}")
    assert (operation.applied == "fence") == (construct in ("sqrt", "root", "abs", "floor", "ceil"))


def test_every_note_is_said_in_every_language() -> None:
    notes = {f"note.{operation.note}" for operation in OPERATIONS.values() if operation.note}
    for language in LANGUAGES:
        assert notes <= catalogue(language).keys(), language


def test_words_are_called_unambiguously() -> None:
    assert functions()["log"] == (1, 2)
    assert set(functions()).isdisjoint({"E", "z", "e", "pi"})


KINKS: list[tuple[str, tuple[float, ...], int, float]] = [
    ("relu", (0.0,), 0, 0.0),
    ("abs", (0.0,), 0, 0.0),
    ("elu", (0.0,), 0, 1.0),
    ("elu_scaled", (0.0, 0.7), 0, 0.7),
    ("elu_scaled", (0.0, 0.7), 1, 0.0),
    ("selu", (0.0,), 0, 1.0507009873554805 * 1.6732632423543772),
    ("leaky_relu", (0.0,), 0, 0.01),
    ("leaky_relu_sloped", (0.0, 0.2), 0, 0.2),
    *((name, (x,), 0, 0.0) for name, x in (("relu6", 0.0), ("relu6", 6.0), ("hardtanh", -1.0), ("hardtanh", 1.0))),
    *(("hard_sigmoid", (x,), 0, 0.0) for x in (-3.0, 3.0)),
    *(("hard_swish", (x,), 0, float(x > 0)) for x in (-3.0, 3.0)),
    ("sinc", (0.0,), 0, 0.0),
    ("step", (0.0,), 0, 0.0),
    ("sign", (0.0,), 0, 0.0),
    ("max", (2.0, 2.0), 0, 0.5),
    ("max", (2.0, 2.0), 1, 0.5),
    ("min", (2.0, 2.0), 0, 0.5),
    *(("clamp", (-1.0, -1.0, 2.0), position, float(position == 1)) for position in range(3)),
    *(("clamp", (2.0, -1.0, 2.0), position, float(position == 2)) for position in range(3)),
    *((name, (2.0,), 0, 0.0) for name in ("floor", "ceil", "trunc")),
    ("round", (2.5,), 0, 0.0),
    ("mod", (6.0, 3.0), 0, 1.0),
    ("mod", (-6.0, 3.0), 1, 2.0),
    *((name, (2.0, 2.0), position, 0.0) for name in ("gt", "lt", "ge", "le", "eq", "ne") for position in range(2)),
    *(("where", (0.0, 1.5, -2.0), position, float(position == 2)) for position in range(3)),
    ("pow", (0.0, 0.0), 0, 0.0),
    ("pow", (0.0, 2.0), 1, 0.0),
    ("pow", (0.0, 0.5), 0, math.inf),
    ("sqrt", (0.0,), 0, math.inf),
    ("square", (0.0,), 0, 0.0),
    ("ln", (0.0,), 0, math.inf),
    ("pow", (-1.5, 2.0), 0, -3.0),
]


@pytest.mark.parametrize(("name", "sample", "position", "wanted"), KINKS)
def test_conventions_at_kinks(name: str, sample: tuple[float, ...], position: int, wanted: float) -> None:
    operation = OPERATIONS[name]
    assert contribution(operation, FLOATS, position, 1.0, apply(operation, FLOATS, *sample), sample) == wanted


JUMPS: list[tuple[str, tuple[float, ...], float]] = [
    ("step", (0.0,), 0.0),
    ("sign", (-0.0,), 0.0),
    ("floor", (-1.5,), -2.0),
    ("floor", (-0.0,), -0.0),
    ("ceil", (-0.5,), -0.0),
    ("ceil", (1e300,), 1e300),
    ("round", (2.5,), 2.0),
    ("round", (-3.5,), -4.0),
    ("round", (-0.3,), -0.0),
    ("round", (0.49999999999999994,), 0.0),
    ("trunc", (-1.5,), -1.0),
    ("mod", (-7.0, 3.0), 2.0),
    ("mod", (7.0, -3.0), -2.0),
    ("mod", (-6.0, 3.0), 0.0),
    ("mod", (6.0, -3.0), -0.0),
    ("mod", (5.3, 0.1), 5.3 % 0.1),
    ("gt", (2.0, 2.0), 0.0),
    ("lt", (2.0, 2.0), 0.0),
    ("ge", (2.0, 2.0), 1.0),
    ("le", (2.0, 2.0), 1.0),
    ("eq", (2.0, 2.0), 1.0),
    ("ne", (2.0, 2.0), 0.0),
    ("eq", (math.inf, math.inf), 1.0),
    ("where", (-0.0, 1.5, -2.0), -2.0),
    ("where", (1.0, 1.5, math.nan), 1.5),
    ("clamp", (0.5, 2.0, -1.0), -1.0),
]


@pytest.mark.parametrize(("name", "sample", "wanted"), JUMPS)
def test_what_is_chosen_at_jumps(name: str, sample: tuple[float, ...], wanted: float) -> None:
    got = apply(OPERATIONS[name], FLOATS, *sample)
    assert (got, math.copysign(1, got)) == (wanted, math.copysign(1, wanted))


FAR: list[tuple[str, tuple[float, ...], float]] = [
    ("exp", (1000.0,), math.inf),
    ("pow", (10.0, 400.0), math.inf),
    ("pow", (-10.0, 401.0), -math.inf),
    ("pow", (0.0, -1.0), math.inf),
    ("pow", (-0.0, -1.0), -math.inf),
    ("div", (1.0, -0.0), -math.inf),
    ("sinh", (-800.0,), -math.inf),
    ("cosh", (-800.0,), math.inf),
    ("ln", (0.0,), -math.inf),
    ("log2", (0.0,), -math.inf),
    ("log10", (-0.0,), -math.inf),
    ("log1p", (-1.0,), -math.inf),
    ("exp2", (2000.0,), math.inf),
    ("expm1", (1000.0,), math.inf),
    ("expm1", (-1000.0,), -1.0),
    ("hypot", (1.5e308, -1.5e308), math.inf),
    ("hypot", (-math.inf, math.nan), math.inf),
    ("reciprocal", (-0.0,), -math.inf),
    ("atan2", (0.0, 0.0), 0.0),
    ("atan2", (0.0, -math.inf), math.pi),
    ("sech", (800.0,), 0.0),
    ("coth", (-800.0,), -1.0),
    ("cot", (0.0,), math.inf),
    ("max", (math.inf, 1.0), math.inf),
    ("erf", (math.inf,), 1.0),
    ("erf", (-math.inf,), -1.0),
    ("erfc", (math.inf,), 0.0),
    ("erfc", (-math.inf,), 2.0),
    ("erfc", (-30.0,), 2.0),
    ("erfc", (30.0,), 0.0),
    ("sinc", (0.0,), 1.0),
    ("logit", (0.0,), -math.inf),
    ("logit", (1.0,), math.inf),
    ("mish", (-800.0,), -0.0),
    ("elu", (-1000.0,), -1.0),
    ("softsign", (1e308,), 1.0),
    ("hard_swish", (1e308,), 1e308),
]
UNDEFINED: list[tuple[str, tuple[float, ...]]] = [
    ("ln", (-1.0,)),
    ("log2", (-1.0,)),
    ("log10", (-1.0,)),
    ("log1p", (-1.5,)),
    ("log1p", (math.nan,)),
    ("sec", (math.inf,)),
    ("atan2", (math.nan, 1.0)),
    ("hypot", (math.nan, 1.0)),
    ("sqrt", (-1.0,)),
    ("pow", (-8.0, 1 / 3)),
    ("div", (0.0, 0.0)),
    ("sin", (math.inf,)),
    ("asin", (2.0,)),
    ("acosh", (0.5,)),
    ("atanh", (2.0,)),
    ("max", (math.nan, 1.0)),
    ("max", (1.0, math.nan)),
    ("min", (1.0, math.nan)),
    ("sigmoid", (math.nan,)),
    ("softplus", (math.nan,)),
    ("logit", (2.0,)),
    ("sinc", (math.inf,)),
    *((name, (math.nan,)) for name in ("erf", "erfc", "gelu", "elu", "leaky_relu", "relu6", "hardtanh", "sinc")),
    ("sign", (math.nan,)),
    ("round", (math.nan,)),
    ("mod", (1.0, 0.0)),
    ("mod", (math.inf, 2.0)),
    ("clamp", (math.nan, 0.0, 1.0)),
    *((name, (math.nan, 1.0)) for name in ("gt", "lt", "ge", "le", "eq", "ne")),
    ("ne", (1.0, math.nan)),
    ("where", (math.nan, 1.5, -2.0)),
]


@pytest.mark.parametrize(("name", "sample", "wanted"), FAR)
def test_far_out_numbers_are_infinite(name: str, sample: tuple[float, ...], wanted: float) -> None:
    assert apply(OPERATIONS[name], FLOATS, *sample) == wanted


@pytest.mark.parametrize(("name", "sample"), UNDEFINED)
def test_undefined_numbers_are_nan(name: str, sample: tuple[float, ...]) -> None:
    assert math.isnan(apply(OPERATIONS[name], FLOATS, *sample))


@pytest.mark.parametrize(("name", "sample"), UNDEFINED)
def test_what_has_no_value_has_no_slope(name: str, sample: tuple[float, ...]) -> None:
    operation = OPERATIONS[name]
    value = apply(operation, FLOATS, *sample)
    for position in range(0 if any(map(math.isnan, sample)) else len(sample)):
        assert math.isnan(contribution(operation, FLOATS, position, 1.0, value, sample))


@pytest.mark.parametrize("operation", [one for one in OPERATIONS.values() if one.kink], ids=lambda one: one.name)
def test_no_sample_stands_on_a_kink_unless_the_convention_is_the_derivative(operation: Operation) -> None:
    at_kink = [
        sample
        for sample in operation.samples
        if run(operation.kink, FLOATS, dict(zip(operation.arguments, sample, strict=True))) == 0
    ]
    assert operation.note
    assert not at_kink or operation.name == "pow"


DEFINED = [(operation, sample) for operation, sample in POINTS if operation.value and abs(sample[0]) < 10]


@pytest.mark.parametrize(("operation", "sample"), DEFINED, ids=str)
def test_a_definition_says_what_the_primitive_computes(operation: Operation, sample: tuple[float, ...]) -> None:
    defined = run(operation.value, FLOATS, dict(zip(operation.arguments, sample, strict=True)))
    assert math.isclose(defined, apply(operation, FLOATS, *sample), rel_tol=1e-12, abs_tol=1e-15)
