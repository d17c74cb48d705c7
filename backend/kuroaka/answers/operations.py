"""The table of operations as data: signatures, rules, and programs that a browser can run."""

from typing import Any

from kuroaka.answers.encoding import Setting, label_answer
from kuroaka.formulas import rule, symbol_latex
from kuroaka.operations import OPERATIONS, Operation, Program, is_general, program
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
        "value": _program(program(operation.value)) if operation.value else None,
        "backward": [_program(program(text)) for text in rules],
        "rules": [label_answer(rule(text), setting) for text in operation.backward],
    }
    if operation.value:
        row["definition"] = label_answer(rule(operation.value), setting)
    if operation.note:
        row["note"] = say(f"note.{operation.note}", language)
    if operation.kink:
        row["kink"] = _program(program(operation.kink))
    return row


def _program(steps: Program) -> list[Any]:
    return [_instruction(step) for step in steps]


def _instruction(step: Any) -> Any:
    if not isinstance(step, tuple):
        return step
    operation, inputs = step
    return [operation.name if isinstance(operation, Operation) else operation, *inputs]
