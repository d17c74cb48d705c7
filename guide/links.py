"""A link as it stands on a page of the repository in, the same link in the guide out."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

ROOT = Path(__file__).parents[1]
MOVED = {  # pages at the top of the repository
    f"{name}.md": f"docs/{name.lower()}.md" for name in ("CHANGELOG", "CODE_OF_CONDUCT", "CONTRIBUTING", "SECURITY")
}


@dataclass(frozen=True)
class Half:
    """The half of the guide in one language: its ``pages`` by their names in docs/."""

    language: str
    pages: Set[str]

    def link(self, target: str, source: str, up: str, publish: Callable[[str], str]) -> str:
        """``source`` is the file that the link stands in, ``up`` leads from its page to the beginning of this half,
        ``publish`` takes a file along that is no page, and says what it is called.

        >>> half = Half("ja", {"embed.md", "language.md"})
        >>> half.link("embed.md#sites", "docs/embed.ja.md", "../", str)
        '../../embed/#sites'
        >>> half.link("language.md", "docs/embed.ja.md", "../", str)
        'language.md'
        """
        path, sharp, anchor = target.partition("#")
        file = normpath(join(dirname(source), path))
        file = MOVED.get(file, file)
        if not path or "//" in target or not (file in MOVED.values() or (ROOT / file).exists()):
            return target
        name = file.removeprefix("docs/")
        if name == file:
            return publish(file)
        language, page = ("ja", name.replace(".ja.md", ".md")) if name.endswith(".ja.md") else ("en", name)
        is_both = (
            language == "en" and page in self.pages and not (ROOT / "docs" / page.replace(".md", ".ja.md")).exists()
        )
        if not page.endswith(".md") or language == self.language or is_both:
            return f"{page}{sharp}{anchor}"
        other = "ja/" if language == "ja" else "../"
        return f"{up}{other}{page.removesuffix('.md').removesuffix('index')}/{sharp}{anchor}".replace("//", "/")
