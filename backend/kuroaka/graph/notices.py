"""What was understood, but perhaps not meant: names that look like products, lines that nothing uses, names that
other programs know as numbers, logarithms whose base comes first.
"""

import re
from collections.abc import Collection, Iterator

from kuroaka.graph.graph import Graph
from kuroaka.language import Notice, Syntax
from kuroaka.language.letters import LETTERS

# Short names that are words.
_WORDS = frozenset("net out tax num sum err avg std var act hid old new eps lam lin bias in dx dt lr".split())
_PRODUCT = re.compile(r"(?:[a-z]\d+){2,}")
_HALF = re.compile(r"\^-?(1)/(\d+)")  # x^1/2; of x^2/2 nobody means a root
# Names that are numbers elsewhere, and what to type for these.
_NUMBERS = {"E": "`e`", "tau": "`2*pi`", "τ": "`2*pi`", "phi": "`(1 + sqrt(5))/2`", "EULER": "`e`"}


def notices(syntax: Syntax, graph: Graph, used: Collection[str], outputs: Collection[str] = ()) -> tuple[Notice, ...]:
    """All there is to say about a graph and the syntax it comes from, of which some names are ``used`` and some were
    asked for as ``outputs``.

    >>> from kuroaka.graph import build
    >>> [str(notice) for notice in build("xy + x").notices]
    ['xy is read as one name. For a product, type `x*y`.']
    >>> build("loss + alpha").notices
    ()
    """
    return (*_names(graph), *_lines(syntax, used, outputs), *_terms(syntax))


def _names(graph: Graph) -> Iterator[Notice]:
    for name, node in graph.leaves.items():
        if graph.kinds[node] == "variable":
            product = _product(name, graph)
            if product:
                yield Notice("one-name", graph.spans[node], {"name": name, "product": product})


def _product(name: str, graph: Graph) -> str:
    """The product that a name looks like: letters, or letters with numbers; "" for none."""
    if _PRODUCT.fullmatch(name):
        return "*".join(re.findall(r"[a-z]\d+", name))
    if not (name.isascii() and name.isalpha() and len(name) > 1) or name in LETTERS or name in _WORDS:
        return ""
    is_short = len(name) <= 3
    return "*".join(name) if is_short or all(letter in graph.leaves for letter in name) else ""


def _lines(syntax: Syntax, used: Collection[str], outputs: Collection[str]) -> Iterator[Notice]:
    """Lines that no other line uses, but for the last, which is the output unless another is asked for. One with a name
    could be an output too."""
    last = syntax.bindings[-1]
    free = [binding for binding in syntax.bindings[:-1] if binding.name not in used]
    drawn = {*outputs} or {last.name}
    offered = {binding.name for binding in free if binding.name and not binding.arguments}
    all_outputs = ",".join(binding.name for binding in syntax.bindings if binding.name in drawn | offered)
    for binding in free:
        if binding.name in offered and "" not in drawn:
            yield Notice("free-line", binding.span, {"name": binding.name, "outputs": all_outputs})
        else:
            text = syntax.text[binding.span[0] : binding.span[1]]
            yield Notice("unused-line", binding.span, {"name": binding.name or text})


def _terms(syntax: Syntax) -> Iterator[Notice]:
    bound = {binding.name for binding in syntax.bindings}
    for term, (word, inputs) in enumerate(zip(syntax.words, syntax.inputs, strict=True)):
        start, stop = span = syntax.spans[term]
        if word == "log" and len(inputs) == 2 and re.match(r"\\?log\s*\(", syntax.text[start:stop]):
            base, argument = (syntax.text[slice(*syntax.spans[source])] for source in inputs)
            typed = syntax.text[start:stop]
            yield Notice("log-base", span, {"typed": typed, "base": base, "argument": argument})
        elif not inputs and word in _NUMBERS and word not in bound and term == syntax.words.index(word):
            yield Notice("own-name", span, {"name": word, "instead": _NUMBERS[word]})
        elif word == "div" and (half := _HALF.search(syntax.text, *_exponent(syntax, inputs[0], stop))):
            base = syntax.text[start : half.start()]
            yield Notice(
                "half-power",
                span,
                {
                    "typed": syntax.text[start:stop],
                    "base": syntax.text[start : half.end(1)],
                    "divisor": half[2],
                    "root": f"{base}^({half[1]}/{half[2]})",
                },
            )


def _exponent(syntax: Syntax, term: int, stop: int) -> tuple[int, int]:
    """Where the exponent of a power begins that stands above a ``/``; nowhere if the term is no such power."""
    if syntax.words[term] not in ("pow", "neg"):
        return stop, stop
    if syntax.words[term] == "neg":
        return _exponent(syntax, syntax.inputs[term][0], stop)
    base = syntax.inputs[term][0]
    return syntax.spans[base][1], stop
