"""What not every installation has: the name of an extra in, an import error that says how to get it out.

The core is a library that reads, computes and draws SVG. What else a door needs is imported under ``extra``, and is
listed in ``pyproject.toml`` under the same name.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from kuroaka.words import say


class MissingExtra(ImportError):
    """Something was asked for that is not installed. Its text is the command that installs it."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Around imports of what comes with an extra.

    >>> with extra("png"):
    ...     import no_such_module
    Traceback (most recent call last):
    kuroaka.extras.MissingExtra: no_such_module is not installed. Install what this needs: pip install "kuroaka[png]"
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == __name__.partition(".")[0]:
            raise  # ours: no package brings it
        raise MissingExtra(say("extra.missing", module=error.name, extra=name), name=error.name) from error


def need(name: str, *modules: str) -> None:
    """The same where the imports stand elsewhere: whether the modules are there, without loading them.

    >>> need("serve", "json")
    """
    with extra(name):
        for module in modules:
            if find_spec(module) is None:
                raise ModuleNotFoundError(name=module)
