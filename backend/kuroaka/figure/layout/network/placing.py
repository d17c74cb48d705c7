"""What is known of a network in, places of its circles and labels out.

From left to right a column has its circles, then the runs out of them with a label each, then the dots, from which
straight lines fan out to the next column. A gap grows until every label in it has a place.
"""

from collections.abc import Sequence
from itertools import pairwise

from kuroaka.figure.layout.network.beside import APART, Middles, Straight, beside, label_boxes
from kuroaka.figure.layout.network.net import Net
from kuroaka.figure.layout.obstacles import wider
from kuroaka.figure.type.geometry import Box, Point
from kuroaka.figure.type.measures import DOT, HEAD_ROOM, OFFSET, ROW_GAP, SLANT_PAD
from kuroaka.graph.graph import OUTSIDE

PITCH = 62.0  # least distance of the rows
STEEP = 2.5  # height to width of the steepest line
STEEPER = 0.6  # than what comes in beside it is a line from a lane
LANE = 9.0  # between lines that go down to their lanes, or up
RUN_PAD = 6.0  # from a circle to the label of its line, and from there to the dot
WIDER = tuple(2 * step + step * step // 16 for step in range(96))  # how much wider than need be a gap is tried
COARSE = 8  # steps at once at first


class Placing:
    """One try, with so much distance between the rows. ``y`` has the height of each circle and leaf, ``x`` that of each
    column's; ``dots`` is where its dots are, and ``ends`` where the next column begins. ``gaps`` are the heights at
    which dots stand for what is left out of a column, ``lanes`` those of the lines that skip one; ``middles`` where the
    labels of straight lines are.
    """

    def __init__(self, net: Net, stretch: float) -> None:
        self.net = net
        self.y: dict[int, float] = {}
        self.gaps: dict[int, float] = {}
        self._set_heights(stretch)
        self.lanes = self._lanes()
        self.x, self.dots, self.ends = ([0.0] * len(net.rows) for _ in range(3))
        self.faint = net.faint
        self.middles: dict[int, tuple[Point, Point]] = {}
        edge = 0.0
        for column in range(len(net.rows)):
            edge = self._set_column(column, edge)

    def _set_heights(self, stretch: float) -> None:
        net, needed = self.net, PITCH
        for rows in net.rows:
            for upper, lower in pairwise(rows):
                if upper is not None and lower is not None:
                    needed = max(needed, net.below(upper) + ROW_GAP + net.above(lower))
        for column, rows in enumerate(net.rows):
            for row, node in enumerate(rows):
                y = (row - (len(rows) - 1) / 2) * needed * stretch
                if node is None:
                    self.gaps[column] = y
                else:
                    self.y[node] = y

    def _lanes(self) -> dict[int, float]:
        y = max((y + self.net.below(node) for node, y in self.y.items()), default=0.0)
        found: dict[int, float] = {}
        for line in self.net.skips:
            found[line] = y + ROW_GAP + self.net.rooms[line].above
            y = found[line] + self.net.rooms[line].below
        return found

    # ---- where lines begin and end ----

    def point(self, node: int) -> Point:
        """Where a circle or leaf stands."""
        return self.x[self.net.columns.of_node[node]], self.y[node]

    def aim(self, node: int) -> Point:
        """Where lines into a circle aim: the middle of its round end."""
        return self.point(node)[0] - self.net.core(node), self.y[node]

    def begin(self, line: int) -> Point:
        """Where a straight line begins."""
        origin = self.net.origin(line)
        column = self.net.columns.of_node[origin]
        return self.x[column] + self.net.core(origin) if self.net.direct[column] else self.dots[column], self.y[origin]

    def turns(self, line: int) -> tuple[float, float]:
        """Where a line has come down to its lane, and where it leaves it: none crosses another."""
        first, last = self.net.between(line)
        order = self.net.skips.index(line) + 1
        loop = 0 if first < last else (self.ends[last] - self.dots[first]) / 3
        down = LANE * (len(self.net.skips) - order + 1 if first < last else order) + loop
        return self.dots[first] + down, self.ends[last] - LANE * (len(self.net.skips) - order + 1) - loop

    def landing(self, line: int) -> tuple[Point, ...]:
        """The end of a line, from its lane: up beside all that stand below its circle, then into that from the side."""
        target, (_, up), lane = self.net.target(line), self.turns(line), self.lanes[line]
        if target == OUTSIDE:
            return ((self.ends[-1], lane),)
        aim = self.aim(target)
        fans = self.net.fans[self.net.between(line)[1]]
        fan = [self.begin(each) for each in fans if self.net.target(each) == target]
        beside = max(((y - aim[1]) / (aim[0] - x) for x, y in fan if x < aim[0]), default=0.0)
        steep = max(0.6 + (self.net.skips.index(line) + 1) / (len(self.net.skips) + 1), beside + STEEPER)
        return (up, lane), (up, min(aim[1] + (aim[0] - up) * steep, lane)), aim

    # ---- from left to right ----

    def _set_column(self, column: int, edge: float) -> float:
        """Puts a column behind an edge; where the next one may begin."""
        net = self.net
        nodes = [node for node in net.rows[column] if node is not None]
        self.x[column] = edge + max(net.sizes[node].left for node in nodes)
        right = self.x[column] + max(net.sizes[node].right for node in nodes)
        runs = [] if net.direct[column] else [run for node in nodes if (run := net.run(node)) is not None]
        room = max((net.rooms[run].width + 2 * RUN_PAD for run in runs), default=0.0)
        stubs = [box[2] + SLANT_PAD for node in nodes for box in self.stub_boxes(node)]
        self.dots[column] = max(right + room, *stubs, right) if not net.direct[column] else right
        self.ends[column] = self.dots[column] + self._least(column)
        labelled = [line for line in net.fans[column] if line not in self.faint]
        if not labelled:
            return self.ends[column]
        least = self.ends[column]
        left = max(net.sizes[node].left for node in net.rows[column + 1] if node is not None)

        def fits(more: float) -> bool:
            self.ends[column] = least + more
            self.x[column + 1] = least + more + left
            found = self._labels(column, labelled)
            if isinstance(found, int):
                labelled.sort(key=lambda line: line != found)
                return False
            self.middles |= found
            return True

        wide = next((step for step in range(0, len(WIDER), COARSE) if fits(WIDER[step])), None)
        if wide is None:
            self.faint |= {*labelled}
            self.ends[column] = least
        elif not any(fits(WIDER[step]) for step in range(max(wide - COARSE + 1, 0), wide)):
            fits(WIDER[wide])
        return self.ends[column]

    def _least(self, column: int) -> float:
        """The least width of the gap behind a column."""
        net = self.net
        lines = net.fans[column] + net.bends[column]
        drop = max((abs(self.y[net.target(line)] - self.y[net.origin(line)]) for line in lines), default=0.0)
        loops = [
            2 * (net.rooms[line].width + LANE * len(net.skips))
            for line in net.skips
            if net.between(line) == (column, column)
        ]
        lanes = 2 * LANE * (len(net.skips) + 1) if any(column in net.between(line) for line in net.skips) else 0.0
        return max(drop / STEEP, 2 * HEAD_ROOM, lanes, *loops, self._overhang(column + 1))

    def _overhang(self, column: int) -> float:
        """How far labels of stubs reach to the left of all circles of a column."""
        nodes = [node for rows in self.net.rows[column : column + 1] for node in rows if node is not None]
        left = max((self.net.sizes[node].left for node in nodes), default=0.0)
        stubs = [(self.net.core(node), stub) for node in nodes if (stub := self.net.stub(node))]
        return max((SLANT_PAD - core - box[0] - left for core, stub in stubs for box in stub.boxes), default=0.0)

    def _labels(self, column: int, lines: Sequence[int]) -> Middles | int:
        net = self.net

        def straight(line: int) -> Straight:
            return Straight(line, self.begin(line), self.aim(net.target(line)), net.rooms[line])

        boxes: list[Box] = []
        for node in (*net.rows[column], *net.rows[column + 1]):
            if node is not None:
                boxes += [self.frame(node), *(wider(box, 0.0, APART) for box in self.stub_boxes(node))]
                if stub := net.stub(node):
                    x, y = self.aim(node)
                    boxes.append((x - OFFSET, y, x + OFFSET, y + stub.end))
        for node in net.rows[column]:
            if node is not None:
                boxes += self.run_boxes(node)
        before = net.fans[column - 1] if column else []
        for line in before:
            if line in self.middles:
                boxes += label_boxes(*self.middles[line], net.rooms[line])
        x = self.dots[column]
        boxes += [(x - DOT, y - DOT, x + DOT, y + DOT) for y in (self.y[net.origin(line)] for line in lines)]
        # a wide label reaches back among the lines that lead to its circle
        crossing = [
            straight(line) for line in (*net.bends[column], *before, *(net.bends[column - 1] if column else []))
        ]
        for line, y in self.lanes.items():
            (first, last), (down, _) = net.between(line), self.turns(line)
            if column - 1 <= first <= column:
                crossing.append(Straight(line, self.begin(line), (down, y), net.rooms[line]))
            if column - 1 <= last <= column:
                crossing += [Straight(line, *ends, net.rooms[line]) for ends in pairwise(self.landing(line))]
        return beside([straight(line) for line in lines], boxes, crossing)

    # ---- boxes ----

    def frame(self, node: int) -> Box:
        """The room of a circle, or of the name of a leaf."""
        size, (x, y) = self.net.sizes[node], self.point(node)
        return x - size.left, y - size.above, x + size.right, y + size.below

    def run_boxes(self, node: int) -> list[Box]:
        """The labels of the line right behind a circle or leaf, if it has its own run."""
        column, run = self.net.columns.of_node[node], self.net.run(node)
        if run is None or self.net.direct[column]:
            return []
        room, (x, y) = self.net.rooms[run], self.point(node)
        middle = (x + self.net.sizes[node].right + self.dots[column]) / 2
        return label_boxes((middle, y), (middle, y), room)

    def stub_boxes(self, node: int) -> list[Box]:
        """The labels of the stub of a circle, if it has one: the black one, and the red one."""
        stub, (x, y) = self.net.stub(node), self.aim(node)
        return [(x + left, y + top, x + right, y + below) for left, top, right, below in stub.boxes] if stub else []
