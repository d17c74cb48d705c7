"""How high a frame of a width must be for all that stands in it: its figure, and what is under it. Not every site
listens to the height that the frame tells.

The numbers are those of frontend/styles and of frontend/src/figure/scales.js, in pixels; a test asks a browser.
"""

import math

from kuroaka.api.work import Size, Sizes

READABLE, COMFORTABLE, LARGEST = 0.72, 1, 1.5  # scales of a figure
MOST = 512  # of the stage
BESIDE, UNDER = 16, 68  # what the page takes of the width, and the stage of its height for its buttons
PHONE, WIDE = 480, 700  # from these on the results, and the controls, need fewer lines
ROW = 48  # of a value, and of a line of results


def frame_height(sizes: Sizes, width: int) -> int:
    """About the height; rather too much than too little.

    >>> frame_height(Sizes(Size(160, 100), (Size(160, 100),), 3, False), 800)
    612
    """
    stage = max(_stage(size, width - BESIDE) for size in sizes.shown)
    caption = 90 if width < PHONE else 68
    transport = 98 if width >= WIDE else 142
    results = ROW * math.ceil(sizes.values / (2 if width < PHONE else 3)) + BESIDE
    folding = 44 * sizes.folds
    return math.ceil(stage) + caption + transport + results + folding + ROW * sizes.values + 20


def _stage(figure: Size, width: float) -> float:
    box = MOST - UNDER
    whole = min(width / figure.width, box / figure.height, LARGEST)
    scale = whole if whole >= READABLE else min(max(box / figure.height, READABLE), COMFORTABLE)
    return min(figure.height * scale + UNDER, MOST)
