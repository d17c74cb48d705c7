"""What is measured: the graphs of the article, a network of a lecture, and one large enough to tell how cost grows."""

SIGMOID = "1/(1 + exp(-x))"
ARTICLE = "a = -1; n = a^2; z = n/(n + exp(a*x))"
SMALL = "; ".join(
    (
        "h_1 = tanh(w_1*x + w_2*y + b_1)",
        "h_2 = tanh(w_3*x + w_4*y + b_2)",
        "z = sigmoid(v_1*h_1 + v_2*h_2 + c)",
    )
)


def network(*sizes: int) -> str:
    """A network of tanh as one expression, every weight a number."""
    layer = [f"x_{place}" for place in range(sizes[0])]
    for number, size in enumerate(sizes[1:], 1):
        layer = [
            "tanh(" + " + ".join(f"0.{number}{place}{unit}*{one}" for place, one in enumerate(layer)) + ")"
            for unit in range(size)
        ]
    return layer[0]


NETWORK = network(3, 4, 4, 1)
DEEP = "; ".join(  # where every formula written out would hold all before it
    f"h_{layer}{unit} = tanh({' + '.join(f'w_{layer}{unit}{one}*{name}' for one, name in enumerate(names))})"
    for layer, names in enumerate(
        (("x_0", "x_1", "x_2"), *([f"h_{layer}{one}" for one in range(3)] for layer in (0, 1)))
    )
    for unit in range(1 if layer == 2 else 3)
)
WIDE = "; ".join(  # as a reader may ask for, who has fifty names
    [
        *(f"h_{unit} = tanh(a_{unit}*x + b_{unit}*y + a_{unit}*z*z + c_{unit})" for unit in range(9)),
        " + ".join(f"d_{unit}*h_{unit}" for unit in range(9)),
    ]
)
PRODUCT = "*".join(f"(x+{place})" for place in range(100, 250))
NAMES = "+".join(f"a_{place % 50}*a_{(place * 7 + 1) % 50}" for place in range(183))
