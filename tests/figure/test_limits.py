"""The worst texts of many kinds, as the service draws them: no file is larger than it may be, and what is refused is
drawn as soon as the names are folded that the refusal speaks of.
"""

import re
from collections.abc import Sequence

import pytest

from kuroaka.asked import Asked, Show
from kuroaka.figure.drawing.compose import figure
from kuroaka.language import LIMITS, LimitProblem
from kuroaka.scene import Scene
from tests.benchmarks.graphs import NAMES, PRODUCT
from tests.benchmarks.test_frames import network

SHOWN: Sequence[tuple[Show, ...]] = (("formulas",), ("formulas", "numbers"))


def dense(*sizes: int) -> str:
    """A network with a name for every weight and neuron."""
    names, lines = [f"x_{unit}" for unit in range(sizes[0])], list[str]()
    for layer, size in enumerate(sizes[1:]):
        sums = ["+".join(f"w{layer}_{unit}{place}*{name}" for place, name in enumerate(names)) for unit in range(size)]
        names = [f"h{layer}_{unit}" for unit in range(size)]
        lines += [f"{name}=tanh({said})" for name, said in zip(names, sums, strict=True)]
    return "; ".join(lines)


WORST = {
    "a product of sums": PRODUCT,
    "a sum of products": NAMES,
    "a product": "*".join("x" * 290),
    "a sum": "+".join("x" * 290),
    "fractions within each other": "x/(b+" * 98 + "x" + ")" * 98,
    "powers": "^".join("x" * 240),
    "powers of powers": "a=9e14; " + "(" * 90 + "x" + "^a)" * 90,
    "a polynomial": "+".join(f"{place}*x^{place}" for place in range(2, 120)),
    "functions within each other": "sin(x*" * 95 + "x" + ")" * 95,
    "functions beside each other": "*".join(f"sigmoid(x+{place})" for place in range(10, 110)),
    "long names": "*".join(f"(x+{chr(97 + place % 26)}longname{place})" for place in range(100)),
    "long numbers": "*".join(f"(x+{place}.1234567)" for place in range(100, 200)),
}
NETWORKS = {
    "2-2-1": dense(2, 2, 1),
    "3-5-5-2": dense(3, 5, 5, 2),
    "8-8-2": dense(8, 8, 2),
    "7-22-1": network(7, 22).replace(" ", ""),
}
NAMED = {
    "halves": ("; ".join([*(f"{name}={'*'.join('x' * 140)}" for name in "ab"), "a*b"]), 1),
    "steps": ("; ".join(["a0=x", *(f"a{step}=a{step - 1}*(x+{step})" for step in range(1, 90))]), 3),
    **{name: (text, 1) for name, text in NETWORKS.items()},
}


def drawn(asked: Asked) -> bytes | LimitProblem:
    """The file, or why there is none."""
    try:
        return figure(Scene(asked, limits=LIMITS)).encode()
    except LimitProblem as problem:
        return problem


def names(problem: LimitProblem) -> tuple[str, ...]:
    """The names that a refusal speaks of."""
    return tuple(re.findall(r"\w+", problem.hint().partition(":")[2].partition(".")[0]))


def followed(asked: Asked) -> tuple[bytes, int]:
    """The file, after so many refusals whose names were folded."""
    for refusals in range(4):
        found = drawn(asked)
        if isinstance(found, bytes):
            return found, refusals
        assert found.code == "figure-too-large"
        asked = asked.but(fold=(*asked.fold, *names(found)))
    raise AssertionError("what refusals speak of is of no help")


@pytest.mark.parametrize("show", SHOWN, ids="+".join)
@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_the_worst_are_within_the_limit_or_refused(text: str, show: tuple[Show, ...]) -> None:
    found = drawn(Asked(expression=text, show=show))
    if isinstance(found, bytes):
        assert len(found) <= LIMITS.bytes
    else:
        assert (found.code, names(found)) == ("figure-too-large", ("h",))  # there is no name yet


@pytest.mark.parametrize("show", SHOWN, ids="+".join)
@pytest.mark.parametrize(("text", "most"), NAMED.values(), ids=NAMED)
def test_what_is_refused_is_drawn_with_the_names_folded_that_the_refusal_says(
    text: str, most: int, show: tuple[Show, ...]
) -> None:
    found, refusals = followed(Asked(expression=text, show=show, view="graph"))
    assert len(found) <= LIMITS.bytes
    assert refusals <= most


@pytest.mark.parametrize("show", SHOWN, ids="+".join)
@pytest.mark.parametrize("text", NETWORKS.values(), ids=NETWORKS)
def test_networks_drawn_as_such_are_within_the_limit(text: str, show: tuple[Show, ...]) -> None:
    outputs = ("h1_0", "h1_1") if text == NETWORKS["8-8-2"] else ()
    found = drawn(Asked(expression=text, show=show, output=outputs))
    assert isinstance(found, bytes)
    assert len(found) <= LIMITS.bytes


def test_without_limits_everything_is_drawn() -> None:
    assert len(figure(Scene(Asked(expression=PRODUCT)))) > LIMITS.bytes
