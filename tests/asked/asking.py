"""A question for each row of the table, which differs from the usual one in that row alone."""

from kuroaka.asked import ROWS, Asked

EXPRESSION = "h = sigmoid(w*x)\nz = h^2 + h*x"
USUAL = Asked(expression=EXPRESSION, at={"w": 2.0, "x": 0.5})
OTHER = {
    "expression": "h = tanh(w*x)\nz = h^2 + h*x",
    "syntax": "text",
    "output": ("h", "z"),
    "at": {"w": -1.5, "x": 3.0},
    "seed": 5.0,
    "seeds": {"z": 4.0},
    "open": ("sigmoid",),
    "fold": ("h",),
    "view": "network",
    "derivative": ("x",),
    "show": ("formulas", "numbers"),
    "naming": "names",
    "fit": "slide",
    "frame": 2,
    "animate": False,
    "dashes": True,
    "paper": "white",
    "lang": "ja",
}
ASKED = {name: USUAL.but(**{name: OTHER[name]}) for name in ROWS}
