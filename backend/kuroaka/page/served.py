"""The page as a browser is sent it: few files, named by what is in them, so that whoever has one need not ask again.

Each is made once, when it is first asked for: to see a changed file of the page, start the service again.
"""

import re
from functools import cache
from urllib.parse import quote

from kuroaka.page.bundle import bundle
from kuroaka.page.files import font, frontend, named, sheet

# By kind, the ``entries`` of ``src`` and ``styles`` that are served with all they import.
ENTRIES = {"js": ("page", "frame", "embed", "widget", "lesson"), "css": ("page", "frame", "lesson"), "woff2": ("math",)}
_PART = re.compile(r'(?<=["}])(\w+)\.(js|css|woff2)(?=")')
_ICON = "styles/icon.svg"


@cache
def part(entry: str, kind: str) -> bytes:
    """An entry with all that it imports: one request for ninety."""
    if kind == "woff2":
        return font()
    return (bundle(f"entries/{entry}.js") if kind == "js" else sheet(f"entries/{entry}")).encode()


@cache
def digest(entry: str, kind: str) -> str:
    """What an entry is called by what is in it."""
    return named(part(entry, kind))


@cache
def document(name: str) -> str:
    """A document of the page: its parts by their digests, its icon inside.

    >>> "page.js" in document("index.html"), "icon.svg" in document("index.html")
    (False, False)
    """
    text = (frontend() / name).read_text(encoding="utf-8")
    icon = " ".join((frontend() / _ICON).read_text(encoding="utf-8").split())
    text = text.replace(_ICON, f"data:image/svg+xml,{quote(icon)}")
    return _PART.sub(lambda found: f"{found[1]}-{digest(found[1], found[2])}.{found[2]}", text)
