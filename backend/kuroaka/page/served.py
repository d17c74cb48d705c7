"""The page as a browser is sent it: few files, named by what is in them, so that whoever has one need not ask again.

Each is made once, when it is first asked for: to see a changed file of the page, start the service again.
"""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha384
from urllib.parse import quote

from rjsmin import jsmin

from kuroaka.page.bundle import bundle
from kuroaka.page.files import font, frontend, named, sheet
from kuroaka.page.words import words
from kuroaka.version import __version__
from kuroaka.words import LANGUAGES, Language

# By kind, what is served in one piece: the ``entries`` of ``src`` and ``styles`` with all they import; those that a
# document in one language asks for also with the words of that alone; and the words by themselves.
ENTRIES = {
    "js": (
        *("page", "frame", "embed", "widget", "lesson"),
        *(f"{entry}.{language}" for entry in ("page", "lesson") for language in LANGUAGES),
    ),
    "css": ("page", "frame", "lesson"),
    "woff2": ("math",),
    "json": tuple(f"words.{language}" for language in LANGUAGES),
}
_PART = re.compile(r'(?<=["}])([\w.]+)\.(js|css|woff2)(?=")')
_ICON = "styles/icon.svg"
_PINNED = 'data-embed=""'  # where a document says which script its reader may copy


@cache
def part(entry: str, kind: str) -> bytes:
    """An entry with all that it imports: one request for ninety."""
    name, _, spoken = entry.partition(".")
    languages = [language for language in LANGUAGES if spoken in ("", language)]
    match kind:
        case "woff2":
            return font()
        case "json":
            text = json.dumps({"words": words(*languages)}, ensure_ascii=False)
        case "js":
            text = jsmin(bundle(f"entries/{name}.js", speaks=languages))
        case _:
            text = sheet(f"entries/{name}")
    return text.encode()


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
def document(name: str, language: Language | None = None) -> str:
    """A document of the page: its parts by their digests, its icon inside, the element's script by its version; in one
    language, if one is named.

    >>> "page.js" in document("index.html"), "icon.svg" in document("index.html")
    (False, False)
    >>> document("index.html", "ja")[16:32]
    '<html lang="ja" '
    """
    text = (frontend() / name).read_text(encoding="utf-8")
    if language:
        text = text.replace('lang="en"', f'lang="{language}"', 1).replace('.js"', f'.{language}.js"', 1)
    icon = " ".join((frontend() / _ICON).read_text(encoding="utf-8").split())
    text = text.replace(_ICON, f"data:image/svg+xml,{quote(icon)}")
    text = _PART.sub(lambda found: f"{found[1]}-{digest(found[1], found[2])}.{found[2]}", text)
    return text.replace(_PINNED, f'data-embed="{pinned()}" data-integrity="{integrity()}"')
