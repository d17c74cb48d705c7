"""Makes the font of formulas in text, while the package is built: of STIX Two Math, which the figure's labels are set
in too, what formulas are made of. The font comes with ziamath; its licence (OFL 1.1) stays in it.
"""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

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


def write(path: Path) -> None:
    """The font, as a browser takes it."""
    with as_file(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf") as source, TTFont(source) as font:
        options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14], glyph_names=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[*map(ord, LETTERS + SIGNS), *SLANTED])
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(path)
