"""What is asked: what a class asks, and the worst that the limits let through."""

import random

SIGMOID = "1/(1 + exp(-{x}*x))"
FIGURE = "/api/v1/figure.svg"
GRAPH = "/api/v1/graph"

_NAMES = "abcdefgh"
# A little more of any of them is refused as too large.
WORST = (
    "+".join(f"{_NAMES[place % 8]}*{_NAMES[(place * 3 + 1 + place // 8) % 8]}" for place in range(60)),
    "x/(b+" * 20 + "x" + ")" * 20,
    "^".join("x" * 55),
    "*".join("x" * 110),
    "(x^2)^" * 40 + "x",
    "a=9e14\nb=" + "(" * 15 + "x" + "^a)" * 15,
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
