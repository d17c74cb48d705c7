"""Random expressions for tests: as text, with a point at which they are tame."""

import random
from collections.abc import Mapping

UNARY = ("exp", "ln", "sqrt", "sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "sigmoid", "relu", "softplus", "abs")
INFIX = ("+", "-", "*", "/", "^")
NAMES = ("x", "y", "z", "w_1", "b")


def expression(rng: random.Random, size: int) -> str:
    """An expression of about ``size`` operations; names repeat, so graphs branch."""
    if size <= 0:
        return rng.choice(NAMES) if rng.random() < 0.75 else str(rng.choice([1, 2, 3, 0.5, 2.5]))
    roll = rng.random()
    if roll < 0.3:
        return f"{rng.choice(UNARY)}({expression(rng, size - 1)})"
    if roll < 0.36:
        return f"(-({expression(rng, size - 1)}))"
    if roll < 0.44:
        return f"({expression(rng, size - 1)})^{rng.choice([2, 3, -1])}"
    if roll < 0.48:
        left = rng.randrange(size)
        arguments = f"{expression(rng, left)}, {expression(rng, size - 1 - left)}"
        return f"{rng.choice(['max', 'min', 'log'])}({arguments})"
    left = rng.randrange(size)
    return f"({expression(rng, left)} {rng.choice(INFIX)} {expression(rng, size - 1 - left)})"


def program(rng: random.Random, size: int) -> str:
    """An expression in several lines, with named constants and bound names that are used twice."""
    first, second = expression(rng, size // 3), expression(rng, size // 3)
    return f"k = {rng.choice([-1, 2, 0.5])}; m = {first}; n = {second}*k + m; {expression(rng, size // 3)} + m*n"


def point(rng: random.Random) -> Mapping[str, float]:
    """A value for every name an expression may hold."""
    return {name: round(rng.uniform(0.2, 2.5), 3) for name in NAMES}
