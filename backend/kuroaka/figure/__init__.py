"""Graph and labels in, the figure out: layout, typeset glyphs, and one animated SVG."""

from kuroaka.figure.draw import Labels, Show, draw
from kuroaka.figure.numerals import print_number
from kuroaka.figure.placed import Placed, place

__all__ = ["Labels", "Placed", "Show", "draw", "place", "print_number"]
