"""Rules as functions of Python, each made once: for numbers, of which there are many.

Only the table's rules come in here, never a reader's text. A function does what ``run`` does, operation by operation in
the same order, so both give the same bits.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kuroaka.operations.rules import program

_INFIX = {"add": "+", "sub": "-", "mul": "*"}


def compiled(
    rule: str, names: Sequence[str], primitives: Mapping[str, Callable[..., Any]], result: str = "{}"
) -> Callable[..., Any]:
    """The function of a rule and the ``names`` in it. ``result`` says what is made of its value, ``{}``.

    >>> from kuroaka.operations import FLOATS
    >>> compiled("E*(1 - z^2)", ("E", "z"), FLOATS.primitives)(2.0, 0.5)
    1.5
    """
    known: dict[str, Any] = {f"{name}_": primitive for name, primitive in primitives.items()}
    return _function(rule, names, known, result)


def _function(rule: str, names: Sequence[str], known: dict[str, Any], result: str = "{}") -> Callable[..., Any]:
    body = f"lambda {', '.join(names)}: {result.format(_source(rule, known))}"
    return eval(body, known)  # type: ignore[no-any-return]  # noqa: S307 - from the table alone


def _source(rule: str, known: dict[str, Any]) -> str:
    written: list[str] = []
    for step in program(rule):
        if isinstance(step, str):
            written.append(step)
        elif isinstance(step, float):
            written.append(repr(step))
        else:
            operation, inputs = step
            word = operation if isinstance(operation, str) else operation.name
            given = [written[source] for source in inputs]
            if word in _INFIX:
                written.append(f"({_INFIX[word].join(given)})")
            elif f"{word}_" in known or isinstance(operation, str):
                written.append(f"{word}_({', '.join(given)})")
            else:  # defined by others
                known[f"{word}_of"] = _function(operation.value, operation.arguments, known)
                written.append(f"{word}_of({', '.join(given)})")
    return written[-1]
