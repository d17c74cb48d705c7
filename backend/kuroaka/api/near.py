"""A name that nobody knows in, the problem that says which was perhaps meant out."""

from collections.abc import Iterable
from difflib import get_close_matches

from kuroaka.asked import ROWS, ParameterProblem

_NEAR = 0.5  # of the letters in common: below that a guess is none


def unknown(name: str, known: Iterable[str]) -> ParameterProblem:
    """The problem of a name that is none of those ``known``.

    >>> print(unknown("sead", ["seed", "at"]).hint())
    Did you mean `seed`? Known here: seed, at.
    """
    names = [*known]
    spelled = {word: row.link if row.link in names else row.body for row in ROWS.values() for word in row.words}
    candidates = {**spelled, **{each: each for each in names}}
    near = [
        candidates[word] for word in get_close_matches(name[:80], candidates, 9, _NEAR) if candidates[word] in names
    ]
    parts = {"name": name[:80], "names": ", ".join(names)}
    if near:
        return ParameterProblem("misspelled-parameter", f"/{name}", nearest=near[0], **parts)
    return ParameterProblem("unknown-parameter", f"/{name}", **parts)
