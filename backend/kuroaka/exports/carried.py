"""The answers that make a service unnecessary for one expression; a file or a notebook brings them along."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlencode

from kuroaka.exports.answer import graph_answer, operations_answer
from kuroaka.figure.compose import figure
from kuroaka.graph import Evaluation, evaluate
from kuroaka.words import Language


def carried(
    evaluation: Evaluation, language: Language = "en", show: str = "formulas", folded: Collection[str] = ()
) -> dict[str, Any]:
    """The state as a link has it, the operations, and graph and figure twice: as the text has them, and with the named
    constants by their names, for when one of them is moved.

    >>> from kuroaka.graph import build
    >>> list(carried(evaluate(build("x*y"))))
    ['query', 'operations', 'plain', 'named']
    """
    graph = evaluation.graph
    point = ",".join(f"{name}:{value!r}" for name, value in evaluation.point.items())
    state = {
        "expr": graph.text,
        "at": point,
        "open": ",".join(dict.fromkeys(filter(None, graph.opened))),
        "fold": ",".join(folded),
        "seed": repr(evaluation.seed),
        "show": show,
        "lang": language,
    }
    moved = {name: number + 1 for name, node in graph.leaves.items() if (number := graph.numbers[node]) is not None}
    return {
        "query": urlencode(state),
        **operations_answer(language),
        "plain": _drawn(evaluate(graph, {}), language, folded),
        "named": _drawn(evaluate(graph, moved), language, folded),
    }


def _drawn(evaluation: Evaluation, language: Language, folded: Collection[str]) -> dict[str, Any]:
    drawn = figure(evaluation, ("formulas", "numbers", "rules"), language=language, folded=folded)
    return {"graph": graph_answer(evaluation, language, folded), "figure": drawn}
