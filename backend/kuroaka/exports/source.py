"""Graph in, lines of Python out: what the programs for numpy, PyTorch and JAX share.

The lines come from the passes over the graph, with pieces of source in place of numbers, so the rules that are
written out are those of the table. A target says how it spells a primitive; an operation that it does not spell is
written as the table defines it.
"""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kuroaka.exports.comments import comment
from kuroaka.exports.identifiers import Identifiers
from kuroaka.graph import Evaluation, Graph
from kuroaka.graph.steps import Direction
from kuroaka.language import NameProblem
from kuroaka.operations import Arithmetic
from kuroaka.words import Language, say

_SUM, _PRODUCT, _MINUS, _POWER, _ATOM = range(5)  # how tightly a piece binds
_WIDEST = 100  # characters of a line


class Piece(NamedTuple):
    """A piece of source. ``number`` is set for a literal."""

    text: str
    binds: int = _ATOM
    number: float | None = None


@dataclass(frozen=True)
class Target:
    """How one library is written: what is imported, a literal as a number of the library, and its functions.

    ``calls`` has a template for a primitive, ``helpers`` the source of a function for one that the library lacks; the
    function has the name of the primitive. ``strict`` functions take no bare literal.
    """

    imports: str
    number: str
    calls: Mapping[str, str]
    helpers: Mapping[str, str] = field(default_factory=dict)
    taken: Sequence[str] = ()
    strict: bool = False


class Source:
    """The source of one graph for one target: ``forward`` and ``backward`` are its lines, ``names`` its names."""

    def __init__(self, graph: Graph, target: Target, language: Language) -> None:
        self.graph, self.target, self.language = graph, target, language
        self.names = Identifiers(graph, {*target.taken, *target.helpers})
        self.lines: dict[Direction, list[str]] = {"forward": [], "backward": []}
        self._used: set[str] = set()

    def leaf(self, node: int) -> Piece:
        """A variable or named constant by its name, a literal by its number."""
        number = self.graph.numbers[node]
        return Piece(self.names.values[node]) if self.graph.names[node] or number is None else literal(number)

    def keep(self, direction: Direction, node: int, piece: Piece) -> Piece:
        """Write the line that gives a node its value or gradient, and hand on the name."""
        name = (self.names.values if direction == "forward" else self.names.gradients)[node]
        if piece.text != name:  # a branch and what it branches are one name
            line = f"{name} = {piece.text}"
            if direction == "backward" and self.graph.kinds[node] == "branch":
                line += f"  # {say('export.branch', self.language)}"
            self.lines[direction].append(line)
        return Piece(name)

    def arithmetic(self) -> Arithmetic[Piece]:
        """Pieces of source in place of numbers."""
        infix: dict[str, Callable[..., Piece]] = {
            "add": lambda x, y: self._infix(" + ", _SUM, x, y),
            "sub": lambda x, y: self._infix(" - ", _SUM, x, y),
            "mul": lambda x, y: self._infix("*", _PRODUCT, x, y),
            "div": lambda x, y: self._infix("/", _PRODUCT, x, y),
            "pow": lambda x, y: self._infix("**", _POWER, x, y),
            "neg": lambda x: Piece(f"-{_bracketed(x, _MINUS)}", _MINUS),
        }
        helpers = {name: self._call(name, f"{name}({{}})", own=True) for name in self.target.helpers}
        calls = {name: self._call(name, template) for name, template in self.target.calls.items()}
        power_base = {"power_base": self._power_base} if "power_base" in helpers else {}
        return Arithmetic(literal, {**infix, **helpers, **calls, **power_base}, total, general=self._undefined)

    def program(self, *parts: tuple[str, Sequence[str]]) -> str:
        """The file: imports, the expression, the functions that are used, and the parts under their headings.

        What a reader typed never stands in the first two lines, where a comment could name an encoding.
        """
        helpers = [self.target.helpers[name] for name in self.target.helpers if name in self._used]
        typed = comment(self.graph.text, "# ")
        blocks = [self.target.imports, *([typed] if typed else [])]
        if helpers:
            blocks.append("\n" + "\n\n\n".join(helper.strip() for helper in helpers) + "\n")
        blocks += ["\n".join([*([heading] if heading else []), *lines]) for heading, lines in parts if lines]
        return "\n\n".join(blocks) + "\n"

    def _undefined(self, name: str, *_inputs: Piece) -> Piece:
        raise NameProblem("no-program", (0, len(self.graph.text)), name=name.partition(":")[0])

    def _infix(self, sign: str, binds: int, left: Piece, right: Piece) -> Piece:
        left, right = self._lifted((left, right), self.target.number)
        first = _bracketed(left, binds + (sign == "**"))
        second = f"({right.text})" if right.text.startswith("-") else _bracketed(right, binds + 1)
        return Piece(f"{first}{sign}{second}", binds)

    def _call(self, name: str, template: str, *, own: bool = False) -> Callable[..., Piece]:
        def call(*inputs: Piece) -> Piece:
            if own:
                self._used.add(name)
            number = self.target.number if own or self.target.strict else "{}"
            arguments = self._lifted(inputs, number, every=self.target.strict)
            return Piece(template.format(", ".join(one.text for one in arguments)))

        return call

    def _lifted(self, inputs: Sequence[Piece], number: str, *, every: bool = False) -> list[Piece]:
        """Literals among themselves become numbers of the library: in Python 1/0 is an error."""
        if not every and any(one.number is None for one in inputs):
            return list(inputs)
        lifted = [one if one.number is None else Piece(number.format(repr(one.number))) for one in inputs]
        return lifted if every else [*lifted[:1], *inputs[1:]]

    def _power_base(self, base: Piece, exponent: Piece) -> Piece:
        """The derivative of a power to its base; with a literal exponent as everybody writes it."""
        number = exponent.number
        if not number:
            return self._call("power_base", "power_base({})", own=True)(base, exponent)
        if number == 1:
            return literal(1.0)
        power = base if number == 2 else self._infix("**", _POWER, base, literal(number - 1))
        return self._infix("*", _PRODUCT, exponent, power)


def literal(value: float) -> Piece:
    """A number as a program writes it: whole numbers without a point.

    >>> literal(2.0).text, literal(-0.5).text, literal(1e22).text
    ('2', '-0.5', '1e+22')
    """
    text = str(int(value)) if value == int(value) and abs(value) < 1e15 and str(value) != "-0.0" else repr(value)
    return Piece(text, _MINUS if text.startswith("-") else _ATOM, value)


def total(pieces: Iterable[Piece]) -> Piece:
    """A sum from first to last; over several lines where it is long.

    >>> total([Piece("a"), Piece("-b*c", 1), Piece("d")]).text
    'a - b*c + d'
    """
    first, *others = pieces
    if not others:
        return first
    terms = [first.text]
    for one in others:
        minus = one.text.startswith("-") and one.binds > _SUM
        terms.append(f"- {one.text[1:]}" if minus else f"+ {_bracketed(one, _PRODUCT)}")
    if len(" ".join(terms)) <= _WIDEST:
        return Piece(" ".join(terms), _SUM)
    return Piece("(\n    " + "\n    ".join(terms) + "\n)")


def exact(value: float) -> str:
    """A number with all its digits, as Python reads it.

    >>> exact(0.1), exact(float("-inf"))
    ('0.1', 'float("-inf")')
    """
    return repr(value) if math.isfinite(value) else f'float("{value}")'


def _bracketed(piece: Piece, least: int) -> str:
    return piece.text if piece.binds >= least else f"({piece.text})"


def heading(part: str, language: Language) -> str:
    """The comment over a part of the program."""
    return comment(say(f"export.{part}", language), "# ")


def printed(
    evaluation: Evaluation, language: Language, values: Sequence[str], gradients: Sequence[str], number: str = "{}"
) -> list[str]:
    """The lines that print the value of each output, then the gradient of every leaf, with all their digits.

    ``gradients`` has what holds it for every node; ``number`` makes a number of that.
    """
    graph = evaluation.graph
    named = [say("export.value-of", language, name=name) for name in graph.output_names]
    said = [*zip(named if len(named) > 1 else [say("export.value", language)], values, strict=True)]
    said += [(say("export.gradient", language, name=name), gradients[node]) for name, node in graph.leaves.items()]
    return [f"print({_quoted(words)}, {number.format(held)})" for words, held in said]


def _quoted(text: str) -> str:
    """A string of Python; JSON spells it with double quotes."""
    return json.dumps(text, ensure_ascii=False)
