"""The table of operations as data: signatures, rules, and programs that a browser can run."""

from collections.abc import Callable, Mapping
from functools import partial, reduce
from typing import Any

from kuroaka.answers.encoding import Setting, label_answer
from kuroaka.formulas import rule, symbol_latex
from kuroaka.operations import FLOATS, OPERATIONS, Arithmetic, Operation, apply, contribution, is_general, run
from kuroaka.words import Language, say


def operations_answer(language: Language, setting: Setting = "latex") -> dict[str, Any]:
    """The table of operations as data: signatures, rules, and programs that a browser can run."""
    return {
        "operations": {name: operation_answer(operation, language, setting) for name, operation in OPERATIONS.items()}
    }


def operation_answer(operation: Operation, language: Language, setting: Setting) -> dict[str, Any]:
    """One row of it."""
    row: dict[str, Any] = {
        "title": say(_title(operation), language),
        "arguments": operation.arguments,
        "sign": operation.sign,
        "symbol": symbol_latex(operation.symbol) if setting == "latex" else operation.symbol,
        "spellings": operation.spellings,
        **_programs(operation),
        "rules": [label_answer(rule(text), setting) for text in operation.backward],
    }
    if operation.value:
        row["definition"] = label_answer(rule(operation.value), setting)
    if operation.note:
        row["note"] = say(f"note.{operation.note}", language)
    if operation.kink:
        row["kink"] = rule_program(operation.kink)
    if operation.chain and operation.slips:  # those of the table are an answer of their own
        row["slips"] = slips_of(operation)
    return row


def slips_of(operation: Operation) -> list[dict[str, Any]]:
    """The mistakes people make with it: a name, and a program an argument, empty where nothing is wrong.

    >>> slips_of(OPERATIONS["sub"])
    [{'name': 'sign', 'backward': [[], ['E']]}]
    """
    return [
        {"name": name, "backward": [rule_program(text) if text else [] for text in rules]}
        for name, *rules in operation.slips
    ]


def _title(operation: Operation) -> str:
    if operation.chain:
        return f"operation.{operation.name.partition(':')[0]}"
    return "operation.general" if is_general(operation.name) else f"operation.{operation.name}"


def _programs(operation: Operation) -> dict[str, Any]:
    """How its value and what flows back are computed."""
    if not operation.chain:
        rules = operation.stable or operation.backward
        value = rule_program(operation.value) if operation.value else None
        return {"value": value, "backward": [rule_program(text) for text in rules]}
    names = operation.arguments
    value = _noted(lambda arithmetic, known: apply(operation, arithmetic, *(known[name] for name in names)))
    if operation.passes:
        return {"value": value, "backward": [rule_program(text) for text in operation.backward]}

    def slope(position: int) -> list[Any]:
        return _noted(
            lambda arithmetic, known: contribution(
                operation, arithmetic, position, known["E"], known["z"], tuple(known[name] for name in names)
            )
        )

    return {"value": value, "backward": [slope(position) for position in range(len(names))]}


def rule_program(rule: str) -> list[Any]:
    """A rule as a flat list of primitives, the result last: what others define is written out, as a browser has only
    the primitives of floats.

    >>> rule_program("E*relu(x)")
    ['E', 'x', 0.0, ['max', 1, 2], ['mul', 0, 3]]
    """
    return _noted(lambda arithmetic, known: run(rule, arithmetic, known))


def _noted(compute: Callable[[Arithmetic[int], Mapping[str, int]], int]) -> list[Any]:
    """What a computation does, step by step; the last is its result."""
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
    last = compute(Arithmetic(note, primitives, total=partial(reduce, primitives["add"])), Names())
    return steps[: last + 1]
