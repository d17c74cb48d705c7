"""What is wrong, in words: every problem says what it is and what to write instead, in the language of the reader."""

from collections.abc import Mapping

from kuroaka.words import LANGUAGES, Language, catalogue, say

# The codes that a problem of the service can have; those of the files of lessons are told by the command line alone.
CODES: tuple[str, ...] = tuple(
    sorted(
        code
        for key in catalogue(LANGUAGES[0])
        if (code := key.removeprefix("problem.")) != key and not code.startswith("lesson-")
    )
)


class Problem(ValueError):
    """Something that cannot be used. ``code`` is stable and names its sentences; ``parts`` fill them, and a part that
    is a problem too is said in the same language.
    """

    code: str
    parts: Mapping[str, object]

    def detail(self, language: Language = "en") -> str:
        """What is wrong, in one sentence."""
        return say(f"problem.{self.code}", language, **self._parts(language))

    def hint(self, language: Language = "en") -> str:
        """What to write instead."""
        return say(f"hint.{self.code}", language, **self._parts(language))

    def _parts(self, language: Language) -> Mapping[str, object]:
        return {name: part.detail(language) if isinstance(part, Problem) else part for name, part in self.parts.items()}

    def __str__(self) -> str:
        return self.detail()

    def __reduce__(self) -> tuple[object, ...]:
        """For another process: as it is, whatever its class takes."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[Problem], arguments: tuple[object, ...], known: dict[str, object]) -> Problem:
    problem = kind.__new__(kind, *arguments)
    problem.__dict__.update(known)
    return problem
