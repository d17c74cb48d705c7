"""Syntax in, text or LaTeX out. What is written parses back to the same syntax, whatever its depth."""

from collections.abc import Callable, Sequence

from kuroaka.language.latex_pieces import FUNCTIONS, LETTERS
from kuroaka.language.spelling import INFIX, PREFIX_MINUS
from kuroaka.language.syntax import Syntax

_ATOM, _TERM = 100, 0  # how tightly a finished piece binds: a name or bracket; a sum
_SIGNS = {infix.word: (sign, infix) for sign, infix in INFIX.items() if sign != "**"}
_COMMANDS = {letter: command for command, letter in LETTERS.items()} | {
    word: command for command, word in FUNCTIONS.items()
}

Piece = tuple[list[str], int]  # what is written, in parts, and how tightly it binds


def write_text(syntax: Syntax) -> str:
    """The syntax as it could be typed.

    >>> from kuroaka.language import parse
    >>> write_text(parse("a=-1;|2x|^-a/(b*c)"))
    'a = -1; abs(2*x)^(-a)/(b*c)'
    """
    return _write(syntax, _call_text, "; ", lambda name: name)


def write_latex(syntax: Syntax) -> str:
    r"""The syntax in LaTeX, products with an explicit dot.

    >>> from kuroaka.language import parse
    >>> write_latex(parse("x_1^2/(1 + exp(-x_1))"))
    '\\frac{{x_{1}}^{2}}{1 + \\exp(-x_{1})}'
    """
    return _write(syntax, _call_latex, r" \\ ", _name_latex)


def _write(
    syntax: Syntax, call: Callable[[str, Sequence[Piece]], Piece], between: str, name: Callable[[str], str]
) -> str:
    """Each term from its inputs. A term has one consumer, so its parts are handed on, not copied."""
    pieces: list[Piece] = []
    for word, inputs in zip(syntax.words, syntax.inputs, strict=True):
        if inputs:
            pieces.append(call(word, [pieces[source] for source in inputs]))
        else:
            pieces.append(([name(word)], _ATOM))
    lines = [
        "".join(([f"{name(binding.name)} = "] if binding.name else []) + pieces[binding.term][0])
        for binding in syntax.bindings
    ]
    return between.join(lines)


def _joined(*parts: list[str] | str) -> list[str]:
    """Parts in a row; the longest list grows, so that a deep expression costs what it is long."""
    lists = [[part] if isinstance(part, str) else part for part in parts]
    longest = max(range(len(lists)), key=lambda index: len(lists[index]))
    kept = lists[longest]
    head = [text for part in lists[:longest] for text in part]
    if head:
        kept[:0] = ["".join(head)]
    kept.extend(text for part in lists[longest + 1 :] for text in part)
    return kept


def _bracketed(piece: Piece, least: int, left: str = "(", right: str = ")") -> list[str]:
    return piece[0] if piece[1] >= least else _joined(left, piece[0], right)


def _infix(word: str, inputs: Sequence[Piece], product: str = "*") -> Piece:
    sign, infix = _SIGNS[word]
    written = {"+": " + ", "-": " - ", "*": product}.get(sign, sign)
    left = _bracketed(inputs[0], infix.precedence + infix.right)
    right = _bracketed(inputs[1], infix.precedence + (not infix.right))
    return _joined(left, written, right), infix.precedence


def _call_text(word: str, inputs: Sequence[Piece]) -> Piece:
    if word == "neg":
        return _joined("-", _bracketed(inputs[0], PREFIX_MINUS.precedence)), PREFIX_MINUS.precedence
    if word in _SIGNS:
        return _infix(word, inputs)
    return _arguments(word, inputs)


def _arguments(word: str, inputs: Sequence[Piece]) -> Piece:
    parts: list[list[str] | str] = [f"{word}("]
    for position, piece in enumerate(inputs):
        parts += [", "] * (position > 0) + [piece[0]]
    return _joined(*parts, ")"), _ATOM


def _call_latex(word: str, inputs: Sequence[Piece]) -> Piece:
    match word:
        case "neg" | "add" | "sub":
            return _call_text(word, inputs)
        case "mul":
            return _infix(word, inputs, r" \cdot ")
        case "div":
            return _joined(r"\frac{", inputs[0][0], "}{", inputs[1][0], "}"), _ATOM - 1
        case "pow":
            base = _bracketed(inputs[0], _ATOM, r"\left(", r"\right)")
            if base[-1][-1] in "}'":
                base = _joined("{", base, "}")
            return _joined(base, "^{", inputs[1][0], "}"), INFIX["^"].precedence
        case "sqrt":
            return _joined(r"\sqrt{", inputs[0][0], "}"), _ATOM
        case "abs":
            return _joined(r"\left|", inputs[0][0], r"\right|"), _ATOM
        case "log" if len(inputs) == 2:
            return _joined(r"\log_{", inputs[0][0], "}(", inputs[1][0], ")"), _ATOM
        case _:
            return _arguments(f"\\{_COMMANDS[word]}" if word in _COMMANDS else f"\\mathrm{{{word}}}", inputs)


def _name_latex(word: str) -> str:
    """A number as it is; a name with its subscript in braces."""
    name = word.rstrip("'")
    letters, _, subscript = name.partition("_")
    if letters in _COMMANDS:
        letters = f"\\{_COMMANDS[letters]} "
    elif len(letters) > 1 and letters[0].isalpha():
        letters = f"\\mathrm{{{letters}}}"
    return letters + (f"_{{{subscript.replace('_', ',')}}}" if subscript else "") + word[len(name) :]
