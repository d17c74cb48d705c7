"""Where the files of the page are, and its sheets: as one text each, without what only their writers read. And the font
of formulas in text, which is made when the package is built (hatch_build.py).
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import blake2b
from pathlib import Path
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'@import "([^"]+)"(?: (\w+))?;')
_UNREAD = re.compile(r"/\*.*?\*/|\s+", re.DOTALL)
_TIGHT = re.compile(r" *([{},;]) *")


FONT = "math.woff2"


class BundleError(Exception):
    """A file of the page is written in a form that the bundle does not know."""


def frontend() -> Path:
    """The folder of the page: inside an installed package, else beside ``backend`` in a checkout."""
    package = Path(__file__).parents[1]
    return next(folder / "frontend" for folder in (package, package.parents[1]) if (folder / "frontend").is_dir())


@cache
def font() -> bytes:
    """The font of formulas."""
    return (frontend() / "styles" / FONT).read_bytes()


def font_name() -> str:
    """What it is called by what is in it."""
    return FONT.replace(".", f"-{named(font())}.")


def font_data() -> str:
    """The font itself, as an address."""
    return f"data:font/woff2;base64,{b64encode(font()).decode()}"


def font_face() -> str:
    """The rule that brings it along, for a file that plays alone."""
    return f'@font-face{{font-family:"STIX Two Math";src:url({font_data()})}}'


def named(content: bytes) -> str:
    """A short name for what is in a file."""
    return blake2b(content, digest_size=6).hexdigest()


def sheet(name: str) -> str:
    """A sheet with all that it imports. Raises BundleError for an import in another form.

    >>> sheet("frame")[:23]
    ':root{--page: 0.5rem;}b'
    """
    text = (frontend() / "styles" / f"{name}.css").read_text(encoding="utf-8")
    text = _TIGHT.sub(r"\1", _UNREAD.sub(" ", text)).strip()

    def imported(found: re.Match[str]) -> str:
        path, medium = found.groups()
        inner = sheet(normpath(join(dirname(name), path)).removesuffix(".css"))
        return f"@media {medium}{{{inner}}}" if medium else inner

    whole = _IMPORT.sub(imported, text)
    if "@import" in whole:
        raise BundleError(f"{name}.css imports in a form the bundle does not know")
    return whole
