"""What is made while the package is built: the font of formulas in text, and the README as an index shows it.

The font is what formulas are made of, out of STIX Two Math, which the figure's labels are set in too. It comes with
ziamath; its licence (OFL 1.1) stays in it. The README's links lead to the repository, of this version; if nobody has
said where that is, they are left out, since on an index they would lead nowhere.
"""

import os
import re
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

FONT = "frontend/styles/math.woff2"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
SIGNS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉ .,:;!?'+−-×÷⋅·=≈≠<>≤≥±()|⌊⌋⌈⌉√∑∂∞□●…′→¯ˆ˜˙"
SLANTED = [*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6E2, 0x1D71C)]  # what a browser sets single letters in


class Font(BuildHookInterface[Any]):
    """Called by the build; also by an editable installation, so that a checkout has the font."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # as it is called
        """Write the font, and let it be packed."""
        write(Path(self.root) / FONT)
        build_data["artifacts"].append(FONT)


class Metadata(MetadataHookInterface):
    """Called by the build for what pyproject.toml leaves to it."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in the README and the addresses."""
        root = Path(self.root)
        repository = os.environ.get("KUROAKA_REPOSITORY", self.config["repository"]).rstrip("/")
        version = re.search(r'__version__ = "(.+)"', (root / "backend/kuroaka/version.py").read_text("utf-8"))
        tag = f"v{version[1]}" if version else ""
        readme = absolute((root / "README.md").read_text("utf-8"), repository, tag)
        metadata["readme"] = {"content-type": "text/markdown", "text": readme}
        pages = {"Documentation": "docs", "Changelog": "CHANGELOG.md", "Security": "SECURITY.md"}
        addresses = {name: f"{repository}/blob/{tag}/{page}" for name, page in pages.items()}
        metadata["urls"] = {"Repository": repository, **addresses} if repository else {}


def absolute(readme: str, repository: str, tag: str) -> str:
    """A README whose links within the repository lead there, or are plain text if nobody knows where it is."""

    def link(found: re.Match[str]) -> str:
        picture, text, target = found.groups()
        if re.match(r"[a-z]+:|#", target):
            return found[0]
        if not repository:
            return "" if picture else text
        return f"{picture}[{text}]({repository}/{'raw' if picture else 'blob'}/{tag}/{target})"

    return re.sub(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", link, readme)


def write(path: Path) -> None:
    """The font, as a browser takes it."""
    with as_file(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf") as source, TTFont(source) as font:
        options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14], glyph_names=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[*map(ord, LETTERS + SIGNS), *SLANTED])
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(path)
