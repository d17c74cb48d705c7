"""What was understood, but perhaps not meant: a code, a place in the text, and words for it in two languages."""

from collections.abc import Mapping
from typing import NamedTuple

from kuroaka.words import Language, say


class Notice(NamedTuple):
    """The sentences live in ``kuroaka.words``; ``parts`` fill them. ``str(notice)`` is the English one.

    >>> print(Notice("one-name", (0, 2), {"name": "xy", "product": "x*y"}))
    xy is read as one name. For a product, type `x*y`.
    """

    code: str
    span: tuple[int, int]
    parts: Mapping[str, str]

    def says(self, language: Language = "en") -> str:
        """What was understood, and what to type for the other meaning."""
        return say(f"notice.{self.code}", language, **self.parts)

    def __str__(self) -> str:
        return self.says()
