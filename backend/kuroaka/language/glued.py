r"""Functions glued to what they are applied to, and derivatives in Leibniz's notation: what only looks like names."""

import re

from kuroaka.language.pieces import Piece
from kuroaka.language.reading import Reading

_FUNCTIONS = "arcsin arccos arctan sinh cosh tanh sqrt exp sin cos tan log ln".split()
_NAME = re.compile(
    rf"\d*[a-z]?(?P<function>{'|'.join(_FUNCTIONS)})(?P<rest>(?:\d*[a-z]?(?:{'|'.join(_FUNCTIONS)}))*\d*[a-z]\d*)"
)
_CALLED = re.compile(
    rf"(?P<first>[A-Za-z]{{1,2}}|(?:{'|'.join(_FUNCTIONS)})\w{{1,3}})(?P<function>{'|'.join(_FUNCTIONS)})"
)
_WORDS = frozenset("cost tank logs logo tans exps sinh cosh tanh asin acos atan acosh asinh atanh".split())
_DEE = r"(?:d|\\(?:mathrm|text|rm)\s*\{?\s*d\s*\}?|\\partial\b|\\differentialD\b|∂)"
_OVER = re.compile(
    rf"\s*\{{?\s*{_DEE}\s*(?:\^\s*\{{?\s*\d\s*\}}?)?\s*(?:\\?[A-Za-z]+(?:_\w|\(\w\))?)?\s*\}}?"
    rf"\s*\{{\s*{_DEE}\s*(?:\\[A-Za-z]+|[A-Za-zα-ω])[^{{}}]*(?:\{{\w+\}})?\s*\}}"
)
_BESIDE = re.compile(r"d(?:\^?2|²)?[A-Za-z]?\s*/\s*d[A-Za-zα-ω](?:\^?2)?(?![\w'])")


def glued(reading: Reading, piece: Piece, word: str) -> None:
    """Refuse ``sinx``, ``2sinxcosx`` and ``xln(…)``, which are no names."""
    if len(word) < 3 or word in _WORDS:
        return
    if reading.here.word == "(":
        match = _CALLED.fullmatch(word)
        if match and word not in reading.own:
            function, first = match["function"], match["first"]
            example = rf"{first} \{function}(x)" if reading.latex else f"{first}*{function}(x)"
            raise reading.refuse("glued-function", piece, word=word, example=example)
        return
    match = _NAME.fullmatch(word)
    if match:
        function, rest = match["function"], match["rest"]
        single = re.fullmatch(r"\d*[a-z]\d*", rest)
        inside = rest if single else rest[:1]
        example = rf"\{function} {inside}" if reading.latex else f"{function}({inside})"
        raise reading.refuse("glued-function", piece, word=word, example=example)


def may_be_glued(word: str) -> bool:
    """Whether ``glued`` would refuse a word somewhere."""
    return len(word) > 2 and word not in _WORDS and (_CALLED.fullmatch(word) or _NAME.fullmatch(word)) is not None


def derivative_at(reading: Reading, piece: Piece) -> None:
    """Refuse ``dy/dx``."""
    if piece.word[0] == "d" and len(piece.word) <= 2:
        match = _BESIDE.match(reading.plain, piece.start)
        if match:
            raise reading.refuse("derivative", piece._replace(stop=match.end()))


def fraction_is_derivative(reading: Reading, piece: Piece) -> None:
    r"""Refuse ``\frac{dy}{dx}``."""
    match = _OVER.match(reading.plain, piece.stop)
    if match:
        raise reading.refuse("derivative", piece._replace(stop=match.end()))
