"""The table of operations as data: signatures, rules, and programs that a browser can run."""

from collections.abc import Callable
from functools import partial, reduce
from typing import Any

from kuroaka.answers.encoding import Setting, label_answer
from kuroaka.formulas import rule, symbol_latex
from kuroaka.operations import FLOATS, OPERATIONS, Arithmetic, Operation, is_general, run
from kuroaka.words import Language, say


def operations_answer(language: Language, setting: Setting = "latex") -> dict[str, Any]:
    """The table of operations as data: signatures, rules, and programs that a browser can run."""
    return {
        "operations": {name: operation_answer(operation, language, setting) for name, operation in OPERATIONS.items()}
    }


def operation_answer(operation: Operation, language: Language, setting: Setting) -> dict[str, Any]:
    """One row of it."""
    rules = operation.stable or operation.backward
    row: dict[str, Any] = {
        "title": say("operation.general" if is_general(operation.name) else f"operation.{operation.name}", language),
        "arguments": operation.arguments,
        "sign": operation.sign,
        "symbol": symbol_latex(operation.symbol) if setting == "latex" else operation.symbol,
        "spellings": operation.spellings,
        "value": _program(operation.value) if operation.value else None,
        "backward": [_program(text) for text in rules],
        "rules": [label_answer(rule(text), setting) for text in operation.backward],
    }
    if operation.value:
        row["definition"] = label_answer(rule(operation.value), setting)
    if operation.note:
        row["note"] = say(f"note.{operation.note}", language)
    if operation.kink:
        row["kink"] = _program(operation.kink)
    return row


def _program(rule: str) -> list[Any]:
    """A rule as a flat list of primitives, the result last: what others define is written out, as a browser has only
    the primitives of floats.

    >>> _program("E*relu(x)")
    ['E', 'x', 0.0, ['max', 1, 2], ['mul', 0, 3]]
    """
    steps: list[Any] = []

    def note(step: Any) -> int:
        steps.append(step)
        return len(steps) - 1

    class Names(dict[str, int]):
        def __missing__(self, name: str) -> int:
            return note(name)

    def noted(primitive: str) -> Callable[..., int]:
        return lambda *inputs: note([primitive, *inputs])

    primitives = {name: noted(name) for name in FLOATS.primitives}
    run(rule, Arithmetic(note, primitives, total=partial(reduce, primitives["add"])), Names())
    return steps
