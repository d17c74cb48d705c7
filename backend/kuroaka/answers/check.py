"""The rows of a gradient check as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kuroaka.answers.encoding import finite
from kuroaka.graph import Check


def check_answer(checks: Mapping[str, Check]) -> dict[str, Any]:
    """The rows of a gradient check for each name."""
    return {
        "checks": {
            name: {
                "gradient": finite(one.gradient),
                "at_kink": one.at_kink,
                "nudges": [{key: finite(value) for key, value in asdict(nudge).items()} for nudge in one.nudges],
            }
            for name, one in checks.items()
        }
    }
