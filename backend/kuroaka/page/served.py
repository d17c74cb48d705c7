"""The page as a browser is sent it: few files, named by what is in them, so that whoever has one need not ask again.

Each is made once, when it is first asked for: to see a changed file of the page, start the service again.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha384
from urllib.parse import quote

from kuroaka.page.bundle import bundle
from kuroaka.page.files import font, frontend, named, sheet
from kuroaka.version import __version__

# By kind, the ``entries`` of ``src`` and ``styles`` that are served with all they import.
ENTRIES = {"js": ("page", "frame", "embed", "widget", "lesson"), "css": ("page", "frame", "lesson"), "woff2": ("math",)}
_PART = re.compile(r'(?<=["}])(\w+)\.(js|css|woff2)(?=")')
_ICON = "styles/icon.svg"
_PINNED = 'data-embed=""'  # where a document says which script its reader may copy


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
def pinned() -> str:
    """What the script of the element is called by its version: another page can hold on to what it was tried with.

    >>> pinned().startswith("embed@"), pinned().endswith(".js")
    (True, True)
    """
    return f"embed@{__version__}.js"


@cache
def integrity() -> str:
    """What a browser checks that script by.

    >>> integrity()[:7], len(integrity())
    ('sha384-', 71)
    """
    return f"sha384-{b64encode(sha384(part('embed', 'js')).digest()).decode()}"


@cache
def document(name: str) -> str:
    """A document of the page: its parts by their digests, its icon inside, the element's script by its version.

    >>> "page.js" in document("index.html"), "icon.svg" in document("index.html")
    (False, False)
    """
    text = (frontend() / name).read_text(encoding="utf-8")
    icon = " ".join((frontend() / _ICON).read_text(encoding="utf-8").split())
    text = text.replace(_ICON, f"data:image/svg+xml,{quote(icon)}")
    text = _PART.sub(lambda found: f"{found[1]}-{digest(found[1], found[2])}.{found[2]}", text)
    return text.replace(_PINNED, f'data-embed="{pinned()}" data-integrity="{integrity()}"')
