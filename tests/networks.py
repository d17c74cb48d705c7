"""Networks to draw: of many sizes, with what people put around them."""

import random
from collections.abc import Sequence

FUNCTIONS = ("tanh", "sigmoid", "relu", "")


def layer(name: str, weight: str, size: int, before: Sequence[str], function: str, bias: str = "b") -> list[str]:
    """The lines of a layer: ``h_1 = tanh(w_11*x_1 + … + b_1)``."""
    sums = [
        " + ".join(
            [
                *(f"{weight}_{row}{column}*{one}" for column, one in enumerate(before, 1)),
                *[f"{bias}_{row}"] * bool(bias),
            ]
        )
        for row in range(1, size + 1)
    ]
    return [
        f"{name}_{row} = {function}({one})" if function else f"{name}_{row} = {one}" for row, one in enumerate(sums, 1)
    ]


def network(sizes: Sequence[int], functions: Sequence[str], *, bias: bool = True, loss: bool = True) -> str:
    """Layers of so many values, the inputs first, and the squared error behind them."""
    values = [f"x_{row}" for row in range(1, sizes[0] + 1)]
    lines: list[str] = []
    for depth, (size, function) in enumerate(zip(sizes[1:], functions, strict=True)):
        name = "hkmy"[depth] if depth < len(sizes) - 2 else "y"
        lines += layer(name, "wuvp"[depth], size, values, function, "bcdq"[depth] if bias else "")
        values = [f"{name}_{row}" for row in range(1, size + 1)]
    if loss:
        lines.append("L = " + " + ".join(f"({one} - t_{row})^2" for row, one in enumerate(values, 1)))
    elif len(values) > 1:
        lines.append(" + ".join(values))
    return "; ".join(lines)


def random_network(seed: int, most: int = 4) -> str:
    rng = random.Random(seed)
    sizes = [rng.randint(2, most), *(rng.randint(1, most) for _ in range(rng.randint(0, 1))), rng.randint(2, most)]
    functions = [rng.choice(FUNCTIONS) for _ in sizes[1:]]
    text = network(sizes, functions, bias=rng.random() < 0.7, loss=rng.random() < 0.6)
    return text.replace(" = ", " = x_1 + ", 1) if rng.random() < 0.2 else text


THREE_THREE_TWO = network([3, 3, 2], ["tanh", "tanh"])
HALVED = network([2, 2, 2], ["tanh", ""], loss=False).rpartition("; ")[0] + "; L = (y_1 - t_1)^2/2 + (y_2 - t_2)^2/2"
MAZUR = (
    "x_1 = 0.05; x_2 = 0.1; b_1 = 0.35; b_2 = 0.6; w_1 = 0.15; w_2 = 0.2; w_3 = 0.25; w_4 = 0.3; "
    "w_5 = 0.4; w_6 = 0.45; w_7 = 0.5; w_8 = 0.55; t_1 = 0.01; t_2 = 0.99; "
    "h_1 = sigmoid(w_1*x_1 + w_2*x_2 + b_1); h_2 = sigmoid(w_3*x_1 + w_4*x_2 + b_1); "
    "o_1 = sigmoid(w_5*h_1 + w_6*h_2 + b_2); o_2 = sigmoid(w_7*h_1 + w_8*h_2 + b_2); "
    "1/2*(t_1 - o_1)^2 + 1/2*(t_2 - o_2)^2"
)
SOFTMAX = "; ".join(
    [
        *layer("z", "w", 3, ["x_1", "x_2"], ""),
        "s = exp(z_1) + exp(z_2) + exp(z_3)",
        "L = -(t_1*ln(exp(z_1)/s) + t_2*ln(exp(z_2)/s) + t_3*ln(exp(z_3)/s))",
    ]
)
CROSS_ENTROPY = "; ".join(
    [
        *layer("h", "w", 2, ["x_1", "x_2"], "tanh"),
        "y = sigmoid(v_1*h_1 + v_2*h_2 + c)",
        "L = -(t*ln(y) + (1 - t)*ln(1 - y))",
    ]
)
LARGE = network([4, 8, 8, 1], ["tanh", "tanh", "sigmoid"], loss=False)
