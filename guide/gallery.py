"""The gallery: the rows of gallery.toml in, a page of live figures with their code out."""

import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path

from kuroaka.asked import ROWS, Asked
from kuroaka.words import Language

_ROWS = Path(__file__).with_name("gallery.toml")
_SERVICE = "https://kuroaka.example/"  # as everywhere in docs/
_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Gallery",
        "about": "Thirty figures, each alive: play it, move its numbers, choose a circle. Under each is its code; "
        f"`{_SERVICE}` stands for the address of your service.",
        "expression": "Expression",
        "link": "Link",
        "element": "Element",
        "open": "Open it",
    },
    "ja": {
        "title": "図の例",
        "about": "30 の図です。どれも再生でき、数を動かし、丸を選べます。それぞれの下にコードがあります。"
        f"`{_SERVICE}` は、お使いのサービスのアドレスに読み替えてください。",
        "expression": "式",
        "link": "リンク",
        "element": "要素",
        "open": "開く",
    },
}


@dataclass(frozen=True)
class Shown:
    """A row: what it is called and what is to be seen, by language, and what it asks, by the names of a link."""

    title: dict[Language, str]
    says: dict[Language, str]
    figure: dict[str, str]

    def asked(self, language: Language) -> Asked:
        """What its figure asks."""
        return Asked.read(self.figure, lang=language)


def rows() -> list[Shown]:
    """All of them.

    >>> len(rows())
    30
    """
    return [Shown(**row) for row in tomllib.loads(_ROWS.read_text("utf-8"))["figure"]]


def gallery(language: Language) -> str:
    """The page in Markdown."""
    words = _WORDS[language]
    parts = [f"# {words['title']}", words["about"], *(_figure(row, language) for row in rows())]
    return "\n\n".join(parts) + "\n"


def shown(attributes: str, language: Language) -> str:
    """A figure in a page.

    >>> shown('expression="x*y"', "ja")
    '<div class="figure"><kuroaka-figure expression="x*y" lang="ja"></kuroaka-figure></div>'
    """
    return f'<div class="figure"><kuroaka-figure {attributes} lang="{language}"></kuroaka-figure></div>'


def element(asked: Asked) -> str:
    """Its attributes.

    >>> element(Asked(expression="x < y", at={"x": 2.0}))
    'expression="x &lt; y" at="x:2"'
    """
    written = asked.written()
    names = {ROWS[name].link: ROWS[name].attribute for name in ROWS}
    return " ".join(f'{names[key]}="{escape(_tidy(value))}"' for key, value in written.items() if key != "lang")


def _figure(row: Shown, language: Language) -> str:
    words, asked = _WORDS[language], row.asked(language)
    attributes = element(asked)
    address = f"?{asked.link()}"
    code = {
        "expression": ("text", asked.expression),
        "link": ("text", _SERVICE + address),
        "element": ("html", f"<kuroaka-figure {attributes}></kuroaka-figure>"),
    }
    tabs = "\n".join(f'=== "{words[name]}"\n\n{_indented(kind, text)}\n' for name, (kind, text) in code.items())
    where = f"[{words['open']}](http://127.0.0.1:8000/{address})"
    return "\n\n".join([f"## {row.title[language]}", row.says[language], shown(attributes, language), tabs, where])


def _indented(kind: str, text: str) -> str:
    return "\n".join(f"    {line}" for line in (f"```{kind}", *text.split("\n"), "```"))


def _tidy(value: str) -> str:
    return value.replace(".0,", ",").removesuffix(".0")
