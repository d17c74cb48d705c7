"""Evaluations in, scenes out: what writers take, for tests that think in numbers."""

from typing import Any

from kuroaka.asked import ROWS, Asked
from kuroaka.graph import Evaluation
from kuroaka.scene import Scene


def scene(result: Evaluation, **rows: Any) -> Scene:
    """The scene of a graph at the point of an evaluation, asked for with rows of the table."""
    given = {name: ROWS[name].take(value) for name, value in rows.items()}
    return Scene(
        Asked(expression=result.graph.text, at=result.point, seed=result.seeds[0], **_outputs(result), **given),
        result.graph,
    )


def _outputs(result: Evaluation) -> dict[str, Any]:
    """What asks for several outputs."""
    names = result.graph.output_names
    return {"output": names, "seeds": dict(zip(names, result.seeds, strict=True))} if len(names) > 1 else {}
