"""The figure's measures, in its own pixels: one place for everything that decides how the page looks."""

TYPE_SIZE = 17.0
BLACK = "#000"
RED = "#d3232f"
WHITE = "#fff"

STROKE = 1.3  # lines and circles
OFFSET = 2.9  # of the black line above the axis of a run, and of the red line below it
FAINT = "0.25"  # opacity of a line among too many
FAINTEST, WIDEST = 0.5, 2.5  # of such a line, to the width of any other, where what it carries is least, and most
RADIUS = 18.0  # of a circle
ENTRY = 0.68  # where the sign of an entry stands, from the middle of a circle to its border
FRONT = 28.0  # least width of the left half of a circle in two halves, of which the right one may be smaller
ROUND = 1.0  # so far from their round ends stand the signs in the halves of a circle
ENTRY_SIZE = 0.6  # of that sign, to the type size
RING = 3.4  # from the circle of what is folded in to its second, thin one
THIN = 0.8
DOT = 4.0
ELLIPSIS = 9.0  # between the dots that stand for what is left out
HEAD_LENGTH = 8.5
HEAD_WIDTH = 5.2
HEAD_NOTCH = 6.0  # from the tip back to where the stroke enters the head
CORNER = 14.0  # radius of a line's corners

LABEL_RISE = 5.0  # from the black line up to a label's baseline, more where ink hangs below it
LABEL_CLEAR = 4.2  # least white between a line's stroke and the ink of its label
VALUE_SIZE = 0.82  # of a number that stands beyond its formula, to the type size
LONGEST_LINE = 160.0  # of a label; one that is longer and a sum stands in two lines
WORTH = 0.8  # if these are so much shorter
LINE_GAP = 6.0  # white between the two
VALUE_CLEAR = 5.0  # white between the two
CAPITAL = 0.657  # height of a capital letter, to the type size: red labels hang by it

ROW_GAP = 11.0  # least white between what stands above each other
CIRCLE_CLEAR = 4.0  # white around a circle
RUN_PAD = 12.0  # from a circle to the label of its line
SLANT_PAD = 7.0  # from a label to where its line may bend
HEAD_ROOM = 16.0  # least length of a line between its label and what it runs into
FORK = 20.0  # least height of a slant into a circle
MARGIN = 10.0  # white around the figure
TERMINAL_GAP = 5.0  # between a line's end and the name beside it
SYMBOL_PAD = 9.0  # white beside a symbol in its circle, both sides together
SYMBOL_LEAST = 0.86  # how small a long symbol may be set before its frame grows
