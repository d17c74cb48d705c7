"""Syntax in, LaTeX out, products with an explicit dot: what the reader of LaTeX is tried with."""

from kuroaka.language import Syntax
from kuroaka.language.commands import FUNCTIONS
from kuroaka.language.letters import LETTERS

COMMANDS = {letter: command for command, letter in LETTERS.items()} | {
    word: command for command, word in FUNCTIONS.items()
}


Bound = tuple[str, int]  # LaTeX, and how tightly it binds
ATOM = 100
INFIX = {"add": ("+", 10), "sub": ("-", 10), "mul": (r" \cdot ", 20)}


def in_latex(syntax: Syntax) -> str:
    """The lines of the syntax, with no more brackets than they need."""
    written: list[Bound] = []
    for word, inputs in zip(syntax.words, syntax.inputs, strict=True):
        written.append(_call(word, [written[source] for source in inputs]) if inputs else (_name(word), ATOM))
    lines = (f"{_name(line.name)} = " * bool(line.name) + written[line.term][0] for line in syntax.bindings)
    return r" \\ ".join(f"{{{line}}}" if line.startswith("-") else line for line in lines)  # not to go on


def _call(word: str, inputs: list[Bound]) -> Bound:
    (one, _), (other, _) = inputs[0], inputs[-1]
    match word:
        case "neg":
            return f"-{_bracketed(inputs[0], 30)}", 30
        case "add" | "sub" | "mul":
            sign, binds = INFIX[word]
            return f"{_bracketed(inputs[0], binds)}{sign}{_bracketed(inputs[1], binds + 1)}", binds
        case "div":
            return rf"\frac{{{one}}}{{{other}}}", ATOM - 1
        case "pow":
            base = _bracketed(inputs[0], ATOM)
            return f"{{{base}}}^{{{other}}}" if base[-1] in "}'" else f"{base}^{{{other}}}", 40
        case "sqrt":
            return rf"\sqrt{{{one}}}", ATOM
        case "abs":
            return rf"\left|{one}\right|", ATOM
        case "log" if len(inputs) == 2:
            return rf"\log_{{{one}}}({other})", ATOM
        case _:
            name = f"\\{COMMANDS[word]}" if word in COMMANDS else rf"\mathrm{{{word}}}"
            return f"{name}({', '.join(written for written, _ in inputs)})", ATOM


def _bracketed(bound: Bound, least: int) -> str:
    return bound[0] if bound[1] >= least else rf"\left({bound[0]}\right)"


def _name(word: str) -> str:
    """A number as it is; a name with its subscript in braces."""
    name = word.rstrip("'")
    letters, _, subscript = name.partition("_")
    if letters in COMMANDS:
        letters = f"\\{COMMANDS[letters]} "
    elif len(letters) > 1 and letters[0].isalpha():
        letters = rf"\mathrm{{{letters}}}"
    return letters + (f"_{{{subscript.replace('_', ',')}}}" if subscript else "") + word[len(name) :]
