"""Exercises of the page: every planted slip is recognised, none is told of a right answer, values hide none."""

import math
import random
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from kuroaka.answers.graph import graph_answer
from kuroaka.graph import Evaluation, Graph, build, evaluate
from kuroaka.operations import OPERATIONS
from tests.contract.exercises import Passes, Wrong, in_page
from tests.expressions import expression
from tests.scenes import scene

FIGURES = 200
LONG = 1000  # characters of an answer
TOLD = 2  # slips at most
NOTHING = 1e-12  # what rounding leaves of a 0


def _graph(rng: random.Random) -> Graph:
    """Mostly of one output; of two, one may be on the way to the other."""
    if rng.random() < 0.75:
        return build(expression(rng, rng.randrange(2, 8)))
    return build(f"p = {expression(rng, 3)}; q = {expression(rng, 3)} + {rng.choice('px')}", output=("p", "q"))


@cache
def figures() -> list[tuple[Evaluation, dict[str, Any], int]]:
    """Random figures at the values that the page chooses, their graphs, and a line each that is blank."""
    rng = random.Random(16)
    found: list[tuple[Evaluation, dict[str, Any], int]] = []
    while len(found) < FIGURES:
        batch = []
        for _ in range(100):
            result = evaluate(_graph(rng), {})
            passes = Passes(result)
            lines = [line for line, edge in enumerate(result.graph.edges) if passes.flows[edge.source]]
            if lines and any(kind == "variable" for kind in result.graph.kinds):
                batch.append((result, graph_answer(scene(result), "math"), rng.choice(lines)))
        page = in_page(cases=[{"graph": graph, "lines": [line]} for _, graph, line in batch])
        for (result, graph, line), exercise in zip(batch, page["exercises"], strict=True):
            chosen = exercise["chosen"]
            if chosen:
                seeds = dict(zip(result.graph.output_names, chosen["seeds"], strict=True))
                at = evaluate(result.graph, chosen["values"], seeds=seeds)
                assert list(at.seeds) == chosen["seeds"]
                found.append((at, graph, line))
    return found[:FIGURES]


def differs(one: float, other: float, by: float = 2e-3) -> bool:
    return (
        math.isfinite(one) and math.isfinite(other) and abs(one - other) > max(by * max(abs(one), abs(other)), NOTHING)
    )


def typed(number: float) -> str:
    """With six digits, as a reader would; 0 is exact."""
    return f"{number:#.6g}" if number else "0"


def marked(
    cases: Sequence[tuple[Evaluation, dict[str, Any], int, Sequence[str]]], direction: str = "backward"
) -> list[list[dict[str, Any]]]:
    page = in_page(
        cases=[
            {
                "graph": graph,
                "values": dict(result.point),
                "seeds": list(result.seeds),
                "answers": [{"line": line, "direction": direction, "text": text} for text in texts],
            }
            for result, graph, line, texts in cases
        ]
    )
    return [one["verdicts"] for one in page["exercises"]]


def elsewhere(result: Evaluation) -> list[Passes]:
    """The same graph at other points, where a slip that equals the truth here may differ."""
    rng = random.Random(result.graph.text)
    names = [name for name, kind in zip(result.graph.names, result.graph.kinds, strict=True) if kind == "variable"]
    points = [{name: rng.uniform(low, high) for name in names} for low, high in ((-2, 2), (0.2, 2.5), (1.1, 3)) * 4]
    seeds = dict(zip(result.graph.output_names, (1.7, 0.6), strict=False))
    return [Passes(evaluate(result.graph, point, seeds=seeds)) for point in points]


def test_values_hide_no_slip_without_a_word() -> None:
    """A kink shows one side at a time: beside it a slip may be the truth, and the right number says so."""
    cases, hidden = [], []
    for result, graph, line in figures():
        here, others = Passes(result), elsewhere(result)
        right = here.numbers()[line]
        alike = {
            wrong.name
            for wrong in here.slips()
            if not differs(here.numbers(wrong)[line], right)
            and any(differs(other.numbers(wrong)[line], other.numbers()[line], 1e-6) for other in others)
        }
        if alike:
            assert any(OPERATIONS[operation].kink for operation in result.graph.operations if operation)
            cases.append((result, graph, line, [typed(right)]))
            hidden.append(alike)
    assert 0 < len(cases) < FIGURES / 8
    for (result, *_), alike, [verdict] in zip(cases, hidden, marked(cases), strict=True):
        assert verdict["status"] == "right", result.graph.text
        told = {slip["name"] for slip in verdict["unseen"]}
        assert told <= alike, (result.graph.text, told)
        assert len(told) == min(len(alike), TOLD), (result.graph.text, alike, told)


def planted(as_formula: bool) -> list[tuple[Evaluation, dict[str, Any], int, list[Wrong], list[str]]]:
    """The slips that differ from the truth, and what is typed by who makes them."""
    found = []
    for result, graph, line in figures():
        here = Passes(result)
        right = here.numbers()[line]
        slips, texts = [], []
        for wrong in here.slips():
            number = here.numbers(wrong)[line]
            if not (math.isfinite(number) and differs(number, right)):
                continue
            text = here.formulas(wrong)[line] if as_formula else typed(number)
            if len(text) < LONG:
                slips.append(wrong)
                texts.append(text)
        found.append((result, graph, line, slips, texts))
    return found


@pytest.mark.parametrize("as_formula", [False, True], ids=["number", "formula"])
def test_every_planted_slip_is_recognised(as_formula: bool) -> None:
    cases = planted(as_formula)
    verdicts = marked([(result, graph, line, texts) for result, graph, line, _, texts in cases])
    missed, count, unsure, crowded = [], 0, 0, 0
    for (result, _, line, slips, texts), answers in zip(cases, verdicts, strict=True):
        for wrong, text, verdict in zip(slips, texts, answers, strict=True):
            count += 1
            if verdict["status"] == "unsure":
                unsure += 1
                continue
            names = [slip["name"] for slip in verdict.get("slips", ())]
            if len(names) == 2 and wrong.name not in names:
                crowded += 1  # more than two give this answer
            elif wrong.name not in names:
                missed.append((result.graph.text, dict(result.point), line, wrong, text[:80], verdict))
    assert not missed, missed[:5]
    assert count > 2000
    assert crowded < count / 100
    assert unsure < count / 100


def test_right_answers_are_right() -> None:
    cases = []
    for result, graph, line in figures():
        here = Passes(result)
        texts = [typed(here.numbers()[line]), here.formulas()[line]]
        cases.append((result, graph, line, [text for text in texts if len(text) < LONG]))
    for case, verdicts in zip(cases, marked(cases), strict=True):
        for text, verdict in zip(case[3], verdicts, strict=True):
            assert verdict["status"] in ("right", "unsure"), (case[0].graph.text, text, verdict)


def test_what_a_figure_prints_is_a_right_answer() -> None:
    """In LaTeX, which a reader may copy."""
    cases, unsure = [], 0
    for result, graph, line in figures():
        printed = graph_answer(scene(result), "latex")["edges"][line]["backward"]["latex"]
        ours = re.search(r"[gv]_\{|\\bar|\\cdots", printed)  # what stands for a part of the figure is not typed
        cases.append((result, graph, line, [] if ours or len(printed) > LONG else [printed]))
    for case, verdicts in zip(cases, marked(cases), strict=True):
        for text, verdict in zip(case[3], verdicts, strict=True):
            unsure += verdict["status"] == "unsure"
            assert verdict["status"] in ("right", "unsure"), (case[0].graph.text, text, verdict)
    assert unsure < len(cases) / 50


def test_no_slip_is_told_of_a_wrong_answer_that_is_none() -> None:
    rng = random.Random(5)
    cases, told, count = [], [], 0
    for result, graph, line in figures():
        here = Passes(result)
        known = [here.numbers(wrong)[line] for wrong in here.slips()] + [here.numbers()[line]]
        numbers = [rng.uniform(-5, 5) for _ in range(5)]
        texts = [
            typed(one)
            for one in numbers
            if all(differs(one, other, 1e-4) or not math.isfinite(other) for other in known)
        ]
        cases.append((result, graph, line, [*texts, "E*1.2345", "E^2 - 0.777"]))
    for case, verdicts in zip(cases, marked(cases), strict=True):
        for text, verdict in zip(case[3], verdicts, strict=True):
            count += 1
            if verdict["status"] == "right" or verdict.get("slips"):
                told.append((case[0].graph.text, text, verdict))
    assert not told


def test_a_mistaken_value_is_recognised_too() -> None:
    """Inputs exchanged, another sign, an input passed on as it is: at every circle of the figures, in letters."""
    cases, planted = [], []
    for result, graph, _ in figures():
        passes = Passes(result)
        for line, edge in enumerate(result.graph.edges):
            inputs, name = result.graph.inputs[edge.source], result.graph.operations[edge.source]
            if result.graph.kinds[edge.source] != "operation":
                continue
            given = [passes.texts[node] for node in inputs]
            wrong = {"negated": f"-({passes.texts[edge.source]})", "untouched": given[0]}
            if name in ("sub", "div", "pow"):
                wrong["exchanged"] = {"sub": "-", "div": "/", "pow": "^"}[name].join(f"({one})" for one in given[::-1])
            cases.append((result, graph, line, [*wrong.values(), passes.texts[edge.source]]))
            planted.append([*wrong])
    told = 0
    for case, names, verdicts in zip(cases, planted, marked(cases, "forward"), strict=True):
        *found, right = verdicts
        assert right["status"] in ("right", "unsure"), (case[0].graph.text, right)
        for name, verdict in zip(names, found, strict=True):
            if verdict["status"] == "wrong":
                assert name in [slip["name"] for slip in verdict["slips"]], (case[0].graph.text, name, verdict)
                told += 1
    assert told > 1000
