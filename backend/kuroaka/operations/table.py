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
        samples=((1.5, -2.0), (0.0, 3.0)), many="sub",
    ),
    Operation(
        "sub", ("x", "y"), ("E", "-E"), "−", math=("row", "{x}", "−", "{y:p}"), applied="operator",
        samples=((1.5, -2.0), (0.0, 3.0)),
        slips=(("sign", "", "E"),),
    ),
    Operation(
        "mul", ("x", "y"), ("E*y", "E*x"), "×", math=("times", "{x:p}", "{y:p}"), applied="operator",
        samples=((1.5, -2.0), (0.0, 3.0)),
        slips=(("other", "E*x", "E*y"),),
    ),
    Operation(
        "div", ("x", "y"), ("E/y", "-E*z/y"), "÷", math=("frac", "{x}", "{y}"), applied="operator",
        samples=((1.5, -2.0), (-3.0, 0.5)),
        slips=(("sign", "", "E*z/y"), ("square", "", "-E*x/y"), ("inverted", "E*y", "")),
    ),
    Operation(
        "pow", ("x", "y"), ("E*y*x^(y - 1)", "E*z*ln(x)"), "∧", math=("sup", "{x:p}", "{y}"),
        applied="operator", samples=((1.5, -2.0), (0.5, 3.0), (2.0, 0.0), (3.0, 1.0)),
        stable=("E*power_base(x, y)", "E*power_exponent(x, y)"), note="pow", kink="abs(x) + abs(y)",
        spellings=("pow", "power"), sign="^",
        slips=(
            ("kept", "E*y*x^y", ""),
            ("factor", "E*x^(y - 1)", ""),
            ("power-rule", "", "E*y*x^(y - 1)"),
            ("base", "", "E*z"),
        ),
    ),
    Operation(
        "neg", ("x",), ("-E",), "−", math=("row", "−", "{x:p}"), applied="operator", samples=((1.5,), (-2.0,)),
        slips=(("sign", "E"),),
    ),
    # ---- exponentials, logarithms and powers ---------------------------------------------------------------------
    Operation(
        "exp", ("x",), ("E*z",), "exp", math=("sup", "e", "{x}"), applied="operator",
        samples=((-1.5,), (0.0,), (2.0,)), spellings=("exp",),
        slips=(("power-rule", "E*x*exp(x - 1)"),),
    ),
    Operation(
        "exp2", ("x",), ("E*z*ln(2)",), ("sup", "2", "□"), math=("sup", "2", "{x}"), applied="operator",
        samples=((-1.5,), (0.5,), (3.0,)), value="2^x", spellings=("exp2",),
        slips=(("base", "E*z"), ("power-rule", "E*x*2^(x - 1)")),
    ),
    Operation(
        "expm1", ("x",), ("E*exp(x)",), "expm1", math=("row", ("sup", "e", "{x}"), "−", "1"), applied="operator",
        samples=((-1.5,), (1e-10,), (2.0,), (-50.0,)), value="exp(x) - 1", spellings=("expm1",),
        slips=(("power-rule", "E*x*exp(x - 1)"),),
    ),
    Operation(
        "ln", ("x",), ("E/x",), "log", applied="beside",
        samples=((0.1,), (1.0,), (7.5,)), spellings=("ln", "log"), sign="log",
        slips=(("inverted", "E*x"),),
    ),
    Operation(
        "log2", ("x",), ("E/(x*ln(2))",), ("sub", "log", "2"), applied="beside",
        samples=((0.1,), (8.0,), (1e300,)), value="ln(x)/ln(2)", spellings=("log2",),
        slips=(("base", "E/x"),),
    ),
    Operation(
        "log10", ("x",), ("E/(x*ln(10))",), ("sub", "log", "10"), applied="beside",
        samples=((0.1,), (7.5,), (1e300,)), value="ln(x)/ln(10)", spellings=("log10", "lg"),
        slips=(("base", "E/x"),),
    ),
    Operation(
        "log1p", ("x",), ("E/(1 + x)",), "log1p", math=("of", "log", ("par", ("row", "1", "+", "{x}"))),
        applied="operator", samples=((-0.9,), (1e-10,), (7.5,)), value="ln(1 + x)", spellings=("log1p",),
        slips=(("argument", "E/x"),),
    ),
    Operation(
        "log_base", ("x", "y"), ("-E*ln(y)/(x*ln(x)^2)", "E/(y*ln(x))"), ("sub", "log", "□"),
        math=("of", ("sub", "log", "{x}"), "{y:p}"), applied="beside",
        samples=((2.0, 8.0), (0.5, 3.0), (10.0, 0.2)), value="ln(y)/ln(x)", spellings=("log",), sign="log_□",
        slips=(("sign", "E*ln(y)/(x*ln(x)^2)", ""), ("square", "-E*ln(y)/(x*ln(x))", ""), ("base", "", "E/y")),
    ),
    Operation(
        "sqrt", ("x",), ("E/(2*z)",), ("sqrt", "□"), math=("sqrt", "{x}"), applied="fence",
        samples=((0.25,), (2.0,), (9.0,)), spellings=("sqrt",),
        slips=(("factor", "E/z"), ("kept", "E*z/2"), ("inverted", "2*E*z")),
    ),
    Operation(
        "cbrt", ("x",), ("E/(3*z^2)",), ("root", "□", "3"), math=("root", "{x}", "3"), applied="fence",
        samples=((-8.0,), (0.25,), (1e300,)), value="sign(x)*abs(x)^(1/3)", spellings=("cbrt",),
        slips=(("factor", "E/z^2"), ("kept", "E*z/3"), ("square", "E/(3*z)")),
    ),
    Operation(
        "square", ("x",), ("2*E*x",), ("sup", "□", "2"), math=("sup", "{x:p}", "2"), applied="operator",
        samples=((-1.5,), (0.0,), (2.0,)), value="x*x", spellings=("square",),
        slips=(("kept", "2*E*x^2"), ("factor", "E*x")),
    ),
    Operation(
        "reciprocal", ("x",), ("-E*z^2",), ("row", "1", "/", "□"), math=("frac", "1", "{x}"), applied="operator",
        samples=((-1.5,), (0.25,)), value="1/x", spellings=("reciprocal",),
        slips=(("sign", "E*z^2"), ("square", "-E*z")),
    ),
    Operation(
        "hypot", ("x", "y"), ("E*x/z", "E*y/z"), "hypot",
        samples=((3.0, -4.0), (-0.5, 1e-9), (0.0, 2.0)), value="sqrt(x^2 + y^2)", spellings=("hypot",),
        slips=(("divisor", "E*x", "E*y"),),
    ),
    # ---- circular and hyperbolic functions -----------------------------------------------------------------------
    Operation(
        "sin", ("x",), ("E*cos(x)",), "sin", applied="beside",
        samples=((-2.0,), (0.5,), (3.0,)), spellings=("sin",),
        slips=(("minus", "-E*cos(x)"),),
    ),
    Operation(
        "cos", ("x",), ("-E*sin(x)",), "cos", applied="beside",
        samples=((-2.0,), (0.5,), (3.0,)), spellings=("cos",),
        slips=(("sign", "E*sin(x)"),),
    ),
    Operation(
        "tan", ("x",), ("E/cos(x)^2",), "tan", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="sin(x)/cos(x)", spellings=("tan",),
        slips=(("minus", "-E/cos(x)^2"), ("square", "E/cos(x)"), ("mixed", "E*(1 - z^2)")),
    ),
    Operation(
        "sec", ("x",), ("E*z*tan(x)",), "sec", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/cos(x)", spellings=("sec",),
        slips=(("minus", "-E*z*tan(x)"), ("own-value", "E*tan(x)")),
    ),
    Operation(
        "csc", ("x",), ("-E*z*cot(x)",), "csc", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/sin(x)", spellings=("csc", "cosec"),
        slips=(("sign", "E*z*cot(x)"), ("own-value", "-E*cot(x)")),
    ),
    Operation(
        "cot", ("x",), ("-E/sin(x)^2",), "cot", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="cos(x)/sin(x)", spellings=("cot",),
        slips=(("sign", "E/sin(x)^2"), ("square", "-E/sin(x)")),
    ),
    Operation(
        "asin", ("x",), ("E/sqrt(1 - x^2)",), "arcsin", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("E/sqrt((1 - x)*(1 + x))",), spellings=("asin", "arcsin"),
        slips=(("minus", "-E/sqrt(1 - x^2)"), ("root", "E/(1 - x^2)"), ("mixed", "E/sqrt(1 + x^2)")),
    ),
    Operation(
        "acos", ("x",), ("-E/sqrt(1 - x^2)",), "arccos", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("-E/sqrt((1 - x)*(1 + x))",), spellings=("acos", "arccos"),
        slips=(("sign", "E/sqrt(1 - x^2)"), ("root", "-E/(1 - x^2)"), ("mixed", "-E/sqrt(1 + x^2)")),
    ),
    Operation(
        "atan", ("x",), ("E/(1 + x^2)",), "arctan", applied="beside",
        samples=((-2.0,), (0.5,), (30.0,)), spellings=("atan", "arctan"),
        slips=(("square", "E/(1 + x)"), ("mixed", "E/(1 - x^2)")),
    ),
    Operation(
        "atan2", ("y", "x"), ("E*x/(x^2 + y^2)", "-E*y/(x^2 + y^2)"), "atan2",
        samples=((1.5, -2.0), (-0.5, -3.0), (2.0, 0.0), (-1.0, 0.5)),
        stable=("E*(x/hypot(x, y))/hypot(x, y)", "-E*(y/hypot(x, y))/hypot(x, y)"), spellings=("atan2", "arctan2"),
        slips=(("sign", "", "E*y/(x^2 + y^2)"), ("other", "E*y/(x^2 + y^2)", "-E*x/(x^2 + y^2)")),
    ),
    Operation(
        "sinh", ("x",), ("E*cosh(x)",), "sinh", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="(exp(x) - exp(-x))/2", spellings=("sinh",),
    ),
    Operation(
        "cosh", ("x",), ("E*sinh(x)",), "cosh", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="(exp(x) + exp(-x))/2", spellings=("cosh",),
        slips=(("mixed", "-E*sinh(x)"),),
    ),
    Operation(
        "tanh", ("x",), ("E*(1 - z^2)",), "tanh", applied="beside",
        samples=((-20.0,), (-1.5,), (0.0,), (2.0,)),
        value="(exp(x) - exp(-x))/(exp(x) + exp(-x))", stable=("E/cosh(x)^2",),
        complement=(2, "1/cosh(x)^2"), spellings=("tanh",),
        slips=(("square", "E*(1 - z)"), ("mixed", "E*(1 + z^2)")),
    ),
    Operation(
        "sech", ("x",), ("-E*z*tanh(x)",), "sech", applied="beside", samples=((-2.0,), (0.0,), (3.0,)),
        value="1/cosh(x)", spellings=("sech",),
        slips=(("sign", "E*z*tanh(x)"), ("own-value", "-E*tanh(x)")),
    ),
    Operation(
        "csch", ("x",), ("-E*z*coth(x)",), "csch", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/sinh(x)", spellings=("csch",),
        slips=(("sign", "E*z*coth(x)"), ("own-value", "-E*coth(x)")),
    ),
    Operation(
        "coth", ("x",), ("-E/sinh(x)^2",), "coth", applied="beside", samples=((-2.0,), (0.5,), (3.0,)),
        value="1/tanh(x)", spellings=("coth",),
        slips=(("sign", "E/sinh(x)^2"), ("square", "-E/sinh(x)")),
    ),
    Operation(
        "asinh", ("x",), ("E/sqrt(x^2 + 1)",), "arsinh", applied="beside",
        samples=((-2.0,), (0.5,), (30.0,)), spellings=("asinh", "arsinh", "arcsinh"),
        slips=(("root", "E/(x^2 + 1)"),),
    ),
    Operation(
        "acosh", ("x",), ("E/sqrt(x^2 - 1)",), "arcosh", applied="beside", samples=((1.001,), (2.0,), (30.0,)),
        stable=("E/sqrt((x - 1)*(x + 1))",), spellings=("acosh", "arcosh", "arccosh"),
        slips=(("root", "E/(x^2 - 1)"), ("mixed", "E/sqrt(x^2 + 1)")),
    ),
    Operation(
        "atanh", ("x",), ("E/(1 - x^2)",), "artanh", applied="beside",
        samples=((-0.999,), (-0.5,), (0.3,)), stable=("E/((1 - x)*(1 + x))",), spellings=("atanh", "artanh", "arctanh"),
        slips=(("square", "E/(1 - x)"), ("mixed", "E/(1 + x^2)")),
    ),
    Operation(
        "sinc", ("x",), ("E*(cos(x) - z)/x",), "sinc", samples=((-2.0,), (1e-3,), (3.0,), (20.0,)),
        value="sin(x)/x", stable=("E*sinc_slope(x)",), spellings=("sinc",), note="sinc", kink="x",
        slips=(("one-term", "E*cos(x)/x"),),
    ),
    # ---- what networks are made of -------------------------------------------------------------------------------
    Operation(
        "erf", ("x",), ("2*E*exp(-x^2)/sqrt(pi)",), "erf",
        samples=((-3.0,), (-1.0,), (0.5,), (1e-9,), (2.0,), (7.0,)), spellings=("erf",),
        slips=(("factor", "E*exp(-x^2)"),),
    ),
    Operation(
        "erfc", ("x",), ("-2*E*exp(-x^2)/sqrt(pi)",), "erfc",
        samples=((-3.0,), (-1.0,), (0.5,), (1.0,), (2.0,), (12.0,)), spellings=("erfc",),
        slips=(("sign", "2*E*exp(-x^2)/sqrt(pi)"), ("factor", "-E*exp(-x^2)")),
    ),
    Operation(
        "sigmoid", ("x",), ("E*z*(1 - z)",), "σ",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (40.0,)), value="1/(1 + exp(-x))", stable=("E*z*sigmoid(-x)",),
        complement=(1, "sigmoid(-x)"), spellings=("sigmoid", "σ", "logistic", "expit"),
        slips=(("minus", "-E*z*(1 - z)"), ("own-value", "E*(1 - z)"), ("mixed", "E*(1 - z^2)")),
    ),
    Operation(
        "log_sigmoid", ("x",), ("E*sigmoid(-x)",), ("of", "log", "σ"), math=("of", "log", ("call", "σ", "{x}")),
        applied="operator", samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (40.0,)), value="-softplus(-x)",
        spellings=("log_sigmoid", "logsigmoid"),
        slips=(("chain", "E/sigmoid(x)"), ("complement", "E*sigmoid(x)")),
    ),
    Operation(
        "logit", ("x",), ("E/(x*(1 - x))",), "logit", samples=((0.1,), (0.501,), (0.9,)),
        value="ln(x/(1 - x))", spellings=("logit",),
        slips=(("chain", "E*(1 - x)/x"), ("one-term", "E/x")),
    ),
    Operation(
        "relu", ("x",), ("E*step(x)",), "ReLU", samples=((-1.5,), (2.0,)),
        value="max(x, 0)", spellings=("relu", "ReLU"), note="relu", kink="x",
        slips=(("passes", "E"),),
    ),
    Operation(
        "softplus", ("x",), ("E*sigmoid(x)",), "softplus",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (800.0,)), value="ln(1 + exp(x))",
        spellings=("softplus", "Softplus"),
        slips=(("chain", "E/(1 + exp(x))"),),
    ),
    Operation(
        "silu", ("x",), ("E*(z + sigmoid(x)*(1 - z))",), "SiLU",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,)), value="x*sigmoid(x)",
        spellings=("silu", "swish", "SiLU"),
        slips=(("one-term", "E*sigmoid(x)"),),
    ),
    Operation(
        "gelu", ("x",), ("E*((1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi))",), "GELU",
        samples=((-1.5,), (-5.0,), (-12.0,), (0.0,), (2.0,)), value="x/2*(1 + erf(x/sqrt(2)))",
        stable=("E*(erfc(-x/sqrt(2))/2 + x*exp(-x^2/2)/sqrt(2*pi))",), spellings=("gelu", "GELU"),
        slips=(("one-term", "E*(1 + erf(x/sqrt(2)))/2"),),
    ),
    Operation(
        "mish", ("x",), ("E*(tanh(softplus(x)) + x*sigmoid(x)/cosh(softplus(x))^2)",), "Mish",
        samples=((-40.0,), (-1.5,), (0.0,), (2.0,), (800.0,)), value="x*tanh(softplus(x))", spellings=("mish", "Mish"),
        slips=(("one-term", "E*tanh(softplus(x))"),),
    ),
    Operation(
        "elu", ("x",), ("E*exp(min(x, 0))",), "ELU", samples=((-40.0,), (-1.5,), (2.0,), (800.0,)),
        value="where(gt(x, 0), x, expm1(x))", spellings=("elu", "ELU"),
        slips=(("flat", "E*step(x)"), ("passes", "E")),
    ),
    Operation(
        "elu_scaled", ("x", "a"), ("E*where(gt(x, 0), 1, a*exp(x))", "E*expm1(min(x, 0))"), "ELU",
        samples=((-1.5, 0.7), (2.0, 0.7), (-40.0, -2.0), (800.0, 1.5)), value="where(gt(x, 0), x, a*expm1(x))",
        spellings=("elu", "ELU"), note="left", kink="abs(x) + eq(a, 1)",
        slips=(("flat", "E*step(x)", ""), ("passes", "E", "")),
    ),
    Operation(
        "selu", ("x",), ("1.0507009873554805*E*where(gt(x, 0), 1, 1.6732632423543772*exp(x))",), "SELU",
        samples=((-40.0,), (-1.5,), (2.0,), (800.0,)), spellings=("selu", "SELU"), note="left", kink="x",
        value="1.0507009873554805*where(gt(x, 0), x, 1.6732632423543772*expm1(x))",
        slips=(("factor", "E*where(gt(x, 0), 1, 1.6732632423543772*exp(x))"),),
    ),
    Operation(
        "leaky_relu", ("x",), ("E*where(gt(x, 0), 1, 0.01)",), "LReLU",
        samples=((-1.5,), (2.0,)), value="where(gt(x, 0), x, 0.01*x)",
        spellings=("leaky_relu", "lrelu", "LeakyReLU", "leakyrelu", "LReLU"), note="left", kink="x",
        slips=(("flat", "E*step(x)"), ("passes", "E")),
    ),
    Operation(
        "leaky_relu_sloped", ("x", "a"), ("E*where(gt(x, 0), 1, a)", "E*min(x, 0)"), "LReLU",
        samples=((-1.5, 0.2), (2.0, 0.2), (-1.5, -3.0)), value="where(gt(x, 0), x, a*x)",
        spellings=("leaky_relu", "lrelu", "LeakyReLU", "leakyrelu", "LReLU"), note="left", kink="abs(x) + eq(a, 1)",
        slips=(("flat", "E*step(x)", ""), ("passes", "E", "")),
    ),
    Operation(
        "relu6", ("x",), ("E*step(x)*step(6 - x)",), "ReLU6", samples=((-1.5,), (2.0,), (7.0,)),
        value="min(max(x, 0), 6)", spellings=("relu6", "ReLU6"), note="outer", kink="x*(x - 6)",
        slips=(("passes", "E*step(x)"),),
    ),
    Operation(
        "hard_sigmoid", ("x",), ("E*step(3 - abs(x))/6",), "HSig", samples=((-4.0,), (-1.5,), (2.0,), (4.0,)),
        value="relu6(x + 3)/6", spellings=("hard_sigmoid", "hardsigmoid", "HSig"), note="outer", kink="abs(x) - 3",
        slips=(("factor", "E*step(3 - abs(x))"), ("passes", "E/6")),
    ),
    Operation(
        "hard_swish", ("x",), ("E*(hard_sigmoid(x) + x*step(3 - abs(x))/6)",), "HSwish",
        samples=((-4.0,), (-1.6,), (2.0,), (4.0,)), value="x*hard_sigmoid(x)",
        spellings=("hard_swish", "hardswish", "HSwish"), note="outer", kink="abs(x) - 3",
        slips=(("one-term", "E*hard_sigmoid(x)"),),
    ),
    Operation(
        "hardtanh", ("x",), ("E*step(1 - abs(x))",), "HTanh", samples=((-1.5,), (0.5,), (2.0,)),
        value="clamp(x, -1, 1)", spellings=("hardtanh", "HTanh"), note="outer", kink="abs(x) - 1",
        slips=(("passes", "E"),),
    ),
    Operation(
        "softsign", ("x",), ("E/(1 + abs(x))^2",), "softsign", samples=((-1.5,), (0.0,), (2.0,)),
        value="x/(1 + abs(x))", spellings=("softsign",),
        slips=(("square", "E/(1 + abs(x))"),),
    ),
    # ---- kinks and jumps -----------------------------------------------------------------------------------------
    Operation(
        "abs", ("x",), ("E*sign(x)",), ("abs", "□"), math=("abs", "{x}"), applied="fence",
        samples=((-1.5,), (2.0,)), spellings=("abs", "fabs", "absolute"), note="abs", kink="x",
        slips=(("passes", "E"),),
    ),
    Operation(
        "sign", ("x",), ("0*E",), "sgn", samples=((-1.5,), (2.0,)),
        spellings=("sign", "sgn"), note="flat", kink="x",
    ),
    Operation(
        "step", ("x",), ("0*E",), "step", samples=((-1.5,), (2.0,)),
        spellings=("step", "heaviside"), note="flat", kink="x",
    ),
    Operation(
        "max", ("x", "y"), ("E*(1 + sign(x - y))/2", "E*(1 - sign(x - y))/2"), "max",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("max", "maximum", "fmax"), note="tie", kink="x - y",
        beside_zero=("E*step(x - y)", "E*step(y - x)"), many="max",
        slips=(("both", "E", "E"),),
    ),
    Operation(
        "min", ("x", "y"), ("E*(1 - sign(x - y))/2", "E*(1 + sign(x - y))/2"), "min",
        samples=((1.5, -2.0), (-2.0, 1.5)), spellings=("min", "minimum", "fmin"), note="tie", kink="x - y",
        beside_zero=("E*step(y - x)", "E*step(x - y)"), many="min",
        slips=(("both", "E", "E"),),
    ),
    Operation(
        "clamp", ("x", "a", "b"), ("E*gt(x, a)*lt(x, b)", "E*le(x, a)*lt(a, b)", "E*ge(max(x, a), b)"), "clamp",
        samples=((0.5, -1.0, 2.0), (-1.5, -1.0, 2.0), (2.5, -1.0, 2.0), (0.5, 2.0, -1.0)),
        value="min(max(x, a), b)", spellings=("clamp", "clip"), note="clamp", kink="min(abs(x - a), abs(x - b))",
        slips=(("passes", "E", "", ""),),
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
        slips=(("sign", "", "E*floor(x/y)"),),
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
        slips=(("both", "", "E", "E"),),
    ),
)
# fmt: on

OPERATIONS: Mapping[str, Operation] = Table({operation.name: operation for operation in _ROWS})

# For each comparison the one that holds where it does not.
OPPOSITES: Mapping[str, str] = {"gt": "le", "lt": "ge", "ge": "lt", "le": "gt", "eq": "ne", "ne": "eq"}

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
