"""What is wrong, in words: every problem says what it is and what to write instead, in the language of the reader."""

from collections.abc import Mapping

from kuroaka.words import Language, say


class Problem(ValueError):
    """Something that cannot be used. ``code`` is stable and names its sentences; ``parts`` fill them."""

    code: str
    parts: Mapping[str, object]

    def detail(self, language: Language = "en") -> str:
        """What is wrong, in one sentence."""
        return say(f"problem.{self.code}", language, **self.parts)

    def hint(self, language: Language = "en") -> str:
        """What to write instead."""
        return say(f"hint.{self.code}", language, **self.parts)

    def __str__(self) -> str:
        return self.detail()
