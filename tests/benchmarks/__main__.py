"""Measure us beside others, in turns, and write the table into BENCHMARKS.md: ``make bench``."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple, get_args

from kuroaka.answers.encoding import Setting, encode
from kuroaka.answers.graph import graph_answer
from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.formulas import text
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.bounded import bounded
from kuroaka.formulas.labels import _symbols
from kuroaka.graph import Graph, build, evaluate
from kuroaka.language import LIMITS, UNLIMITED, parse
from kuroaka.language.reader import read
from kuroaka.scene import Scene
from tests.benchmarks import graphs, layout_graphs, layouts, peers
from tests.benchmarks.measure import Ratio, alternating, ratio
from tests.benchmarks.nodes import PACKAGES, node_version, readers

SETTINGS: tuple[Setting, ...] = get_args(Setting)
PAGE = Path(__file__).parents[2] / "BENCHMARKS.md"
BEGIN, END = "<!-- make bench -->\n", "<!-- end -->\n"
PEERS = ("micrograd", "autograd", "casadi", "torch", "symengine", "lark")
WHY = {
    "parse": "ours keeps a span for every token, knows LaTeX and implicit products, and is plain Python",
    "engine": "every line's contribution is kept, and its rule comes from the table",
    "labels": "symengine is C++; ours keep the order in which it was typed, and print as a textbook does",
    "layout": "ours keep operands in order, and every line straight but for its ends",
    "import": "FastAPI is two fifths of it, our own engine a third",
}


class Row(NamedTuple):
    """A line of the table; ``why`` says what a miss comes from. Without a target it is there to be known."""

    what: str
    found: str
    target: str
    is_met: bool
    why: str = ""

    def __str__(self) -> str:
        verdict = "met" if self.is_met else f"missed: {self.why}" if self.why else "missed"
        if not self.target:
            verdict = ""
        return f"| {self.what} | {self.found} | {self.target} | {verdict} |"


def beside(what: str, found: Ratio, target: float, why: str) -> Row:
    """A row of a ratio; a miss says by how much."""
    missed = f"{found.median / target:.1f} times over; {WHY[why]}"
    return Row(what, str(found), f"≤ {target:g}", found.median <= target, missed)


def parsing() -> Iterator[Row]:
    """Text to a tree, and to a graph."""
    written = graphs.NETWORK
    ours: dict[str, peers.Run] = {
        "parse": lambda: parse(written, UNLIMITED),
        "graph": lambda: build(written, limits=UNLIMITED),
    }
    spent = alternating({**ours, **peers.parsers(written)}, elsewhere=readers(written))
    count = len(read(written, UNLIMITED, {}, latex=False)[0])
    said = f"read {len(written)} characters"
    for peer, syntax, built in (("ast", 0.6, 1.5), ("lark", 1.0, 2.0), ("mathjs", 1.0, 2.0)):
        if peer in spent:
            yield beside(
                f"read {len(written)} characters / {peer}", ratio(spent["parse"], spent[peer]), syntax, "parse"
            )
            yield beside(f"the same, to a graph / {peer}", ratio(spent["graph"], spent[peer]), built, "parse")
    each = [f"{name} {1e9 * median(spent[name]) / count:.3g}" for name in spent]
    yield Row(f"{said}, nanoseconds for each of its {count} tokens", ", ".join(each), "", is_met=True)


def engine() -> Iterator[Row]:
    """Both passes in numbers: on a new graph, and on one that is known."""
    cold = {"micrograd": 0.6, "torch": 1.0, "autograd": 1.0, "casadi": 1.0}
    warm = {"micrograd": 0.25}
    for name, written in (("sigmoid", graphs.SIGMOID), ("article", graphs.ARTICLE), ("network", graphs.NETWORK)):
        graph = build(written, limits=UNLIMITED)
        at = {word: 0.5 for word, node in graph.leaves.items() if graph.kinds[node] == "variable"}
        ours: dict[str, peers.Run] = {"warm": partial(evaluate, graph, at), "cold": partial(_anew, graph, at)}
        spent = alternating({**ours, **peers.engines(graph)})
        for which, targets in (("cold", cold), ("warm", warm)):
            said = f"both passes, {'new' if which == 'cold' else 'known'} graph, {name} of {len(graph)} nodes"
            for peer, target in targets.items():
                if peer in spent:
                    yield beside(f"{said} / {peer}", ratio(spent[which], spent[peer]), target, "engine")


def _anew(graph: Graph, at: dict[str, float]) -> object:
    return evaluate(replace(graph), at)


def labels() -> Iterator[Row]:
    """Both passes in symbols: printed, as the peer prints them; and as the figure needs them, every line as text and
    set."""
    small = (("sigmoid", graphs.SIGMOID), ("article", graphs.ARTICLE), ("2-2-1 network", graphs.SMALL))
    for name, written in (*small, ("3-3-3-1 network", graphs.DEEP)):
        graph = build(written, limits=UNLIMITED)
        ours: dict[str, peers.Run] = {
            "printed": partial(_printed, graph),
            "whole": partial(_symbols.__wrapped__, graph, frozenset(), frozenset(), "written", frozenset()),  # type: ignore[attr-defined]
        }
        spent = alternating({**ours, **peers.labels(graph)})
        for which, said in (("printed", "printed"), ("whole", "and set, and those of lines")):
            if "symengine" in spent:
                found = ratio(spent[which], spent["symengine"])
                target = 1.0 if len(graph) >= 100 else 4.0
                yield beside(f"labels, {name} of {len(graph)} nodes, {said} / symengine", found, target, "labels")


def _printed(graph: Graph) -> list[str]:
    known = bounded(graph, FORMULAS, frozenset()).passes
    return [text(formula) for formula in (*known.values, *known.adjoints) if formula]


def layout() -> Iterator[Row]:
    """How often lines cross, in our figure and in those of others."""
    others = layouts.peers()
    for name, written in layout_graphs.GRAPHS.items():
        graph = build(written, limits=UNLIMITED)
        ours = layouts.crossings(layouts.ours(graph))
        free = {peer: layouts.counted(other, graph) for peer, other in others.items()}
        held = {
            peer: layouts.counted(other, graph, ordered=True) for peer, other in others.items() if other.knows_order
        }
        found = f"{ours}; {_listed(free)}; operands in order {_listed(held)}"
        spent = alternating({"ours": partial(layouts.ours, graph)}, rounds=3)["ours"]
        most = free.get("elkjs")
        yield Row(
            f"crossings, {name} of {len(graph)} nodes",
            f"{found}; {1000 * median(spent):.3g} ms",
            "" if most is None else f"≤ {most}",
            most is None or ours <= most,
            WHY["layout"],
        )


def _listed(counts: Mapping[str, int | None]) -> str:
    return ", ".join(f"{name} {'–' if count is None else count}" for name, count in counts.items())


def service() -> Iterator[Row]:
    """What a request costs, in milliseconds of a processor."""
    turns = count()
    names = list(build(graphs.WIDE, limits=LIMITS).leaves)

    def asked(setting: Setting) -> bytes:
        turn = next(turns)
        at = {name: (turn + place) % 11 / 7 for place, name in enumerate(names)}
        return encode(graph_answer(Scene(Asked(expression=graphs.WIDE, at=at), limits=LIMITS), setting))

    nodes = len(build(graphs.WIDE, limits=LIMITS))
    for setting in SETTINGS:
        spent = alternating({"ours": partial(asked, setting)})["ours"]
        yield limited(f"the answer for {nodes} nodes at another point, {setting}", spent, 2)
    yield limited("the figure of the sigmoid, kept labels", alternating({"ours": _drawn})["ours"], 15)
    for name, written in (("a product of 150 sums", graphs.PRODUCT), ("183 products of 50 names", graphs.NAMES)):
        yield limited(f"figure, one of the worst: {name}", [_in_new_process(_FIGURE, written) for _ in range(3)], 1000)
    yield limited("import of the service", [_in_new_process(_IMPORT) for _ in range(5)], 700, "import")


_IMPORT = "import time; begin = time.process_time(); import kuroaka.api.app; print(time.process_time() - begin)"
_FIGURE = """
import sys, time
from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.scene import Scene
figure(Scene(Asked(expression="x*y")))
begin = time.process_time()
figure(Scene(Asked(expression=sys.argv[1])))
print(time.process_time() - begin)
"""


def _drawn() -> str:
    return figure(Scene(Asked(expression=graphs.SIGMOID)))


def _in_new_process(code: str, *given: str) -> float:
    return float(
        subprocess.run([sys.executable, "-c", code, *given], check=True, capture_output=True, text=True).stdout
    )


def limited(what: str, spent: list[float], most: float, why: str = "") -> Row:
    """A row of milliseconds."""
    low, middle, high = (1000 * one for one in quantiles(spent, n=4))
    found = f"{middle:.3g} [{low:.3g}–{high:.3g}] ms"
    missed = f"{middle / most:.1f} times over" + (f"; {WHY[why]}" if why else "")
    return Row(what, found, f"≤ {most:g} ms", middle <= most, missed)


def machine() -> str:
    """Where and with what this was measured."""
    processor = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    found = [f"{name} {number}" for name in PEERS if (number := _version(name))]
    found += [f"{name} {number}" for name in PACKAGES if (number := node_version(name))]
    if shutil.which("dot"):
        found.append(subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr.strip())
    return f"{os.cpu_count()} × {processor}, load {os.getloadavg()[0]:.1f}; Python {platform.python_version()}, " + (
        ", ".join(found) or "no peer installed"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def main() -> None:
    """Measure, and write the table."""
    lines = [f"{machine()}.", "", "| what | found | target | |", "|---|---|---|---|"]
    print("\n".join(lines))
    for part in (parsing, engine, labels, layout, service):
        for row in part():
            print(row, flush=True)
            lines.append(str(row))
    page = PAGE.read_text()
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n\n{END}{after}")


if __name__ == "__main__":
    main()
