"""The figure for other places: as a picture, in a notebook, inside a page; and the card that says why there is none."""

from typing import Literal

Medium = Literal["svg", "png", "pdf", "gif", "webp", "apng"]  # the kinds of its files, each named as it ends
