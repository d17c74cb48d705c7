"""Names as LaTeX: Greek letters by their names, digits and what follows ``_`` as subscripts, primes kept."""

import re

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩϑϕϵ",
        (
            "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon "
            "varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega vartheta phi epsilon"
        ).split(),
        strict=True,
    )
)
_LETTERS = {**{word: word for word in _GREEK.values()}, **_GREEK}
_NAME = re.compile(r"([^\W\d_]+)_?([^']*)('*)")


def name_latex(word: str) -> str:
    r"""A name as a textbook sets it.

    >>> [name_latex(word) for word in ("x", "w_12", "w'", "alpha", "σ_max", "loss", "x1")]
    ['x', 'w_{12}', "w'", '\\alpha', '\\sigma_{\\mathrm{max}}', '\\mathrm{loss}', 'x_{1}']
    """
    match = _NAME.fullmatch(word)
    if match is None:
        return word
    letters, subscript, primes = match.groups()
    return _letters(letters) + (f"_{{{_subscript(subscript)}}}" if subscript else "") + primes


def _letters(letters: str) -> str:
    if letters in _LETTERS:
        return f"\\{_LETTERS[letters]}"
    if len(letters) == 1:
        return letters
    return (
        f"\\mathrm{{{letters}}}"
        if letters.isascii()
        else "".join(f"\\{_GREEK[c]} " if c in _GREEK else c for c in letters).strip()
    )


def _subscript(subscript: str) -> str:
    """Digits and single or double letters are indices; a longer word is a word."""
    parts = [part for part in subscript.split("_") if part]
    return ",".join(
        _letters(part) if part in _LETTERS or (part.isalpha() and len(part) > 2) else part for part in parts
    )
