"""Evaluations in, scenes out: what writers take, for tests that think in numbers."""

from typing import Any

from kuroaka.asked import ROWS, Asked
from kuroaka.graph import Evaluation
from kuroaka.scene import Scene


def scene(result: Evaluation, **rows: Any) -> Scene:
    """The scene of a graph at the point of an evaluation, asked for with rows of the table."""
    given = {name: ROWS[name].take(value) for name, value in rows.items()}
    return Scene(Asked(expression=result.graph.text, at=result.point, seed=result.seeds[0], **given), result.graph)
