"""THE table. An operation is one entry; numbers, labels, exports, the browser and the tests follow from it."""

import math
from collections.abc import Mapping
from functools import cache

from kuroaka.operations.general import Table
from kuroaka.operations.operation import Operation

# A row reads better in one line or two than in one line an argument.
# fmt: off
_ROWS = (
    # ---- the arithmetic of the article ---------------------------------------------------------------------------
    Operation(
        "add", ("x", "y"), ("E", "E"), "+", math=("row", "{x}", "+", "{y:p}"), applied="operator",
        samples=((1.5, -2.0), (0.0, 3.0)),
    ),
    Operation(
        "sub", ("x", "y"), ("E", "-E"), "−", math=("row", "{x}", "−", "{y:p}"), applied="operator",
        samples=((1.5, -2.0), (0.0, 3.0)),
    ),
    Operation(
        "mul", ("x", "y"), ("E*y", "E*x"), "×", math=("times", "{x:p}", "{y:p}"), applied="operator",
        samples=((1.5, -2.0), (0.0, 3.0)),
    ),
    Operation(
        "div", ("x", "y"), ("E/y", "-E*z/y"), "÷", math=("frac", "{x}", "{y}"), applied="operator",
        samples=((1.5, -2.0), (-3.0, 0.5)),
    ),
    Operation(
        "pow", ("x", "y"), ("E*y*x^(y - 1)", "E*z*ln(x)"), "∧", math=("sup", "{x:p}", "{y}"),
        applied="operator", samples=((1.5, -2.0), (0.5, 3.0), (2.0, 0.0), (3.0, 1.0)),
        stable=("E*power_base(x, y)", "E*power_exponent(x, y)"), note="pow", kink="abs(x) + abs(y)", sign="^",
    ),
    Operation("neg", ("x",), ("-E",), "−", math=("row", "−", "{x:p}"), applied="operator", samples=((1.5,), (-2.0,))),
    # ---- exponentials, logarithms and powers ---------------------------------------------------------------------
    Operation(
        "exp", ("x",), ("E*z",), "exp", math=("sup", "e", "{x}"), applied="operator",
        samples=((-1.5,), (0.0,), (2.0,)), spellings=("exp",),
    ),
    Operation(
        "exp2", ("x",), ("E*z*ln(2)",), ("sup", "2", "□"), math=("sup", "2", "{x}"), applied="operator",
        samples=((-1.5,), (0.5,), (3.0,)), value="2^x", spellings=("exp2",),
    ),
    Operation(
        "expm1", ("x",), ("E*exp(x)",), "expm1", math=("row", ("sup", "e", "{x}"), "−", "1"), applied="operator",
        samples=((-1.5,), (1e-10,), (2.0,), (-50.0,)), value="exp(x) - 1", spellings=("expm1",),
    ),
    Operation(
        "ln", ("x",), ("E/x",), "log", applied="beside",
        samples=((0.1,), (1.0,), (7.5,)), spellings=("ln", "log"),
    ),
    Operation(
        "log2", ("x",), ("E/(x*ln(2))",), ("sub", "log", "2"), applied="beside",
        samples=((0.1,), (8.0,), (1e300,)), value="ln(x)/ln(2)", spellings=("log2",),
    ),
    Operation(
        "log10", ("x",), ("E/(x*ln(10))",), ("sub", "log", "10"), applied="beside",
        samples=((0.1,), (7.5,), (1e300,)), value="ln(x)/ln(10)", spellings=("log10", "lg"),
    ),
    Operation(
        "log1p", ("x",), ("E/(1 + x)",), "log1p", math=("of", "log", ("par", ("row", "1", "+", "{x}"))),
        applied="operator", samples=((-0.9,), (1e-10,), (7.5,)), value="ln(1 + x)", spellings=("log1p",),
    ),
    Operation(
        "log_base", ("x", "y"), ("-E*ln(y)/(x*ln(x)^2)", "E/(y*ln(x))"), ("sub", "log", "□"),
        math=("of", ("sub", "log", "{x}"), "{y:p}"), applied="beside",
        samples=((2.0, 8.0), (0.5, 3.0), (10.0, 0.2)), value="ln(y)/ln(x)", spellings=("log",),
    ),
    Operation(
        "sqrt", ("x",), ("E/(2*z)",), ("sqrt", "□"), math=("sqrt", "{x}"), applied="fence",
        samples=((0.25,), (2.0,), (9.0,)), spellings=("sqrt",),
    ),
    Operation(
        "cbrt", ("x",), ("E/(3*z^2)",), ("root", "□", "3"), math=("root", "{x}", "3"), applied="fence",
        samples=((-8.0,), (0.25,), (1e300,)), value="sign(x)*abs(x)^(1/3)", spellings=("cbrt",),
    ),
    Operation(
        "square", ("x",), ("2*E*x",), ("sup", "□", "2"), math=("sup", "{x:p}", "2"), applied="operator",
        samples=((-1.5,), (0.0,), (2.0,)), value="x*x", spellings=("square",),
    ),
    Operation(
        "reciprocal", ("x",), ("-E*z^2",), ("row", "1", "/", "□"), math=("frac", "1", "{x}"), applied="operator",
        samples=((-1.5,), (0.25,)), value="1/x", spellings=("reciprocal",),
    ),
    Operation(
        "hypot", ("x", "y"), ("E*x/z", "E*y/z"), "hypot",
        samples=((3.0, -4.0), (-0.5, 1e-9), (0.0, 2.0)), value="sqrt(x^2 + y^2)", spellings=("hypot",),
    ),
    # ---- circular and hyperbolic functions -----------------------------------------------------------------------
    Operation(
        "sin", ("x",), ("E*cos(x)",), "sin", applied="beside",
        samples=((-2.0,), (0.5,), (3.0,)), spellings=("sin",),
    ),
    Operation(
        "cos", ("x",), ("-E*sin(x)",), "cos", applied="beside",
        samples=((-2.0,), (0.5,), (3.0,)), spellings=("cos",),
    ),
    Operation(
        "tan", ("x",), ("E/cos(x)^2",), "tan", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="sin(x)/cos(x)", spellings=("tan",),
    ),
    Operation(
        "sec", ("x",), ("E*z*tan(x)",), "sec", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/cos(x)", spellings=("sec",),
    ),
    Operation(
        "csc", ("x",), ("-E*z*cot(x)",), "csc", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/sin(x)", spellings=("csc", "cosec"),
    ),
    Operation(
        "cot", ("x",), ("-E/sin(x)^2",), "cot", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="cos(x)/sin(x)", spellings=("cot",),
    ),
    Operation(
        "asin", ("x",), ("E/sqrt(1 - x^2)",), "arcsin", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("E/sqrt((1 - x)*(1 + x))",), spellings=("asin", "arcsin"),
    ),
    Operation(
        "acos", ("x",), ("-E/sqrt(1 - x^2)",), "arccos", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("-E/sqrt((1 - x)*(1 + x))",), spellings=("acos", "arccos"),
    ),
    Operation(
        "atan", ("x",), ("E/(1 + x^2)",), "arctan", applied="beside",
        samples=((-2.0,), (0.5,), (30.0,)), spellings=("atan", "arctan"),
    ),
    Operation(
        "atan2", ("y", "x"), ("E*x/(x^2 + y^2)", "-E*y/(x^2 + y^2)"), "atan2",
        samples=((1.5, -2.0), (-0.5, -3.0), (2.0, 0.0), (-1.0, 0.5)),
        stable=("E*(x/hypot(x, y))/hypot(x, y)", "-E*(y/hypot(x, y))/hypot(x, y)"), spellings=("atan2", "arctan2"),
    ),
    Operation(
        "sinh", ("x",), ("E*cosh(x)",), "sinh", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="(exp(x) - exp(-x))/2", spellings=("sinh",),
    ),
    Operation(
        "cosh", ("x",), ("E*sinh(x)",), "cosh", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="(exp(x) + exp(-x))/2", spellings=("cosh",),
    ),
    Operation(
        "tanh", ("x",), ("E*(1 - z^2)",), "tanh", applied="beside",
        samples=((-20.0,), (-1.5,), (0.0,), (2.0,)),
        value="(exp(x) - exp(-x))/(exp(x) + exp(-x))", stable=("E/cosh(x)^2",), spellings=("tanh",),
    ),
    Operation(
        "sech", ("x",), ("-E*z*tanh(x)",), "sech", applied="beside", samples=((-2.0,), (0.0,), (3.0,)),
        value="1/cosh(x)", spellings=("sech",),
    ),
    Operation(
        "csch", ("x",), ("-E*z*coth(x)",), "csch", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/sinh(x)", spellings=("csch",),
    ),
    Operation(
        "coth", ("x",), ("-E/sinh(x)^2",), "coth", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/tanh(x)", spellings=("coth",),
    ),
    Operation(
        "asinh", ("x",), ("E/sqrt(x^2 + 1)",), "arsinh", applied="beside",
        samples=((-2.0,), (0.5,), (30.0,)), spellings=("asinh", "arsinh", "arcsinh"),
    ),
    Operation(
        "acosh", ("x",), ("E/sqrt(x^2 - 1)",), "arcosh", applied="beside", samples=((1.001,), (2.0,), (30.0,)),
        stable=("E/sqrt((x - 1)*(x + 1))",), spellings=("acosh", "arcosh", "arccosh"),
    ),
    Operation(
        "atanh", ("x",), ("E/(1 - x^2)",), "artanh", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("E/((1 - x)*(1 + x))",), spellings=("atanh", "artanh", "arctanh"),
    ),
    # ---- what networks are made of -------------------------------------------------------------------------------
    Operation(
        "sigmoid", ("x",), ("E*z*(1 - z)",), "σ",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (40.0,)), value="1/(1 + exp(-x))", stable=("E*z*sigmoid(-x)",),
        spellings=("sigmoid", "σ"),
    ),
    Operation(
        "relu", ("x",), ("E*step(x)",), "ReLU", samples=((-1.5,), (2.0,)),
        value="max(x, 0)", spellings=("relu", "ReLU"), note="relu", kink="x",
    ),
    Operation(
        "softplus", ("x",), ("E*sigmoid(x)",), "softplus",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (800.0,)), value="ln(1 + exp(x))", spellings=("softplus",),
    ),
    Operation(
        "silu", ("x",), ("E*(z + sigmoid(x)*(1 - z))",), "SiLU",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,)), value="x*sigmoid(x)", spellings=("silu", "swish"),
    ),
    # ---- kinks and jumps -----------------------------------------------------------------------------------------
    Operation(
        "abs", ("x",), ("E*sign(x)",), ("abs", "□"), math=("abs", "{x}"), applied="fence",
        samples=((-1.5,), (2.0,)), spellings=("abs",), note="abs", kink="x",
    ),
    Operation(
        "sign", ("x",), ("0*E",), "sgn", samples=((-1.5,), (2.0,)),
        spellings=("sign",), note="flat", kink="x",
    ),
    Operation(
        "step", ("x",), ("0*E",), "step", samples=((-1.5,), (2.0,)),
        spellings=("step",), note="flat", kink="x",
    ),
    Operation(
        "max", ("x", "y"), ("E*(1 + sign(x - y))/2", "E*(1 - sign(x - y))/2"), "max",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("max",), note="tie", kink="x - y",
    ),
    Operation(
        "min", ("x", "y"), ("E*(1 - sign(x - y))/2", "E*(1 + sign(x - y))/2"), "min",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("min",), note="tie", kink="x - y",
    ),
    Operation(
        "clamp", ("x", "a", "b"), ("E*gt(x, a)*lt(x, b)", "E*le(x, a)*lt(a, b)", "E*ge(max(x, a), b)"), "clamp",
        samples=((0.5, -1.0, 2.0), (-1.5, -1.0, 2.0), (2.5, -1.0, 2.0), (0.5, 2.0, -1.0)),
        value="min(max(x, a), b)", spellings=("clamp", "clip"), note="clamp", kink="min(abs(x - a), abs(x - b))",
    ),
    # ---- whole numbers -------------------------------------------------------------------------------------------
    Operation(
        "floor", ("x",), ("0*E",), ("floor", "□"), math=("floor", "{x}"), applied="fence",
        samples=((-1.5,), (0.5,), (2.7,)), spellings=("floor",), note="flat", kink="x - floor(x)",
    ),
    Operation(
        "ceil", ("x",), ("0*E",), ("ceil", "□"), math=("ceil", "{x}"), applied="fence",
        samples=((-1.5,), (0.5,), (2.7,)), spellings=("ceil",), note="flat", kink="ceil(x) - x",
    ),
    Operation(
        "round", ("x",), ("0*E",), "round", samples=((-1.3,), (0.4,), (2.7,)),
        spellings=("round",), note="flat", kink="x - floor(x) - 0.5",
    ),
    Operation(
        "trunc", ("x",), ("0*E",), "trunc", samples=((-1.5,), (0.5,), (2.7,)),
        spellings=("trunc",), note="flat", kink="x - trunc(x) + eq(x, 0)",
    ),
    Operation(
        "mod", ("x", "y"), ("E", "-E*floor(x/y)"), "mod",
        samples=((7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (0.3, 7.0)), value="x - y*floor(x/y)",
        stable=("E", "-E*round((x - z)/y)"), spellings=("mod",), note="jump", kink="mod(x, y)",
    ),
    # ---- comparisons, which are 1 or 0 ---------------------------------------------------------------------------
    Operation(
        "gt", ("x", "y"), ("0*E", "0*E"), ">", math=("par", ("row", "{x}", ">", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("gt",), note="flat", kink="x - y", sign=">",
    ),
    Operation(
        "lt", ("x", "y"), ("0*E", "0*E"), "<", math=("par", ("row", "{x}", "<", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("lt",), note="flat", kink="x - y", sign="<",
    ),
    Operation(
        "ge", ("x", "y"), ("0*E", "0*E"), "≥", math=("par", ("row", "{x}", "≥", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("ge",), note="flat", kink="x - y", sign="≥",
    ),
    Operation(
        "le", ("x", "y"), ("0*E", "0*E"), "≤", math=("par", ("row", "{x}", "≤", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("le",), note="flat", kink="x - y", sign="≤",
    ),
    Operation(
        "eq", ("x", "y"), ("0*E", "0*E"), "=", math=("par", ("row", "{x}", "=", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("eq",), note="flat", kink="x - y", sign="=",
    ),
    Operation(
        "ne", ("x", "y"), ("0*E", "0*E"), "≠", math=("par", ("row", "{x}", "≠", "{y}")), applied="operator",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("ne",), note="flat", kink="x - y", sign="≠",
    ),
    Operation(
        "where", ("c", "x", "y"), ("0*E", "E*ne(c, 0)", "E*eq(c, 0)"), "where",
        samples=((1.0, 1.5, -2.0), (0.0, 1.5, -2.0), (-0.5, 1.5, -2.0)),
        stable=("0*E", "where(c, E, 0)", "where(c, 0, E)"), spellings=("where",), note="where",
    ),
)
# fmt: on

OPERATIONS: Mapping[str, Operation] = Table({operation.name: operation for operation in _ROWS})

# Names that are numbers.
CONSTANTS: Mapping[str, float] = {"e": math.e, "pi": math.pi, "π": math.pi}

_CALLED = {
    (word, len(operation.arguments)): operation
    for operation in _ROWS
    for word in (operation.name, *operation.spellings)
}


def called(word: str, arguments: int) -> Operation | None:
    """The operation that a call means, None if there is none.

    >>> called("log", 1).name, called("log", 2).name
    ('ln', 'log_base')
    """
    return _CALLED.get((word, arguments))


@cache
def functions() -> Mapping[str, tuple[int, ...]]:
    """Every word that a reader can call, with the numbers of arguments it takes.

    >>> functions()["log"]
    (1, 2)
    """
    counts: dict[str, tuple[int, ...]] = {}
    for operation in _ROWS:
        for word in operation.spellings:
            counts[word] = (*counts.get(word, ()), len(operation.arguments))
    return counts
