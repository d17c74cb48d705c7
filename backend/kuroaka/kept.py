"""What was made is kept for who asks for the same again, in so much room and no more."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar

NODES = 10_000  # of graphs, and of each kind of thing that is made of them for everybody: some megabytes

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")


class Kept(Generic[K, V]):
    """Things by their key, the least used dropped once all of them together weigh more than ``most``.

    >>> kept = Kept[str, bytes](20, len)
    >>> kept.get("x", lambda: b"one"), kept.get("x", lambda: b"two")
    (b'one', b'one')
    """

    def __init__(self, most: int, weigh: Callable[[V], int]) -> None:
        self.most, self.weigh, self.weight = most, weigh, 0
        self._known: OrderedDict[K, V] = OrderedDict()
        self._making: dict[K, Lock] = {}
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What belongs to a key, made by the first who asks; who asks for the same meanwhile waits for it."""
        if (found := self.find(key)) is not None:
            return found
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                if (found := self.find(key)) is not None:
                    return found
                value = make()
                self.keep(key, value)
                return value
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def find(self, key: K) -> V | None:
        """What is kept for a key."""
        with self._lock:
            if key not in self._known:
                return None
            self._known.move_to_end(key)
            return self._known[key]

    def keep(self, key: K, value: V) -> None:
        """Keep something for who asks next."""
        with self._lock:
            if key not in self._known:
                self._known[key] = value
                self.weight += self.weigh(value)
            while self.weight > self.most:
                _, dropped = self._known.popitem(last=False)
                self.weight -= self.weigh(dropped)


def kept(most: int, weigh: Callable[[Any], int]) -> Callable[[Callable[P, V]], Callable[P, V]]:
    """Keep what a function makes of its arguments, which are given by position.

    >>> @kept(10, len)
    ... def doubled(word: str) -> str:
    ...     return word * 2
    >>> doubled("ab") is doubled("ab")
    True
    """

    def keeping(function: Callable[P, V]) -> Callable[P, V]:
        known = Kept[tuple[object, ...], V](most, weigh)

        @wraps(function)
        def found(*arguments: P.args, **named: P.kwargs) -> V:
            assert not named, "by position"
            return known.get(arguments, lambda: function(*arguments, **named))

        return found

    return keeping
