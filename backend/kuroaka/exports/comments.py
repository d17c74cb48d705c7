"""What a reader typed in, lines for a comment out: text that stays text in every format.

An expression may hold anything behind a ``#``. A comment ends where a line does, for some programs also at a carriage
return or at one of the line breaks of Unicode, and marks of direction make it look like what it is not.
"""

import unicodedata


def comment(text: str, mark: str) -> str:
    r"""The text as comment lines, each behind ``mark``; what cannot be seen is left out.

    >>> comment("x # one\rimport os\u2028two\n\n", "# ")
    '# x # one\n# import os\n# two'
    """
    lines = ("".join(filter(_is_seen, line.replace("\t", " "))).strip() for line in text.splitlines())
    return "\n".join(f"{mark}{line}" for line in lines if line)


def _is_seen(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
