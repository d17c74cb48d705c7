r"""A scene in, the derivation for LaTeX out: every value, then every gradient by the chain rule.

A document that compiles alone, without words; the two ``align*`` can be moved into another one. The gradient that
enters at the output is written as the derivative of some later L to it, as in the article: E is \partial L/\partial z.
"""

from collections.abc import Collection, Iterator, Sequence

from kuroaka.exports.tex import numeral, tex, typed
from kuroaka.figure.type.measures import RED
from kuroaka.formulas import Formula, figure_number, latex, mathml, name, name_math, number, numeral_math
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.bounded import upstream
from kuroaka.formulas.mathml import DOT, bracketed, filled, is_open
from kuroaka.graph import Evaluation
from kuroaka.graph.graph import OUTSIDE
from kuroaka.operations import OPERATIONS, apply, contribution
from kuroaka.scene import Scene

_ABOUT = r"\approx"
_TERMS = 3  # of a sum, in one line
_FILE = r"""\documentclass{article}
\usepackage[margin=2cm]{geometry}
\usepackage{amsmath, amssymb, xcolor}
\definecolor{kuroaka-red}{HTML}{%(red)s}
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
    {\color{kuroaka-red}
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
        parts.append(f"{{\\color{{kuroaka-red}}\n{_align(list(derivation.backward()))}\n}}")
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
        self.seeds = upstream(len(self.graph.outputs), used)
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
                formula = mathml(apply(operation, FORMULAS, *map(self._formula, self.graph.inputs[node])))
                yield f"{self._name(node)} &= {tex(latex(formula))} = {self._put(node)} {_equals(values[node])}"
        output = self.graph.output  # several have names
        if self.graph.kinds[output] == "constant" and not self.graph.names[output]:
            yield tex(latex(mathml(self._formula(output))))

    def backward(self) -> Iterator[str]:
        """For each node its gradient: by the chain rule, by the rules of the table, in numbers."""
        adjoints = self.evaluation.passes.adjoints
        for node in reversed(range(len(self.graph))):
            adjoint = adjoints[node]
            if adjoint is None or self.graph.kinds[node] == "branch":
                continue
            lines = self._leaving(node)
            if len(lines) == 1 and lines[0] >= len(self.graph.edges):
                yield f"{self._slope(node)} &= {self._seed(lines[0])} {_equals(adjoint)}"
                continue
            chain, rules, numbers = zip(*map(self._terms, lines), strict=True)
            if len(lines) == 1:
                yield f"{self._slope(node)} &= {chain[0]} = {rules[0]} = {numbers[0]} {_equals(adjoint)}"
            else:
                *rows, last = [*_rows(self._slope(node), chain), *_rows("", rules), *_rows("", numbers)]
                yield from [*rows, f"{last} {_equals(adjoint)}"]

    def _leaving(self, node: int) -> Sequence[int]:
        """The lines on which a gradient comes back to a node, through its branch if it has one."""
        graph = self.graph
        (line,) = graph.consumers[node]
        target = graph.lines[line].target
        return [line] if target == OUTSIDE or graph.kinds[target] != "branch" else graph.returning[target]

    def _terms(self, line: int) -> tuple[str, str, str]:
        """What comes back on a line: by the chain rule, by the rules of the table, in numbers."""
        target = self.graph.lines[line].target
        if target == OUTSIDE:
            return self._seed(line), self._seed(line), _operand(self.evaluation.passes.contributions[line])
        return (
            f"{self._slope(target)} {self._partial(line)}",
            rf"{self._slope(target)} \cdot {self._local(line)}",
            rf"{_operand(self.evaluation.passes.adjoints[target])} \cdot {_operand(self.evaluation.locals[line])}",
        )

    def _seed(self, line: int) -> str:
        return tex(latex(name_math(self.seeds[line - len(self.graph.edges)])))

    def _put(self, node: int) -> str:
        """An operation with numbers put in."""
        operation = OPERATIONS[self.graph.operations[node]]
        values = [self.evaluation.passes.values[source] for source in self.graph.inputs[node]]
        numbers = map(numeral_math, map(figure_number, values))
        math = filled(operation.math, dict(zip(operation.arguments, numbers, strict=True)))
        return latex((math[0], math[1], DOT, math[2]) if math[0] == "times" else math)

    def _name(self, node: int) -> str:
        return tex(latex(name_math(self.words[node])))

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


def _rows(left: str, terms: Sequence[str]) -> Iterator[str]:
    """A sum, some terms a row."""
    for first in range(0, len(terms), _TERMS):
        sign = r"\quad {}+ " if first else "= "
        yield f"{left if first == 0 else ''} &{sign}{' + '.join(terms[first : first + _TERMS])}".strip()


def _factor(formula: Formula) -> str:
    """A formula that stands behind a dot."""
    written = tex(latex(mathml(formula)))
    base, exponent = next(iter(formula.factors.items()), (None, 1))
    is_sum = base is not None and is_open(base) and len(formula.factors) == exponent == formula.coefficient == 1
    return rf"\left({written}\right)" if is_sum or written.startswith("-") else written


def _operand(value: float | None) -> str:
    """A number beside an operator; "" for none."""
    return "" if value is None else latex(bracketed(numeral_math(figure_number(value))))


def _equals(value: float) -> str:
    """A number with its sign: ``=`` only where it is all of it."""
    printed = figure_number(value)
    is_exact = float(printed.replace("−", "-").replace("∞", "inf")) == value or value != value  # noqa: PLR0124  (NaN)
    return f"{'=' if is_exact else _ABOUT} {numeral(printed)}"


def _free(letters: str, used: Collection[str]) -> str:
    """The first letter that is not used, else the last one with primes."""
    free = next((letter for letter in letters if letter not in used), letters[-1])
    while free in used:
        free += "'"
    return free
