"""One test a promise, kept on each of many cases; the case on which it breaks is named."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def each(cases: Iterable[T]) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """Make a test of one case a test of all. A hundred tests that differ in a seed cost more to set up than to run.

    >>> @each(range(5))
    ... def test(number: int) -> None:
    ...     assert number < 3
    >>> test()
    Traceback (most recent call last):
    AssertionError
    case: 3
    """
    cases = list(cases)

    def all_of_them(promise: Callable[[T], None]) -> Callable[[], None]:
        def test() -> None:
            for case in cases:
                try:
                    promise(case)
                except Exception as problem:
                    problem.add_note(f"case: {case!r:.300}")
                    raise

        test.__doc__ = promise.__doc__
        return test

    return all_of_them
