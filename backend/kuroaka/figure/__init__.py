"""Graph and labels in, the figure out: layout, typeset glyphs, and one animated SVG."""

from kuroaka.figure.draw import Labels, Show, draw
from kuroaka.figure.numerals import print_number

__all__ = ["Labels", "Show", "draw", "print_number"]
