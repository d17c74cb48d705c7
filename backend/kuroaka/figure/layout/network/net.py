"""A drawn network and sizes in, all that is known of it before anything has a place: which line goes how, what needs
how much room above and below.
"""

from collections.abc import Sequence
from math import inf

from kuroaka.figure.layout.network.columns import NOWHERE, columns
from kuroaka.figure.layout.network.stubs import Stub, stub
from kuroaka.figure.type.geometry import LineSize, NodeSize
from kuroaka.figure.type.measures import CIRCLE_CLEAR, RADIUS
from kuroaka.graph.fold import Drawn
from kuroaka.graph.graph import OUTSIDE

LABELLED = 16  # lines between two columns: of more only those of a chosen circle have labels
NOTHING = LineSize(0.0, 0.0, 0.0, 0.0)


class Net:
    """``fans`` are the lines of each column that go straight to the next, ``bends`` those that do so behind a run of
    their own; ``skips`` take a lane below all, as they skip a column or enter the same circle twice. ``faint`` lines
    have no labels. Lines of a ``direct`` column go straight from circle to circle; behind all others are runs.
    ``stub_of`` has the line of the stub of a circle; in ``hanging`` columns its labels may stand below it.
    """

    def __init__(
        self, drawn: Drawn, sizes: Sequence[NodeSize], rooms: Sequence[LineSize], ends: Sequence[NodeSize]
    ) -> None:
        self.drawn, self.sizes, self.rooms = drawn, sizes, rooms
        self.ends = dict(zip(drawn.graph.output_lines, ends, strict=True))
        self.graph, self.columns = drawn.graph, columns(drawn)
        self.rows = self.columns.rows
        self.shown = {node for rows in self.rows for node in rows if node is not None}
        self.stub_of = {self.target(line): line for stub in drawn.stubs for line in self.graph.consumers[stub]}
        self.hanging = [not any(map(self._comes_up, rows)) for rows in self.rows]
        self.direct = [all(self._is_direct(node) for node in rows if node is not None) for rows in self.rows]
        self.fans: list[list[int]] = [[] for _ in self.rows]
        self.bends: list[list[int]] = [[] for _ in self.rows]
        self.skips: list[int] = []
        self._sort_lines()
        self.faint = frozenset(line for fan in self.fans if len(fan) > LABELLED for line in fan)

    # ---- what lines lead where ----

    def source(self, line: int) -> int:
        """The node that a line leaves."""
        return self.graph.lines[line].source

    def target(self, line: int) -> int:
        """The node that a line leads to, or OUTSIDE."""
        return self.graph.lines[line].target

    def origin(self, line: int) -> int:
        """The circle or leaf that a line comes from, perhaps through a dot."""
        return self.graph.origin(self.source(line))

    def between(self, line: int) -> tuple[int, int]:
        """The columns behind which a line begins, and ends."""
        target = self.target(line)
        last = len(self.rows) if target == OUTSIDE else self.columns.of_node[target]
        return self.columns.of_node[self.origin(line)], last - 1

    def run(self, node: int) -> int | None:
        """The line that leaves a circle or leaf."""
        leaving = self.graph.consumers[node]
        return leaving[0] if leaving else None

    def _sort_lines(self) -> None:
        known: set[tuple[int, int]] = set()
        for line, (source, target, _) in enumerate(self.graph.lines):
            origin = self.origin(line)
            if target == OUTSIDE:
                first, last = self.between(line)
                if origin in self.shown and (last > first or source != origin):
                    self.skips.append(line)
                continue
            if self.graph.kinds[target] == "branch" or not {origin, target} <= self.shown:
                continue
            first, last = self.between(line)
            if last > first or (source, target) in known:
                self.skips.append(line)
            else:
                is_straight = self.graph.kinds[source] == "branch" or self.direct[first]
                (self.fans if is_straight else self.bends)[first].append(line)
            known.add((source, target))

    def _is_direct(self, node: int) -> bool:
        """Whether the line of a circle can go straight into the next column, as nothing stands in its way."""
        run = self.run(node)
        if run is None or self.target(run) == OUTSIDE or self.graph.kinds[self.target(run)] == "branch":
            return False
        first, last = self.between(run)
        stub, end = self._stub(node, RADIUS), self._end(node)
        return first == last and all(box[2] <= end for box in (stub.boxes if stub else ()))

    def _comes_up(self, node: int | None) -> bool:
        """Whether a line comes into a circle from a lane, or from below beside its stub."""
        if node is None or self.graph.kinds[node] != "operation":
            return False
        column, stub = self.columns.of_node[node], self.stub_of.get(node)
        origins = [self.origin(line) for line in self.graph.arrivals[node] if line != stub]
        return (
            len(origins) > len({*origins})
            or any(self.columns.of_node[each] not in (column - 1, NOWHERE) for each in origins)
            or any(stub is not None and self._level(each) > self._level(node) for each in origins)
        )

    def _level(self, node: int) -> float:
        """How many rows below the middle a circle or leaf stands; what is left out, below all."""
        row = self.columns.row(node)
        return inf if row is None else row - (len(self.rows[self.columns.of_node[node]]) - 1) / 2

    # ---- the room they need ----

    def core(self, node: int) -> float:
        """From the middle of a circle to the middles of its round ends, where lines aim."""
        return self.sizes[node].right - RADIUS if self.graph.kinds[node] == "operation" else 0.0

    def above(self, node: int) -> float:
        """What a circle or leaf needs above its middle, with the line behind it."""
        return max(self.sizes[node].above, self._run_room(node).above)

    def below(self, node: int) -> float:
        """What it needs below, with its stub."""
        least = max(self.sizes[node].below, self._run_room(node).below)
        stub = self.stub(node)
        return max(least, stub.end, *(box[3] + CIRCLE_CLEAR / 2 for box in stub.boxes)) if stub else least

    def stub(self, node: int) -> Stub | None:
        """The stub of a circle, if it has one."""
        return self._stub(node, max(RADIUS, self._run_room(node).below) + CIRCLE_CLEAR)

    def _stub(self, node: int, top: float) -> Stub | None:
        if node not in self.stub_of:
            return None
        return stub(
            self.rooms[self.stub_of[node]],
            top,
            self._end(node) if self.hanging[self.columns.of_node[node]] else inf,
        )

    def _end(self, node: int) -> float:
        """How far to the right of its stub a circle reaches, where what leaves it goes down."""
        return 2 * self.core(node) + RADIUS / 2

    def _run_room(self, node: int) -> LineSize:
        run = self.run(node)
        return NOTHING if run is None or self.direct[self.columns.of_node[node]] else self.rooms[run]
