"""How high a frame has to be, for those who cannot listen to the height that it tells: the one place that judges it.

What a frame shows and how wide it is in, pixels out. The numbers are those of the page's style (frame.css, figure.css,
player.css, values.css); rather a little too high than too low.
"""

import math
import re
from collections.abc import Collection
from typing import NamedTuple

NARROW = 640  # a figure that is not wider has smaller type, and more rows of controls
_EDGES = 16  # of the page, left and right together
_FOOT = 24  # of the page
_MOST = 512  # of the stage, in a frame
_BUTTONS, _MARGINS = 44, 24  # under the figure, and above and below it
_MAP, _MAP_WIDTH = 120, 352  # of a network that does not fit, with the gap under it
_READABLE, _COMFORTABLE, _LARGEST = 0.72, 1.0, 1.5  # scales.js
_ROW = 48
_WIDE = "\u2e80-\uffff"  # letters as wide as they are high: a line may end after each
_PIECE = re.compile(f"[{_WIDE}]|(?:[^ {_WIDE}]|(?<=[=+−]) | (?=[=+−] ))+")  # a line ends after a word or a formula


class Contents(NamedTuple):
    """What stands in a frame.

    ``width`` and ``height`` are those of the figure, ``sentences`` what is said of its steps, ``names`` those of values
    and ``bound`` those that can be folded.
    """

    width: float
    height: float
    is_network: bool
    sentences: tuple[str, ...]
    outputs: tuple[str, ...]
    names: tuple[str, ...]
    bound: tuple[str, ...]


def frame_height(shown: Contents, width: int, hidden: Collection[str] = ()) -> int:
    """In pixels.

    >>> shown = Contents(273, 108, False, ("× gives x*y = 6.",), ("z",), ("x", "y"), ())
    >>> frame_height(shown, 800) < frame_height(shown, 320)
    True
    >>> frame_height(shown, 800, ["values"]) - frame_height(shown, 800)
    -140
    """
    inner = width - _EDGES
    parts = {
        "caption": _caption(shown, inner),
        "transport": 98 if inner > NARROW else 142,
        "result": _result(shown, inner),
        "values": _ROW * (len(shown.names) + len(shown.outputs)) - 4 + _folding(shown, inner),
    }
    under = sum(height for name, height in parts.items() if name not in hidden)
    return math.ceil(_stage(shown, inner, _BUTTONS * ("zoom" not in hidden)) + under + _FOOT)


def _stage(shown: Contents, inner: int, buttons: int) -> float:
    """As stage.js fits a figure into its box."""
    scale, over = _scale(shown, inner, _MOST - buttons), 0.0
    if shown.is_network and shown.width * scale > inner:
        over = min(_MAP, min(inner, _MAP_WIDTH) * shown.height / shown.width + 8)
        scale = _scale(shown, inner, _MOST - buttons - over)
    margins = _MARGINS + max(_MARGINS - buttons, 0)
    return min(math.ceil(shown.height * scale) + margins + buttons + over, _MOST)


def _scale(shown: Contents, inner: int, room: float) -> float:
    whole = min(inner / shown.width, room / shown.height, _LARGEST)
    return whole if whole >= _READABLE else min(max(room / shown.height, _READABLE), _COMFORTABLE)


def _caption(shown: Contents, inner: int) -> float:
    """As high as the highest sentence."""
    type_size = 14 if inner <= NARROW else 16
    return max([3 * type_size, *(_sentence(one, inner, type_size) for one in shown.sentences)])


def _sentence(text: str, inner: int, type_size: int) -> float:
    lines, room, left = 0, (inner - 8) / type_size, 0.0
    for piece in _PIECE.findall(text):
        ems = _ems(piece)
        if ems > left:
            lines, left = lines + 1, room
        left -= ems + 0.3 * (piece < _WIDE[0])
    return 7 + (1.75 * lines + 0.75 * min(text.count("/"), 4)) * type_size


def _ems(piece: str) -> float:
    """How wide a word, a formula or the circle of an operation is, in the size of the type."""
    if len(piece) == 1 and not piece.isalnum() and piece < _WIDE[0]:
        return 1.75
    return sum(1 if letter >= _WIDE[0] else 0.58 for letter in piece if letter not in "*_^")


def _result(shown: Contents, inner: int) -> float:
    """The outputs, and the derivatives by the names, side by side; Firefox sets them highest."""
    is_narrow = inner <= NARROW
    type_size, gap, row = (17, 12, 48) if is_narrow else (19, 32, 52)
    if any("_" in name for name in (*shown.names, *shown.outputs)):
        row += 4
    longest = max((len(name.replace("_", "")) for name in (*shown.names, *shown.outputs)), default=1)
    entry = (8.2 + 0.3 * (longest - 1) + 4 * (len(shown.outputs) > 1)) * type_size
    in_a_row = max(int((inner + gap) / (entry + gap)), 1)
    return 16 + row * math.ceil((len(shown.names) + len(shown.outputs)) / in_a_row)


def _folding(shown: Contents, inner: int) -> int:
    """Switches for the names that can be folded."""
    wide = sum(40 + 8 * len(name) for name in shown.bound)
    return 44 * math.ceil((180 + wide) / inner) if wide else 0
