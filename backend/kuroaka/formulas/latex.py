"""Mathematics in LaTeX, as a textbook would print it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kuroaka.formulas.names import ABOVE
from kuroaka.language.letters import COMMANDS
from kuroaka.language.names import JAPANESE
from kuroaka.operations import Math

_SIGNS = {
    "−": "-",
    "×": r"\times",
    "⋅": r"\cdot",
    "÷": r"\div",
    "≥": r"\ge",
    "≤": r"\le",
    "≠": r"\ne",
    "∧": r"\wedge",
    "□": r"\square",
    "∞": r"\infty",
    "∂": r"\partial",
    **{letter: f"\\{word}" for letter, word in COMMANDS.items()},
}
_ABOVE = {sign: word for word, sign in ABOVE.items()}
COMMAND_WORDS = frozenset("exp log sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh coth max min".split())


@lru_cache(maxsize=8192)  # labels hold each other's parts, and are asked for again while numbers change
def latex(math: Math) -> str:
    r"""The LaTeX of a tree.

    >>> latex(("frac", "1", ("row", "1", "+", ("sup", "e", ("row", "−", "x")))))
    '\\frac{1}{1+e^{-x}}'
    """
    if isinstance(math, str):
        return _token(math)
    construct, *parts = math
    match construct:
        case "row":
            return _joined(map(latex, parts))
        case "times":
            return _product(map(latex, parts))
        case "of":
            return f"{_head(parts[0])} {latex(parts[1])}".rstrip()
        case "call":
            return f"{_head(parts[0])}({', '.join(map(latex, parts[1:]))})"
        case "par":
            return rf"\left({latex(parts[0])}\right)"
        case "abs":
            return f"|{latex(parts[0])}|"
        case "floor" | "ceil":
            return rf"\left\l{construct} {latex(parts[0])}\right\r{construct}"
        case "frac":
            return rf"\frac{{{latex(parts[0])}}}{{{latex(parts[1])}}}"
        case "over":
            return rf"\{_ABOVE[str(parts[1])]}{{{latex(parts[0])}}}"
        case "lines":  # a long label of the figure
            return rf"\begin{{gathered}}[t]{latex(parts[0])}\\{latex(parts[1])}\end{{gathered}}"
        case "sqrt":
            return rf"\sqrt{{{latex(parts[0])}}}"
        case "root":
            return rf"\sqrt[{latex(parts[1])}]{{{latex(parts[0])}}}"
        case _:
            return _scripts(latex(parts[0]), math)


def symbol_latex(symbol: Math) -> str:
    r"""The LaTeX of what stands in the circle of an operation.

    >>> symbol_latex("max"), symbol_latex("ReLU"), symbol_latex(("sub", "log", "□"))
    ('\\max', '\\mathrm{ReLU}', '\\log_{\\square}')
    """
    return _head(symbol) if isinstance(symbol, tuple) or symbol in COMMAND_WORDS else latex(symbol)


def _token(token: str) -> str:
    """One letter, a word, a number or a sign."""
    if len(token) == 1 and not re.match(f"[{JAPANESE}]", token):
        return _SIGNS.get(token, token)
    if re.search(f"[{JAPANESE}]", token):
        return rf"\text{{{token}}}"
    if token.isascii():
        return rf"\mathrm{{{token}}}" if token[:1].isalpha() else token
    return _joined(_SIGNS.get(letter, letter) for letter in token)


def _head(word: Math) -> str:
    """What is applied to something: a word, perhaps raised or with a base."""
    if isinstance(word, str):
        if word in COMMAND_WORDS:
            return f"\\{word}"
        return rf"\operatorname{{{word}}}" if len(word) > 1 else latex(word)
    return _scripts(_head(word[1]), word) if word[0] in ("sup", "sub") else latex(word)


def _scripts(base: str, math: Math) -> str:
    """What stands below and above."""
    written = f"{{{base}}}" if base.endswith("'") else base
    below, above = ((), math[2:]) if math[0] == "sup" else (math[2:3], math[3:])
    written += "".join(f"_{{{latex(part)}}}" for part in below)
    return written + "".join("'" * len(part) if part[0] == "′" else f"^{{{latex(part)}}}" for part in above)


def _joined(parts: Iterable[str]) -> str:
    """Side by side; what follows a command must not lengthen its word."""
    written = ""
    for part in parts:
        written += " " + part if re.search(r"\\[a-zA-Z]+$", written) and part[:1].isalnum() else part
    return written


def _product(factors: Iterable[str]) -> str:
    written = ""
    for factor in factors:
        written += " " * bool(written and not factor.startswith((r"\left", r"\frac"))) + factor
    return written
