"""What is kept: bounded by its weight, made once, also by many at a time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kuroaka.kept import Kept


def test_what_is_kept_is_bounded() -> None:
    kept = Kept[str, bytes](1000, len)
    for number in range(100):
        kept.get(f"question {number}", lambda: bytes(100))
        assert kept.weight <= 1000
    assert kept.get("question 99", lambda: b"asked again") == bytes(100)
    assert kept.get("question 0", lambda: b"asked again") == b"asked again"
    assert kept.get("huge", lambda: bytes(5000)) == bytes(5000)
    assert kept.weight <= 1000


def test_the_least_used_goes_first() -> None:
    kept = Kept[str, bytes](300, len)
    for key in ("a", "b", "a", "c", "a", "d"):
        kept.get(key, lambda: bytes(100))
    assert kept.get("a", lambda: b"") == bytes(100)
    assert kept.get("b", lambda: b"again") == b"again"


def test_many_who_ask_at_once_wait_for_one() -> None:
    kept = Kept[str, int](10, lambda _: 1)
    made: list[int] = []
    together = Barrier(8)

    def make() -> int:
        made.append(1)
        return len(made)

    def ask(_: int) -> int:
        together.wait()
        return kept.get("x", make)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(ask, range(8))) == {1}
    assert made == [1]


def test_what_fails_is_not_kept() -> None:
    kept = Kept[str, int](10, lambda _: 1)

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        kept.get("x", fail)
    assert kept.get("x", lambda: 3) == 3
