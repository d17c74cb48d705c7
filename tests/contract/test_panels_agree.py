"""What the page's panels compute equals the service: where numbers stop being finite, kinks, checks, curves."""

import math
from collections.abc import Callable, Iterator
from dataclasses import astuple
from functools import cache, reduce
from itertools import product

from kuroaka.graph import Evaluation, build, check, evaluate, sweep
from kuroaka.graph.check import NUDGES
from kuroaka.graph.conventions import at_kinks
from kuroaka.graph.nonfinite import flag_gradients, flag_values
from kuroaka.graph.passes import forward, passes
from kuroaka.operations import OPERATIONS
from kuroaka.words import say
from tests.contract.browser import RANGE, Looked, Seen, in_browser
from tests.contract.graphs import at_edges, random_evaluation
from tests.contract.near import NEAR, Near
from tests.graph.test_check_and_sweep import FLAT, KINKS, SMOOTH

SUB, DIV, ABS = (NEAR.primitives[name] for name in ("sub", "div", "abs"))
BY_ROUNDING = [("x*(1/x)", 1.9), ("x + abs(x)/10000000000000", 0.0)]  # all of it, and nearly too much of it
LOOKED_AT = 20  # random graphs of which every name is looked at


def origins(result: Evaluation) -> Iterator[tuple[int, str, str]]:
    """The service's flags as the page tells them: forward first, in the order of computing, one a node and pass."""
    graph = result.graph
    for node, flag in flag_values(result).items():
        if flag.origin:
            yield node, "value", flag.reason
    nodes, edges = flag_gradients(result)
    for node in reversed(range(len(graph))):
        if node in nodes and nodes[node].origin:
            yield node, "gradient", nodes[node].reason
        for line in graph.arrivals[node]:
            if line in edges and edges[line].origin:
                yield node, "gradient", edges[line].reason
                break


@cache
def beside() -> list[tuple[Evaluation, Seen]]:
    """Kinks, and random graphs where almost anything happens, with what the page says."""
    results = [*at_edges(), *(random_evaluation(seed, wild=True) for seed in range(1000))]
    return list(zip(results, in_browser(results), strict=True))


def test_where_numbers_stop_being_finite_and_why() -> None:
    met = set()
    for result, seen in beside():
        ours = list(origins(result))
        assert seen.origins == ours, (result.graph.text, dict(result.point))
        met |= {(of, why) for _, of, why in ours}
    assert met == {(of, why) for of in ("value", "gradient") for why in ("domain", "pole", "overflow")}


def test_where_a_convention_stands_in() -> None:
    met = set()
    for result, seen in beside():
        ours = at_kinks(result)
        assert seen.kinks == [(node, say(f"note.{key}", "en")) for node, key in ours.items()], result.graph.text
        met |= set(ours.values())
    assert met == {operation.note for operation in OPERATIONS.values() if operation.kink}


def near_at(result: Evaluation, name: str, x: float) -> tuple[Near, Callable[[], Near]]:
    """The output, of several their sum, where ``name`` has another value, and on demand its derivative, each with how
    far it may be off."""
    graph, moving = result.graph, result.graph.leaves[name]

    def leaf(node: int) -> Near:
        return Near(x if node == moving else result.passes.values[node])

    values = forward(graph, leaf, NEAR)
    total = NEAR.total([values[output] for output in graph.outputs])
    ones = [Near(1.0)] * len(graph.outputs)
    return total, lambda: passes(graph, leaf, ones, NEAR).adjoints[moving] or Near(0.0)


@cache
def looked_at() -> list[tuple[Evaluation, str, Looked]]:
    """Tame and wild graphs, flat ends, all kinks, where the smallest nudge moves; with what the page says by name."""
    told = [evaluate(build(text), {"x": x}) for text, x in [*SMOOTH, *FLAT, *KINKS, *BY_ROUNDING]]
    results = [*at_edges(), *told, *(random_evaluation(seed, wild=seed % 3 == 0) for seed in range(LOOKED_AT))]
    results = [one for one in results if all(x + NUDGES[-1] > x for x in one.point.values())]
    over = [list(one.graph.leaves) for one in results]
    return [
        (result, name, looked)
        for result, names, seen in zip(results, over, in_browser(results, over), strict=True)
        for name, looked in zip(names, seen.looked, strict=True)
    ]


def assert_near(wanted: Near, mine: float, theirs: float, where: object) -> bool:
    """Both sides may be this number; whether any finite number could have been refused."""
    assert wanted.allows(mine), (where, wanted, mine)
    assert wanted.allows(theirs), (where, wanted, theirs)
    return wanted.known or not math.isfinite(wanted.value)


def test_the_rows_of_the_gradient_check() -> None:
    met = set()
    for result, name, looked in looked_at():
        ours = check(result.graph, result.point)[name]
        x = result.point[name]
        middle, derivative = near_at(result, name, x)
        gradient = derivative()
        where = result.graph.text, dict(result.point), name
        assert_near(gradient, ours.gradient, looked.gradient, where)
        assert looked.at_kink == ours.at_kink, where
        scale = abs(ours.gradient) if looked.relative else 1.0
        for nudge, theirs in zip(ours.nudges, looked.rows, strict=True):
            assert nudge.h == theirs[0]
            exact = abs(nudge.slope - ours.gradient) / scale
            assert ours.at_kink or nudge.error == exact or math.isnan(exact), (*where, "not relative to the same")
            up, down = (near_at(result, name, x + h)[0] for h in (nudge.h, -nudge.h))
            above, below = (x + nudge.h) - x, x - (x - nudge.h)
            slope = DIV(SUB(up, down), Near(above + below))
            sides = [DIV(SUB(up, middle), Near(above)), DIV(SUB(middle, down), Near(below))]
            errors = [ABS(SUB(side, gradient)) for side in (sides if ours.at_kink else [slope])]
            if looked.relative:
                errors = [DIV(error, ABS(gradient)) for error in errors]
            error = reduce(NEAR.primitives["max"], errors)
            for wanted, mine, other in zip((up, down, slope, error), astuple(nudge)[1:], theirs[1:], strict=True):
                assert assert_near(wanted, mine, other, (*where, nudge.h)), "a number that is not checked"
        met.add((looked.relative, ours.at_kink))
    assert met == set(product((False, True), repeat=2))


def test_curves_and_their_derivatives() -> None:
    checked = []
    for result, name, looked in looked_at():
        ours = sweep(result.graph, name, *RANGE, values=result.point)
        points, values, derivatives = looked.curve
        assert points == ours.points.tolist()
        for place, x in enumerate(points):
            value, derivative = near_at(result, name, x)
            where = result.graph.text, dict(result.point), name, x
            checked.append(assert_near(value, float(ours.values[place]), values[place], where))
            checked.append(assert_near(derivative(), float(ours.derivatives[place]), derivatives[place], where))
    assert checked.count(False) < len(checked) / 200, "only at poles and edges that a curve runs into"
