"""Places of circles and labels in, the whole geometry out: the way of every line, and the frame around all."""

from itertools import pairwise

from kuroaka.figure.layout.fans import landing
from kuroaka.figure.layout.network.beside import label_boxes, middle_of
from kuroaka.figure.layout.network.placing import Placing
from kuroaka.figure.layout.obstacles import Obstacles
from kuroaka.figure.type.geometry import Box, Layout, LinePath, Point
from kuroaka.figure.type.measures import DOT, MARGIN
from kuroaka.graph.graph import OUTSIDE

PARTS = 20  # of a lane at which its label is tried


def layout(placing: Placing) -> Layout:
    """The geometry, within (0, 0) and (width, height)."""
    found = _Paths(placing)
    boxes = found.boxes
    dx, dy = MARGIN - min(box[0] for box in boxes), MARGIN - min(box[1] for box in boxes)

    def moved(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    return Layout(
        max(box[2] for box in boxes) + dx + MARGIN,
        max(box[3] for box in boxes) + dy + MARGIN,
        tuple(point and moved(point) for point in found.points),
        tuple(
            path
            and LinePath(tuple(map(moved, path.axis)), moved(path.label), path.landing, path.back and moved(path.back))
            for path in found.paths
        ),
        placing.faint,
        tuple(moved((placing.x[column], y)) for column, y in placing.gaps.items()),
    )


class _Paths:
    def __init__(self, placing: Placing) -> None:
        self.placing, self.net = placing, placing.net
        graph = self.net.graph
        self.points: list[Point | None] = [None] * len(graph)
        self.paths: list[LinePath | None] = [None] * len(graph.lines)
        self.boxes: list[Box] = []  # all that must lie within the figure
        for node in self.net.shown:
            self.points[node] = placing.point(node)
            self.boxes.append(placing.frame(node))
            self._put_run(node)
            self._put_stub(node)
        for column in range(len(self.net.rows)):
            self._put_slants(column)
        self._put_lanes()
        for line, end in self.net.ends.items():
            if path := self.paths[line]:
                x, y = path.axis[-1]
                self.boxes.append((x, y - end.above, x + end.right, y + end.below))

    def _put_run(self, node: int) -> None:
        """From a circle or leaf to the dots."""
        net, column = self.net, self.net.columns.of_node[node]
        run, (x, y), end = net.run(node), self.placing.point(node), self.placing.dots[column]
        if run is None or net.direct[column]:
            return
        middle = (x + net.sizes[node].right + end) / 2
        self.paths[run] = LinePath(((x + net.core(node), y), (end, y)), (middle, y), DOT)
        self._add_box(run, middle, y)
        if net.target(run) != OUTSIDE and net.graph.kinds[net.target(run)] == "branch":
            self.points[net.target(run)] = (end, y)

    def _put_stub(self, node: int) -> None:
        stub = self.net.stub(node)
        if stub is None:
            return
        line, (x, y) = self.net.stub_of[node], self.placing.aim(node)
        begin = (x, y + stub.end)
        found = self.placing.stub_boxes(node)
        middles = [middle_of(box, is_forward=number == 0) for number, box in enumerate(found)]
        self.points[self.net.source(line)] = begin
        self.paths[line] = LinePath((begin, (x, y)), middles[0], DOT, middles[-1])
        self.boxes += [*found, (x - DOT, y, x + DOT, begin[1])]

    def _put_slants(self, column: int) -> None:
        """From a column to the next."""
        net, placing = self.net, self.placing
        for line in net.bends[column]:
            run, aim = self.paths[line], placing.aim(net.target(line))
            assert run is not None, "what bends has a run"
            turn = () if aim[1] == run.axis[0][1] else run.axis[1:]
            self.paths[line] = LinePath((run.axis[0], *turn, aim), run.label, DOT)
        ends: dict[int, list[Point]] = {}
        for line in net.fans[column]:
            ends.setdefault(net.source(line), []).append(placing.aim(net.target(line)))
        for line in net.fans[column]:
            begin, aim = placing.begin(line), placing.aim(net.target(line))
            half = ((begin[0] + aim[0]) / 2, (begin[1] + aim[1]) / 2)  # seen while its circle is chosen
            label, back = placing.middles.get(line, (half, half))
            off = DOT if net.direct[column] else landing(begin, ends[net.source(line)])
            self.paths[line] = LinePath((begin, aim), label, off, back)
            if line in placing.middles:
                self.boxes += label_boxes(label, back, net.rooms[line])

    def _put_lanes(self) -> None:
        """Below all, with the label where no other line goes down or up."""
        obstacles = Obstacles()
        axes: dict[int, tuple[Point, ...]] = {}
        for line, y in self.placing.lanes.items():
            (down, _), run = self.placing.turns(line), self.paths[line]
            begin = run.axis if run is not None else (self.placing.begin(line),)
            axes[line] = (*begin, (down, y), *self.placing.landing(line))
            for a, b in pairwise(axes[line]):
                obstacles.add_segment(a, b, line)
        for line, axis in axes.items():
            y, (down, up) = self.placing.lanes[line], self.placing.turns(line)
            room, half = self.net.rooms[line], (up - down) / 2
            places = [down + half * (1 + way * part / PARTS) for part in range(PARTS) for way in (-1, 1)]
            least = room.width / 2
            free = (
                x
                for x in places
                if down <= x - least
                and x + least <= up
                and obstacles.is_free((x - least, y - room.above, x + least, y + room.below), line)
            )
            middle = next(free, down + half)
            self.paths[line] = LinePath(axis, (middle, y), DOT)
            self._add_box(line, middle, y)

    def _add_box(self, line: int, x: float, y: float) -> None:
        room = self.net.rooms[line]
        self.boxes.append((x - room.width / 2, y - room.above, x + room.width / 2, y + room.below))
