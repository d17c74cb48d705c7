r"""Pieces of LaTeX in, the pieces that mean something out: no spaces, environments or labels, and signs for the
commands that are signs. The subset is fixed; there are no macros.
"""

from collections.abc import Mapping

from kuroaka.language.pieces import Piece
from kuroaka.language.problems import SyntaxProblem

_SIGNS: Mapping[str, str] = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "slash": "/",
    "vert": "|", "mid": "|", "lvert": "|(", "rvert": "|)", "|": "‖", "Vert": "‖", "lVert": "‖(", "rVert": "‖)",
    "{": "\\{", "}": "\\}", "lbrace": "\\{", "rbrace": "\\}", "lbrack": "[", "rbrack": "]",
    "lparen": "(", "rparen": ")", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "gt": ">", "lt": "<", "ge": ">=", "geq": ">=", "geqslant": ">=", "le": "<=", "leq": "<=", "leqslant": "<=",
    "ne": "!=", "neq": "!=", "colon": ":", "_": "_", "coloneqq": ":=", "coloneq": ":=", "triangleq": ":=",
}  # fmt: skip
_SIDES = {
    **dict.fromkeys("left bigl Bigl biggl Biggl mathopen".split(), "("),
    **dict.fromkeys("right bigr Bigr biggr Biggr mathclose".split(), ")"),
}
_SPACES = {
    *"quad qquad enspace thinspace negthinspace medspace thickspace displaystyle textstyle scriptstyle limits".split(),
    *"nolimits nonumber notag allowbreak strut mathstrut big Big bigg Bigg middle cr".split(),
    *(",", ";", ":", "!", " ", ">", "\n", "/", "&"),
}  # fmt: skip
_WITH_ARGUMENT = frozenset("label tag hspace vspace phantom hphantom vphantom kern mspace mkern color".split())
_ENVIRONMENTS = frozenset(
    "align aligned equation gather gathered split eqnarray multline displaymath math alignat alignedat flalign".split()
)
_FONTS = frozenset("rm bf it sf tt".split())
_CASES = frozenset("cases dcases rcases array numcases".split())


def meant(found: list[Piece]) -> list[Piece]:
    """The pieces that mean something."""
    kept: list[Piece] = []
    place = rows = 0  # rows: how many ``cases`` are open, in which ``&`` has a meaning
    while place < len(found):
        piece = found[place]
        place += 1
        word = piece.word.rstrip("*") if piece.kind == "command" and len(piece.word) > 1 else piece.word
        if piece.kind != "command":
            if piece.word != "&" or rows:
                kept.append(piece)
        elif word in _FONTS:
            _font(piece, kept)
        elif word in _SIDES:
            place = _side(found, place, word, kept)
        elif word in _SPACES:
            continue
        elif word in _WITH_ARGUMENT:
            place = _behind_braces(found, place)
        elif word in ("begin", "end"):
            place = _environment(found, place, piece, kept)
            rows += {"cases": 1, "end": -1}.get(kept[-1].word, 0) if kept and kept[-1].start == piece.start else 0
        elif word in _SIGNS:
            kept.append(piece._replace(kind="sign", word=_SIGNS[word]))
        else:
            kept.append(piece._replace(word=word))
    return kept


def _font(piece: Piece, kept: list[Piece]) -> None:
    r"""``{\rm ReLU}`` is ``\mathrm{ReLU}``."""
    if kept and kept[-1].word == "{" and kept[-1].kind == "sign":
        kept[-1:] = [piece._replace(word="mathrm"), kept[-1]]


def _side(found: list[Piece], place: int, word: str, kept: list[Piece]) -> int:
    r"""``\left|`` opens what ``\right|`` closes; a point stands for no bracket."""
    piece = found[place]
    sign = _SIGNS.get(piece.word, "") if piece.kind == "command" else piece.word
    if sign in ("|", "‖"):
        kept.append(piece._replace(kind="sign", word=sign + _SIDES[word]))
        return place + 1
    if piece.word == "." and piece.kind == "sign":
        return place + 1
    if sign == "\\{" and [one.word for one in found[place + 1 : place + 4]] == ["begin", "{", "array"]:
        return place + 1
    return place


def _behind_braces(found: list[Piece], place: int) -> int:
    """Where the group ends that begins here."""
    if found[place].word != "{":
        return place
    depth = 0
    for end in range(place, len(found)):
        depth += {"{": 1, "}": -1}.get(found[end].word, 0) if found[end].kind == "sign" else 0
        if depth == 0:
            return end + 1
    return len(found) - 1


def _environment(found: list[Piece], place: int, piece: Piece, kept: list[Piece]) -> int:
    end = _behind_braces(found, place)
    name = "".join(one.word for one in found[place + 1 : end - 1]).rstrip("*")
    whole = piece._replace(stop=found[end - 1].stop)
    if name in _CASES:
        kept.append(whole._replace(word="cases" if piece.word == "begin" else "end"))
        return _behind_braces(found, end) if name == "array" and piece.word == "begin" else end
    if name.endswith("matrix"):
        raise SyntaxProblem("vectors", (piece.start, whole.stop))
    if name not in _ENVIRONMENTS:
        raise SyntaxProblem("unknown-command", (piece.start, whole.stop), command=f"\\{piece.word}{{{name}}}")
    return _behind_braces(found, end) if name in ("alignat", "alignedat") and piece.word == "begin" else end
