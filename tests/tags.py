"""A document in, its tags with their attributes out."""

from html.parser import HTMLParser


class Tags(HTMLParser):
    """In their order, ``found``; an attribute without a value has an empty one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def named(self, name: str, kind: str = "") -> list[dict[str, str]]:
        """The attributes of all tags of a name, and of a class."""
        return [said for tag, said in self.found if tag == name and kind in said.get("class", "")]
