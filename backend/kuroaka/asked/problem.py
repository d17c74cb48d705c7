"""A parameter that cannot be read: what is wrong, and what to write instead."""

from kuroaka.words.problem import Problem


class ParameterProblem(Problem):
    """A parameter that cannot be read. ``pointer`` names it as a JSON pointer does.

    >>> print(ParameterProblem("bad-count", "/frame", written="-1"))
    '-1' is not a whole number, 0 or more.
    """

    def __init__(self, code: str, pointer: str, **parts: object) -> None:
        super().__init__(code)
        self.code, self.pointer, self.parts = code, pointer, parts
