"""The file itself: elements by name, glyph outlines once each, text only as text.

What enters: geometry and glyphs. What leaves: an SVG document that needs nothing else: no font, no script, no
style attribute. Only the elements in `ELEMENTS` can be written.

Ids, classes and keyframes are names of the whole page that a file is pasted into, so every file has names of its own,
made from what is in it: the same figure is the same file. Links are written as SVG 1.1 has them (`xlink:href`), which
every browser and every older drawing program reads.
"""

from base64 import b32encode
from collections.abc import Iterable
from hashlib import blake2b
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kuroaka.figure.drawing.strokes import number
from kuroaka.figure.type.glyphs import OUTLINES, UNITS, Typeset
from kuroaka.figure.type.measures import STROKE
from kuroaka.figure.type.numerals import NAMES, character, shrunk
from kuroaka.figure.type.numerals import width as numeral_width
from kuroaka.figure.type.sizes import SCALE

XMLNS = "http://www.w3.org/2000/svg"
NAMESPACE = f' xmlns="{XMLNS}"'  # as it stands in a file of ours
XLINK = {"xmlns:xlink": "http://www.w3.org/1999/xlink"}
OWN = "\ue000"  # stands for the file's own name while it is made; no text has it in it: nobody can see it
ELEMENTS = frozenset({"svg", "g", "path", "rect", "circle", "use", "title", "desc", "defs", "style", "text"})


def add(parent: Element, element: str, **attributes: str | float | None) -> Element:
    """A new last child. Underscores stand for hyphens; numbers are written to a tenth of a pixel; None is left out."""
    assert element in ELEMENTS, element
    child = ElementTree.SubElement(parent, element)
    for name, value in attributes.items():
        if value is not None:
            child.set(name.rstrip("_").replace("_", "-"), value if isinstance(value, str) else number(value))
    return child


def printable(text: str) -> str:
    r"""The text with a sign in place of what XML cannot hold or nobody can see.

    >>> printable("x\x03")
    'x\ufffd'
    """
    return "".join(letter if letter.isprintable() or letter in "\n\t" else "\ufffd" for letter in text)


def named(text: str) -> str:
    """A file with its own name where `OWN` stands.

    >>> named("<svg class='\ue000'/>")
    "<svg class='cviwb'/>"
    """
    digest = blake2b(text.encode(), digest_size=5).digest()
    letters = b32encode(digest).decode().lower()
    return text.replace(OWN, letters.lstrip("234567").ljust(1, "k")[:5])


def elements(svg: str) -> Element:
    """The elements of a drawing, by plain names."""
    plain = svg.replace(NAMESPACE, "", 1).replace("<use xlink:href=", "<use href=").replace(OWN, "")
    return ElementTree.fromstring(plain)  # noqa: S314 - our own file


class Document:
    """One file in the making: its root, its ``<defs>``, and the outlines used so far."""

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        size = {"width": number(width), "height": number(height)}
        self.root = Element(
            "svg", {"xmlns": XMLNS, **XLINK, "viewBox": f"0 0 {size['width']} {size['height']}", **size}
        )
        self.root.set("class", f"kuroaka {OWN}")
        self.root.set("stroke-width", number(STROKE))  # of all that do not say another
        self.root.set("role", "img")
        self.root.set("aria-labelledby", f"{OWN}title {OWN}description")
        add(self.root, "title", id=f"{OWN}title").text = printable(title)
        add(self.root, "desc", id=f"{OWN}description").text = printable(description)
        self.style = Element("style")
        self.defs = add(self.root, "defs")
        self._outlines: set[int] = set()
        self._numerals: set[str] = set()

    def define_numerals(self) -> None:
        """The atlas of printed numbers, all of it, since the page may show any number later."""
        for name in NAMES:
            self._define_numeral(name)

    def _define_numeral(self, name: str) -> None:
        if name in self._numerals:
            return
        self._numerals.add(name)
        glyph, advance = character(name)
        add(
            self.defs,
            "path",
            id=f"{OWN}d-{NAMES[name]}",
            data_advance=number(advance * SCALE, 3),
            transform=f"scale({number(SCALE, 4)})",
            d=OUTLINES[glyph.glyphs[0].outline],
        )

    def place_formula(self, group: Element, formula: Typeset, x: float, baseline: float, size: float = 1.0) -> None:
        """A formula with its ink centred on x. Its glyphs stand in font units under one transform."""
        scale = SCALE * size
        left = x - (formula.left + formula.right) / 2 * scale
        group.set("transform", f"translate({number(left)} {number(baseline)})scale({number(scale, 4)})")
        for outline, glyph_x, glyph_y, glyph_scale in formula.glyphs:
            name = f"{OWN}{_short(outline)}"
            if outline not in self._outlines:
                self._outlines.add(outline)
                add(self.defs, "path", id=name, d=OUTLINES[outline])
            use = add(group, "use", **_link(name))
            if glyph_scale != 1:
                use.set("transform", f"translate({glyph_x} {glyph_y})scale({number(glyph_scale, 3)})")
                continue
            if glyph_x:
                use.set("x", str(glyph_x))
            if glyph_y:
                use.set("y", str(glyph_y))
        for rule in formula.rules:
            add(group, "rect", x=rule.x, y=rule.y, width=rule.width, height=rule.height)
        for letters in formula.texts:
            size = letters.scale * UNITS
            width = size * len(letters.text)
            text = add(group, "text", x=letters.x, y=letters.y, font_size=size, font_family="serif", textLength=width)
            text.set("stroke", "none")
            text.text = letters.text

    def place_number(self, group: Element, printed: str, x: float, baseline: float, size: float = 1.0) -> None:
        """A printed number centred on x by its advances, which are the same for all digits."""
        if size != 1:
            group.set("data-size", number(size, 2))
        scale = size * shrunk(printed)
        place = f"translate({number(x)} {number(baseline)})"
        group.set("transform", place if scale == 1 else f"{place}scale({number(scale, 2)})")
        left = -numeral_width(printed) * SCALE / 2
        for name in printed:
            self._define_numeral(name)
            add(group, "use", **_link(f"{OWN}d-{NAMES[name]}"), x=number(left, 2))
            left += character(name)[1] * SCALE

    def text(self, rules: Iterable[str]) -> str:
        """The whole file, but for its name."""
        self.style.text = "".join(rules)
        if self.style.text:
            self.root.insert(2, self.style)
        return ElementTree.tostring(self.root, encoding="unicode").replace(" />", "/>")  # which no text has in it


def _link(name: str) -> dict[str, str]:
    return {"xlink:href": f"#{name}"}


def _short(number: int) -> str:
    """Three characters for any glyph of the font: a figure has thousands."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number // 1296] + digits[number // 36 % 36] + digits[number % 36]
