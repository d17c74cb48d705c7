"""The rules of the table at work: text to program once, program to value with any arithmetic.

A program is a flat list of instructions, the last of which is the result: a number, a name, or an operation
applied to earlier instructions. Browsers get the same programs as data, with numbers for ``pi`` and ``e``.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from kuroaka.language import parse
from kuroaka.operations.arithmetic import Arithmetic
from kuroaka.operations.general import is_general
from kuroaka.operations.operation import Operation
from kuroaka.operations.table import CONSTANTS, called

T = TypeVar("T")

Instruction = float | str | tuple[Operation | str, tuple[int, ...]]  # a bare word is a helper that only rules may call
Program = tuple[Instruction, ...]


@cache
def program(rule: str, symbolic: bool = False) -> Program:
    """The program of a rule. A constant of the table is its number, or its name where the program is ``symbolic``.

    >>> [step if isinstance(step, (float, str)) else (step[0].name, step[1]) for step in program("E*(1 - z^2)")]
    ['E', 1.0, 'z', 2.0, ('pow', (2, 3)), ('sub', (1, 4)), ('mul', (0, 5))]
    >>> program("pi"), program("pi", symbolic=True)
    ((3.141592653589793,), ('pi',))
    """
    syntax = parse(rule)
    instructions: list[Instruction] = []
    for term, (word, inputs) in enumerate(zip(syntax.words, syntax.inputs, strict=True)):
        if inputs:
            instructions.append((called(word, len(inputs)) or word, inputs))
        else:
            number = syntax.number(term)
            if number is None and word in CONSTANTS and not symbolic:
                number = CONSTANTS[word]
            instructions.append(word if number is None else number)
    return tuple(instructions)


def run(rule: str, arithmetic: Arithmetic[T], names: Mapping[str, T]) -> T:
    """The value of a rule, given the values of the names in it.

    >>> from kuroaka.operations import FLOATS
    >>> run("2*pi*x", FLOATS, {"x": 0.5})
    3.141592653589793
    """
    symbol = arithmetic.symbol
    values: list[T] = []
    for step in program(rule, symbol is not None):
        if isinstance(step, tuple):
            operation, inputs = step
            arguments = [values[source] for source in inputs]
            if isinstance(operation, str):
                values.append(arithmetic.primitives[operation](*arguments))
            else:
                values.append(apply(operation, arithmetic, *arguments))
        elif isinstance(step, str):
            values.append(symbol(step) if symbol and step in CONSTANTS else names[step])
        else:
            values.append(arithmetic.number(step))
    return values[-1]


def apply(operation: Operation, arithmetic: Arithmetic[T], *inputs: T) -> T:
    """The value of an operation for its inputs.

    >>> from kuroaka.operations import FLOATS, OPERATIONS
    >>> apply(OPERATIONS["log_base"], FLOATS, 2.0, 8.0)
    3.0
    """
    if _goes_along(operation, arithmetic):
        return _chained(operation, arithmetic, inputs)[-1]
    primitive = arithmetic.primitives.get(operation.name)
    if primitive is not None:
        return primitive(*inputs)
    if arithmetic.general is not None and (operation.chain or is_general(operation.name)):
        return arithmetic.general(operation.name, *inputs)
    return run(operation.value, arithmetic, dict(zip(operation.arguments, inputs, strict=True)))


def read(operation: Operation, is_beside_zero: bool) -> tuple[str, ...]:
    """The rules as a reader knows them; ``is_beside_zero`` says that an input is the number 0.

    >>> from kuroaka.operations import OPERATIONS
    >>> read(OPERATIONS["max"], True)
    ('E*step(x - y)', 'E*step(y - x)')
    """
    return (is_beside_zero and operation.beside_zero) or operation.backward


def keeping_digits(operation: Operation, is_beside_zero: bool) -> tuple[str, ...]:
    """The rules that keep all digits, where they can be typed.

    >>> from kuroaka.operations import OPERATIONS
    >>> keeping_digits(OPERATIONS["tanh"], False), keeping_digits(OPERATIONS["pow"], False)[0]
    (('E/cosh(x)^2',), 'E*y*x^(y - 1)')
    """
    steps = (step for rule in operation.stable for step in program(rule))
    needs_helper = any(isinstance(step, tuple) and isinstance(step[0], str) for step in steps)
    return operation.stable if operation.stable and not needs_helper else read(operation, is_beside_zero)


def contribution(
    operation: Operation, arithmetic: Arithmetic[T], position: int, upstream: T, output: T, inputs: tuple[T, ...]
) -> T:
    """What flows back into the input at ``position`` when ``upstream`` comes in at the output.

    >>> from kuroaka.operations import FLOATS, OPERATIONS
    >>> contribution(OPERATIONS["div"], FLOATS, 1, upstream=1.0, output=0.5, inputs=(1.0, 2.0))
    -0.25
    """
    if _goes_along(operation, arithmetic):
        return _back_along(operation, arithmetic, position, upstream, output, inputs)
    if arithmetic.rules is not None:
        rules = arithmetic.rules(operation, inputs)
    else:
        rules = operation.backward if arithmetic.symbol else operation.stable or operation.backward
    names = {"E": upstream, "z": output, **dict(zip(operation.arguments, inputs, strict=True))}
    flowing = run(rules[position], arithmetic, names)
    return flowing if arithmetic.defined is None else arithmetic.defined(flowing, output, inputs)


def _goes_along(operation: Operation, arithmetic: Arithmetic[T]) -> bool:
    """Whether an operation of many is worked out pair by pair. Formulas keep a maximum whole: max(a, b, c)."""
    return bool(operation.chain) and (operation.passes or arithmetic.rules is None)


def _chained(operation: Operation, arithmetic: Arithmetic[T], inputs: tuple[T, ...]) -> list[T]:
    """The value after each argument of a chain."""
    values = [inputs[0]]
    for pair, one in zip(operation.chain, inputs[1:], strict=True):
        values.append(apply(pair, arithmetic, values[-1], one))
    return values


def _back_along(
    operation: Operation, arithmetic: Arithmetic[T], position: int, upstream: T, output: T, inputs: tuple[T, ...]
) -> T:
    """What flows back along a chain into the input at ``position``."""
    if operation.passes:  # then nothing changes it on the way
        flowing = run(operation.backward[position], arithmetic, {"E": upstream})
        return flowing if arithmetic.defined is None else arithmetic.defined(flowing, output, inputs)
    values = _chained(operation, arithmetic, inputs)
    for place in reversed(range(1, len(inputs))):
        pair, joined = operation.chain[place - 1], (values[place - 1], inputs[place])
        if place == position:
            return contribution(pair, arithmetic, 1, upstream, values[place], joined)
        upstream = contribution(pair, arithmetic, 0, upstream, values[place], joined)
    return upstream
