"""What stands around an expression that was copied from a program or a page, blanked out in place: ``return``, ``let``,
``lambda x:``, a type, the module in ``np.exp``, the sentence's full stop, LaTeX's outer delimiters.
"""

import re

_TRIGGER = re.compile(r"[.:]|,\s*\Z|return\b|lambda\b|def\b|let\b|const\b|var\b|float\b|double\b")
_MODULE = r"\b(?:np|numpy|math|Math|torch|jnp|jax|tf|keras|scipy|special|cmath|F|K|nn|xp|functional|activations)\."
_PLAIN = re.compile(
    rf"""(?P<blank>
        (?:{_MODULE})+(?=[A-Za-z])
      | ^[^\S\n]*return\b
      | ^[^\S\n]*(?:let|const|var|float|double)\s+(?=[^\W\d]\w*\s*=)
      | \blambda\s+[\w,\s]*:
      | ^[^\S\n]*def\s+(?=\w+\()
      | (?<=\w)\s*:\s*[A-Za-z][\w.]*(?:\[[\w, ]*\])?\s*(?==[^=])
      | [.,]\s*\Z
      )
      | (?P<body>(?<=\))\s*(?:->\s*[\w.]+\s*)?:\s*return\b)""",
    re.VERBOSE | re.MULTILINE,
)
_DELIMITERS = re.compile(
    r"\A\s*(?:\$\$?|\\\(|\\\[)|(?:\$\$?|\\\)|\\\])[\s.,]*\Z|[.,]\s*(?=(?:\\end\{[a-z*]+\}|\\\\|\s)*\Z)"
)
_OUTER = re.compile(r"\A\s*\{\s*\\(?:displaystyle|textstyle)\b(.*)\}\s*\Z", re.DOTALL)


def without_frills(text: str, *, latex: bool) -> str:
    r"""The text with spaces in place of what only stands around it, as long as the text itself.

    >>> without_frills("return np.exp(-x)", latex=False).strip()
    'exp(-x)'
    >>> without_frills("$x^2$.", latex=True)
    ' x^2  '
    """
    if latex:
        text = _DELIMITERS.sub(lambda match: " " * len(match[0]), text)
        outer = _OUTER.match(text)
        if outer and _is_whole(outer[1]):
            start, stop = outer.span(1)
            text = " " * start + outer[1] + " " * (len(text) - stop)
        return text
    if _TRIGGER.search(text) is None:
        return text
    return _PLAIN.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0]) if match["blank"] is not None else "=".ljust(len(match[0]))


def _is_whole(inside: str) -> bool:
    """Whether the first brace is closed by the last: no brace inside closes it before."""
    depth = 0
    for sign in re.findall(r"(?<!\\)[{}]", inside):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0
