r"""A scene in, the derivation for LaTeX out: every value, then every gradient by the chain rule.

A document that compiles alone, without words; the two ``align*`` can be moved into another one. The gradient that
enters at the output is written as the derivative of some later L to it, as in the article: E is \partial L/\partial z.
"""

from collections.abc import Collection, Iterator, Sequence

from kuroaka.exports.tex import numeral, tex, typed
from kuroaka.figure.type.measures import RED
from kuroaka.formulas import Formula, latex, name, name_latex, number, print_number
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.formula import Sum
from kuroaka.graph import Evaluation
from kuroaka.operations import OPERATIONS, apply, contribution
from kuroaka.scene import Scene

_ABOUT = r"\approx"
_TERMS = 3  # of a sum, in one line
_FILE = r"""\documentclass{article}
\usepackage[margin=2cm]{geometry}
\usepackage{amsmath, amssymb, xcolor}
\definecolor{backward}{HTML}{%(red)s}
\allowdisplaybreaks
\setlength{\jot}{6pt}

%(typed)s
\begin{document}
%(body)s
\end{document}
"""


def write(scene: Scene) -> str:
    r"""The document.

    >>> from kuroaka.asked import Asked
    >>> square = Scene(Asked(expression="y = x^2", at={"x": 3}))
    >>> print(write(square).partition(r"\begin{document}")[2])  # doctest: +ELLIPSIS
    <BLANKLINE>
    \begin{align*}
      x &= 3 \\
      y &= x^{2} = 3^{2} = 9
    \end{align*}
    {\color{backward}
    \begin{align*}
      \frac{\partial L}{\partial y} &= E = 1 \\
      \frac{\partial L}{\partial x} &= \frac{\partial L}{\partial y} ... \cdot 2 x = 1 \cdot 6 = 6
    \end{align*}
    }
    \end{document}
    <BLANKLINE>
    """
    derivation = _Derivation(scene.evaluation)
    parts = [_align(list(derivation.forward()))]
    if scene.graph.leaves:
        parts.append(f"{{\\color{{backward}}\n{_align(list(derivation.backward()))}\n}}")
    return _FILE % {
        "red": RED.removeprefix("#").upper(),
        "typed": typed(scene.graph.text),
        "body": "\n".join(parts),
    }


def _align(rows: Sequence[str]) -> str:
    return "\\begin{align*}\n" + " \\\\\n".join(f"  {row}" for row in rows) + "\n\\end{align*}"


class _Derivation:
    """The rows of both passes. A node without a name of its own is v and its number, as in the programs."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.graph = evaluation, evaluation.graph
        used = {*self.graph.names}
        self.loss = _free("LJC", used)
        self.seed = _free("E", used)
        prefix = _free("vusqp", {word.partition("_")[0] for word in used if "_" in word})
        self.words: list[str] = []
        for node, word in enumerate(self.graph.names):
            is_branch = self.graph.kinds[node] == "branch"
            self.words.append(self.words[self.graph.inputs[node][0]] if is_branch else word or f"{prefix}_{node}")

    def forward(self) -> Iterator[str]:
        """``n = a^2 = (-1)^2 = 1``"""
        values = self.evaluation.passes.values
        for node in self.graph.leaves.values():
            yield f"{self._name(node)} &{_equals(values[node])}"
        for node, kind in enumerate(self.graph.kinds):
            if kind == "operation":
                operation = OPERATIONS[self.graph.operations[node]]
                formula = latex(apply(operation, FORMULAS, *map(self._formula, self.graph.inputs[node])))
                template = operation.latex.replace("{x:p} {y:p}", r"{x:p} \cdot {y:p}").replace("+ {y}", "+ {y:p}")
                put = template.format_map(
                    {
                        argument: _Put(values[source])
                        for argument, source in zip(operation.arguments, self.graph.inputs[node], strict=True)
                    }
                )
                yield f"{self._name(node)} &= {tex(formula)} = {put} {_equals(values[node])}"
        if self.graph.kinds[self.graph.output] == "constant" and not self.graph.names[self.graph.output]:
            yield tex(latex(self._formula(self.graph.output)))

    def backward(self) -> Iterator[str]:
        """For each node its gradient: by the chain rule, by the rules of the table, in numbers."""
        adjoints = self.evaluation.passes.adjoints
        output = self.graph.output
        yield f"{self._slope(output)} &= {self.seed} {_equals(self.evaluation.seed)}"
        for node in reversed(range(output)):
            adjoint = adjoints[node]
            if adjoint is None or self.graph.kinds[node] == "branch":
                continue
            lines = self._leaving(node)
            chain = [f"{self._slope(target)} {self._partial(line)}" for line, target in lines]
            rules = [rf"{self._slope(target)} \cdot {self._local(line)}" for line, target in lines]
            numbers = [
                rf"{_Put(adjoints[target]):p} \cdot {_Put(self.evaluation.locals[line]):p}" for line, target in lines
            ]
            if len(lines) == 1:
                yield f"{self._slope(node)} &= {chain[0]} = {rules[0]} = {numbers[0]} {_equals(adjoint)}"
            else:
                *rows, last = [*_rows(self._slope(node), chain), *_rows("", rules), *_rows("", numbers)]
                yield from [*rows, f"{last} {_equals(adjoint)}"]

    def _leaving(self, node: int) -> list[tuple[int, int]]:
        """The lines on which a gradient comes back to a node, through its branch if it has one; and where from."""
        graph = self.graph
        (line,) = graph.consumers[node]
        target = graph.edges[line].target
        if graph.kinds[target] != "branch":
            return [(line, target)]
        lines = sorted(
            graph.consumers[target], key=lambda line: (-graph.edges[line].target, graph.edges[line].position)
        )
        return [(line, graph.edges[line].target) for line in lines]

    def _name(self, node: int) -> str:
        return tex(name_latex(self.words[node]))

    def _slope(self, node: int) -> str:
        return rf"\frac{{\partial {self.loss}}}{{\partial {self._name(node)}}}"

    def _partial(self, line: int) -> str:
        edge = self.graph.edges[line]
        return rf"\frac{{\partial {self._name(edge.target)}}}{{\partial {self._name(edge.source)}}}"

    def _local(self, line: int) -> str:
        """The rule of a line for 1 that comes in."""
        _, target, position = self.graph.edges[line]
        operation = OPERATIONS[self.graph.operations[target]]
        inputs = tuple(map(self._formula, self.graph.inputs[target]))
        return _factor(contribution(operation, FORMULAS, position, number(1.0), name(self.words[target]), inputs))

    def _formula(self, node: int) -> Formula:
        value = self.graph.numbers[node]
        if self.graph.names[node] or value is None:
            return name(self.words[node])
        return name(self.graph.operations[node]) if self.graph.operations[node] else number(value)


class _Put:
    """A number put into a template of the table: ``{x}`` as it is, ``{x:p}`` in brackets where it needs them."""

    def __init__(self, value: float | None) -> None:
        self.text = "" if value is None else _short(value)[0]

    def __format__(self, spec: str) -> str:
        needs = spec == "p" and (self.text.startswith("-") or "cdot" in self.text)
        return rf"\left({self.text}\right)" if needs else self.text


def _rows(left: str, terms: Sequence[str]) -> Iterator[str]:
    """A sum, some terms a row."""
    for first in range(0, len(terms), _TERMS):
        sign = r"\quad {}+ " if first else "= "
        yield f"{left if first == 0 else ''} &{sign}{' + '.join(terms[first : first + _TERMS])}".strip()


def _factor(formula: Formula) -> str:
    """A formula that stands behind a dot."""
    written = tex(latex(formula))
    base, exponent = next(iter(formula.factors.items()), (None, 1))
    is_sum = isinstance(base, Sum) and len(formula.factors) == exponent == formula.coefficient == 1
    return rf"\left({written}\right)" if is_sum or written.startswith("-") else written


def _short(value: float) -> tuple[str, bool]:
    """A number as the figure prints it, and whether that is all of it; then without zeros at the end."""
    printed = print_number(value)
    is_exact = float(printed.replace("−", "-").replace("∞", "inf")) == value or value != value  # noqa: PLR0124  (NaN)
    mantissa, point, digits = printed.partition(".")
    short = f"{mantissa}.{digits.rstrip('0')}".rstrip(".") if is_exact and point and "e" not in digits else printed
    return numeral(short), is_exact


def _equals(value: float) -> str:
    written, is_exact = _short(value)
    return f"{'=' if is_exact else _ABOUT} {written}"


def _free(letters: str, used: Collection[str]) -> str:
    """The first letter that is not used, else the last one with primes."""
    free = next((letter for letter in letters if letter not in used), letters[-1])
    while free in used:
        free += "'"
    return free
