"""The slips as data: the sentence of each, and the wrong rules as programs that a browser can run."""

from typing import Any

from kuroaka.answers.operations import rule_program, slips_of
from kuroaka.operations import GENERAL, OPERATIONS, slip_names
from kuroaka.words import Language, say


def slips_answer(language: Language) -> dict[str, Any]:
    """Every slip by name with its sentence, those that can be made with any operation, and those of each.

    >>> slips_answer("en")["operations"]["mul"][0]["backward"]
    [['E', 'x', ['mul', 0, 1]], ['E', 'y', ['mul', 0, 1]]]
    """
    return {
        "slips": [{"name": name, "says": say(f"slip.{name}", language, sign="{sign}")} for name in slip_names()],
        "general": [{"name": name, "backward": rule_program(text)} for name, text in GENERAL],
        "operations": {name: slips_of(operation) for name, operation in OPERATIONS.items() if operation.slips},
    }
