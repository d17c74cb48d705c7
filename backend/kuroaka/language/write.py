"""Syntax without a text in, the same syntax with one out: as it could be typed, every span in its place.

What is written parses back to the same syntax, whatever its depth.
"""

from dataclasses import replace
from typing import NamedTuple

from kuroaka.language.problems import Span
from kuroaka.language.spelling import COMPARISON, INFIX, PREFIX_MINUS, PRODUCT
from kuroaka.language.syntax import Binding, Syntax

_ATOM = 100  # how tightly a name, a number or a call binds
_SIGNS = {infix.word: (sign, infix) for sign, infix in INFIX.items() if sign != "**"}
_SPACED = {sign: f" {sign} " for sign, infix in INFIX.items() if infix.precedence < PRODUCT.precedence}


class _Use(NamedTuple):
    """A term as part of another; it stands in brackets unless it binds at least this tightly."""

    term: int
    least: int = 0


class _End(NamedTuple):
    """Here the term ends."""

    term: int


def write(syntax: Syntax) -> Syntax:
    """The syntax with a text that says it, and with the spans that parsing the text would give.

    >>> from kuroaka.language import parse
    >>> write(parse("a=-1;|2x|^-a/(b*c)")).text
    'a = -1; abs(2*x)^(-a)/(b*c)'
    """
    parts: list[str] = []
    length = 0
    spans: list[Span] = [(0, 0)] * len(syntax)
    bindings: list[Binding] = []
    for binding in syntax.bindings:
        arguments = f"({', '.join(binding.arguments)})" * bool(binding.arguments)
        bound = f"{binding.name}{arguments} = " * bool(binding.name)
        head = "; " * bool(parts) + bound
        begins = length + len(head) - len(bound)
        waiting: list[str | _Use | _End] = [_Use(binding.term), head]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                parts.append(part)
                length += len(part)
            elif isinstance(part, _Use):
                spans[part.term] = (length, length)
                waiting.append(_End(part.term))
                waiting += reversed(_written(syntax, part))
            else:
                spans[part.term] = (spans[part.term][0], length)
        span = (begins, begins + len(binding.name)) if binding.name else spans[binding.term]
        bindings.append(binding._replace(span=span))
    return replace(syntax, text="".join(parts), spans=tuple(spans), bindings=tuple(bindings))


def _written(syntax: Syntax, use: _Use) -> list[str | _Use | _End]:
    """A term in parts, from left to right."""
    word, inputs = syntax.words[use.term], syntax.inputs[use.term]
    parts: list[str | _Use | _End]
    if not inputs:
        return [word]
    if word == "neg":
        binds = PREFIX_MINUS.precedence
        parts = ["-", _Use(inputs[0], binds)]
    elif word in _SIGNS:
        sign, infix = _SIGNS[word]
        binds = infix.precedence
        alone = binds == COMPARISON  # which does not chain
        left = _Use(inputs[0], binds + (infix.right or alone))
        right = _Use(inputs[1], binds + (not infix.right))
        parts = [left, _SPACED.get(sign, sign), right]
    else:
        binds = _ATOM
        commas: list[str | _Use | _End] = [part for source in inputs for part in (", ", _Use(source))]
        parts = [f"{word}(", *commas[1:], ")"]
    return ["(", *parts, ")"] if binds < use.least or use.term in syntax.bracketed else parts
