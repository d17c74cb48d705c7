"""Steps in, sentences out: what happens in a frame, with the symbol and the number, in the asked language."""

from kuroaka.figure.numerals import print_number
from kuroaka.formulas import Label, Symbols
from kuroaka.graph import Drawn, Evaluation, Graph, Step
from kuroaka.operations import OPERATIONS
from kuroaka.words import Language, say


def sentence(step: Step, drawn: Drawn, evaluation: Evaluation, symbols: Symbols, language: Language = "en") -> str:
    """What a step of what is drawn does, operation by operation.

    >>> from kuroaka.formulas import symbols
    >>> from kuroaka.graph import build, evaluate, fold
    >>> graph = build("x*y")
    >>> for step in fold(graph).steps:
    ...     print(sentence(step, fold(graph), evaluate(graph, {"x": 2, "y": 3}), symbols(graph)))
    × gives x*y = 6.
    × sends back E*y = 3 and E*x = 2.
    """
    graph, numbers = evaluation.graph, evaluation.passes
    parts = []
    for node in step.nodes:
        sign = graph.names[node] if node in drawn.circles else sign_of(graph, node)
        if step.direction == "forward":
            name = symbols.values[node]
            formula = name.means if node in drawn.circles else name
            value = _equation(formula or name, numbers.values[node])
            parts.append(say(f"says.{'forward' if sign else 'leaf'}", language, sign=sign, value=value))
        elif graph.kinds[node] == "operation":
            values = [
                _equation(label, numbers.contributions[line])
                for line in drawn.arrivals[node]
                if (label := symbols.contributions[line]) is not None
            ]
            parts.append(say("says.backward", language, sign=sign, values=say("says.and", language).join(values)))
        else:
            key = "says.branch" if graph.kinds[node] == "branch" else "says.seed"
            parts.append(say(key, language, value=_equation(symbols.adjoints[node], numbers.adjoints[node])))
    return say("says.between", language).join(parts) or say("says.nothing", language)


def sign_of(graph: Graph, node: int) -> str:
    """What stands for an operation in a sentence, "" for any other node; a power says its exponent.

    >>> from kuroaka.graph import build
    >>> graph = build("x^2")
    >>> sign_of(graph, graph.output)
    '□^2'
    """
    entry = OPERATIONS.get(graph.operations[node])
    if entry is None:
        return ""
    if entry.name == "pow" and graph.inputs[node][1] in graph.exponents:
        exponent = graph.inputs[node][1]
        return f"□^{graph.operations[exponent] or print_number(graph.numbers[exponent] or 0.0)}"
    return entry.sign or entry.spellings[0]


def _equation(label: Label | None, value: float | None) -> str:
    """``formula = number``, or the number alone where the formula is just that."""
    if label is None or value is None:
        return ""
    printed = print_number(value)
    return printed if label.text.replace("-", "−") == printed else f"{label.text} = {printed}"
