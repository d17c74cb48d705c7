"""What is asked: what a class asks, and the worst that the limits let through."""

import random

SIGMOID = "1/(1 + exp(-{x}*x))"
FIGURE = "/api/v1/figure.svg"
GRAPH = "/api/v1/graph"

_NAMES = "abcdefgh"
WORST = (
    "+".join(f"{_NAMES[place % 8]}*{_NAMES[(place * 3 + 1 + place // 8) % 8]}" for place in range(150)),
    "x/(b+" * 98 + "x" + ")" * 98,
    "^".join("x" * 240),
    "*".join("x" * 490),
    "(x^2)^" * 100 + "x",
    "a=9e14\nb=" + "(" * 90 + "x" + "^a)" * 90,
)
ROUTES = (FIGURE, GRAPH, "/api/v1/export/tikz", "/api/v1/export/html", "/api/v1/export/latex")


def another(chance: random.Random) -> tuple[str, dict[str, str]]:
    """A question that nobody has asked before, as a reader would."""
    return FIGURE, {"expr": SIGMOID.format(x=chance.random()), "at": "x:0.5"}


def worst(chance: random.Random) -> tuple[str, dict[str, str]]:
    """One of the worst, told apart from all others by a number at its end."""
    return chance.choice(ROUTES), {
        "expr": f"{chance.choice(WORST)}+{chance.random()}",
        "show": "formulas,numbers",
    }
