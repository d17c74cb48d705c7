"""Numbers in, a table or JSON out: the output, and every name with its value and its gradient."""

import json
import math

from kuroaka.cli.reader import heading
from kuroaka.graph import Evaluation
from kuroaka.words import Language


def as_table(evaluation: Evaluation, language: Language) -> str:
    """Columns of text; numbers in full.

    >>> from kuroaka.graph import build, evaluate
    >>> print(as_table(evaluate(build("x*y"), {"x": 2, "y": 3}), "en"))
    x*y = 6.0
    <BLANKLINE>
    name  value  gradient
    x     2.0    3.0
    y     3.0    2.0
    """
    rows = [[heading(word, language) for word in ("name", "value", "gradient")]]
    rows += [[name, repr(evaluation.point[name]), repr(slope)] for name, slope in evaluation.gradients.items()]
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    graph = evaluation.graph
    whole = graph.names[graph.output] or "; ".join(graph.text.split("\n"))
    outputs = [
        f"{name or whole} = {value!r}" for name, value in zip(graph.output_names, evaluation.values, strict=True)
    ]
    return "\n".join([*outputs, "", *lines])


def as_json(evaluation: Evaluation) -> str:
    """The same in the words of ``POST /api/v1/graph``; a number that is not finite is null."""
    numbers = {
        "expression": evaluation.graph.text,
        "value": evaluation.value,
        **({"outputs": _outputs(evaluation)} if len(evaluation.values) > 1 else {}),
        "gradients": evaluation.gradients,
        "point": evaluation.point,
        "defaulted": evaluation.defaulted,
    }
    return json.dumps(_finite(numbers), ensure_ascii=False)


def _outputs(evaluation: Evaluation) -> dict[str, float]:
    """The value of each output by its name."""
    return dict(zip(evaluation.graph.output_names, evaluation.values, strict=True))


def _finite(value: object) -> object:
    if isinstance(value, dict):
        return {key: _finite(inside) for key, inside in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _columns(cell: str) -> int:
    """How wide a terminal prints a cell: Japanese letters are two wide."""
    return sum(2 if letter >= "\u2e80" else 1 for letter in cell)
