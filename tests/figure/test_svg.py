"""The file: safe, whole without style, deterministic, small, and as the page expects it."""

import gzip
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from kuroaka.asked import SHOWS, Show
from kuroaka.figure.drawing.draw import draw
from kuroaka.figure.drawing.picture import place
from kuroaka.figure.drawing.svg import ELEMENTS
from kuroaka.figure.files.card import card
from kuroaka.figure.type.sizes import LineTexts
from kuroaka.graph import build, fold
from tests.figure.drawings import ARTICLE, SIGMOID, drawn

NAMESPACE = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ATTRIBUTES = set(
    "viewBox width height class role aria-labelledby data-duration data-frames id d data-advance transform "
    "x y rx cx cy r fill stroke stroke-width pathLength data-line data-source data-target data-node "
    "data-size".split()
) | {LINK}


def parsed(text: str) -> Element:
    return ElementTree.fromstring(text)


def by_class(root: Element, *names: str) -> list[Element]:
    return [element for element in root.iter() if set(names) <= set((element.get("class") or "").split())]


@pytest.mark.parametrize("show", SHOWS)
@pytest.mark.parametrize("text", ARTICLE.values(), ids=ARTICLE.keys())
def test_only_listed_elements_and_attributes_and_local_links(text: str, show: tuple[Show, ...]) -> None:
    root = parsed(drawn(text, show=show))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        assert element.tag.removeprefix(NAMESPACE) in ELEMENTS
        assert set(element.keys()) <= ATTRIBUTES
        href = element.get(LINK)
        assert href is None or (href[0] == "#" and href[1:] in ids)


def test_names_from_outside_stay_text() -> None:
    text = draw(
        place(fold(build("x")), {"formulas": LineTexts(("x",), ("E",))}, symbols=("x",), names=[""]),
        title='</title><script>alert("1")</script>',
        description="順伝播 & 逆伝播 <b>",
    )
    root = parsed(text)
    assert root[0].text == '</title><script>alert("1")</script>'
    assert root[1].text == "順伝播 & 逆伝播 <b>"
    assert {element.tag.removeprefix(NAMESPACE) for element in root.iter()} <= ELEMENTS


def test_the_same_input_gives_the_same_bytes() -> None:
    first = drawn(SIGMOID, show=("formulas", "numbers"))
    drawn(ARTICLE["softmax"])
    assert drawn(SIGMOID, show=("formulas", "numbers")) == first


def test_the_style_uses_classes_only_and_all_animations_last_one_loop() -> None:
    root = parsed(drawn(SIGMOID))
    style = root.findtext(f"{NAMESPACE}style") or ""
    duration = root.get("data-duration")
    own = (root.get("class") or "").split()[-1]
    rules = re.sub(r"@keyframes \w+\{(?:[^{}]*\{[^{}]*\})*\}", "", style).replace(
        "@media (prefers-reduced-motion:reduce)", ""
    )
    for selectors in re.findall(r"([^{}]+)\{", rules):
        assert all(re.fullmatch(rf"\.{own} \.[a-z]+\d*", selector) for selector in selectors.split(",")), selectors
    assert re.findall(r"animation:(\S+) ", style) == [f"{duration}s"]
    assert "infinite both" in style
    keyframes = set(re.findall(r"@keyframes (\w+)", style))
    assert keyframes == {name for names in re.findall(r"animation-name:([\w,]+)", style) for name in names.split(",")}
    moving = {
        f"{own}{name}"
        for element in root.iter()
        for name in (element.get("class") or "").split()
        if re.fullmatch(r"[shl]a?\d+", name)
    }
    assert moving == keyframes - {f"{own}d"}
    for percent in re.findall(r"([\d.]+)%", style):
        assert 0 <= float(percent) <= 100


def test_frames_are_told_on_the_root() -> None:
    root = parsed(drawn(SIGMOID))
    frames = [float(time) for time in (root.get("data-frames") or "").split()]
    assert len(frames) == 9
    assert frames[0] == 0
    assert frames == sorted(frames)
    assert float(root.get("data-duration") or 0) > frames[-1]


def test_every_line_says_where_it_comes_from_and_goes_to() -> None:
    graph = build(SIGMOID)
    root = parsed(drawn(SIGMOID))
    lines = {element.get("data-line"): element for element in by_class(root, "line")}
    drawn_edges = [line for line, edge in enumerate(graph.edges) if edge.source not in graph.exponents]
    assert set(lines) == {"out", *(f"e{line}" for line in drawn_edges)}
    for line in drawn_edges:
        edge = graph.edges[line]
        element = lines[f"e{line}"]
        assert (element.get("data-source"), element.get("data-target")) == (f"n{edge.source}", f"n{edge.target}")
        for name in ("forward", "backward"):
            (direction,) = by_class(element, name)
            assert len(by_class(direction, "stroke")) == len(by_class(direction, "head")) == 1
    assert lines["out"].get("data-source") == f"n{graph.output}"
    assert len(by_class(root, "node")) == len(graph) - 1 + 1  # without the exponent, with the output's name


def test_no_red_where_no_gradient_flows() -> None:
    root = parsed(drawn("x + 1"))
    red = {line.get("data-line") for line in by_class(root, "line") if by_class(line, "backward")}
    assert red == {"e0", "out"}


def test_a_number_beside_its_formula_is_smaller_and_not_said_twice() -> None:
    root = parsed(drawn("x + 1", show=("formulas", "numbers")))
    numbers = {line.get("data-line"): by_class(line, "number") for line in by_class(root, "line")}
    assert len(numbers["e1"]) == 0
    assert all(float(label.get("data-size") or 1) < 1 for label in numbers["e0"])
    assert len(numbers["e0"]) == 2


def test_each_way_of_reading_is_as_small_as_it_can_be() -> None:
    def width(show: Show) -> float:
        return float(parsed(drawn(ARTICLE["softmax"], show=(show,))).get("width") or 0)

    assert width("rules") < 0.8 * width("formulas")
    assert width("numbers") < 0.8 * width("formulas")


def test_changing_a_number_moves_nothing() -> None:
    def geometry(value: float) -> list[str]:
        graph = fold(build("x*y"))
        printed = f"{value:.3f}".replace("-", "−")
        numbers = LineTexts((printed,) * 3, (printed,) * 3)
        placed = place(graph, {"numbers": numbers}, symbols=("x", "y", "×"), names=[""])
        root = parsed(draw(placed, title="", description=""))
        return [root.get("viewBox") or "", *(path.get("d") or "" for path in root.iter(f"{NAMESPACE}path"))]

    assert geometry(1.0) == geometry(-123.456)


def test_digits_share_one_advance() -> None:
    root = parsed(drawn("x*y", show=("numbers",)))
    own = (root.get("class") or "").split()[-1]
    advances = {
        (e.get("id") or "").removeprefix(own): e.get("data-advance") for e in root.iter() if e.get("data-advance")
    }
    assert set(advances) == {
        *(f"d-{digit}" for digit in range(10)),
        *"d-minus d-plus d-point d-e d-infinity d-N d-a".split(),
    }
    assert len({advances[f"d-{digit}"] for digit in range(10)}) == 1


def test_a_still_holds_only_what_is_computed() -> None:
    graph = build(SIGMOID)
    counts = []
    for frame in range(9):
        root = parsed(drawn(SIGMOID, frame=frame))
        assert root.find(f"{NAMESPACE}style") is None
        counts.append((len(by_class(root, "forward")), len(by_class(root, "backward"))))
        assert len(by_class(root, "node", "operation")) == 5
    assert counts[0] == (0, 0)
    assert counts[4] == (len(graph.edges), 0)  # the exponent's line is not drawn, the output line is
    assert counts[8] == (len(graph.edges), len(graph.edges))
    assert counts == sorted(counts)


def test_stills_of_all_frames_share_one_geometry() -> None:
    boxes = {parsed(drawn(SIGMOID, frame=frame)).get("viewBox") for frame in range(9)}
    assert boxes == {parsed(drawn(SIGMOID)).get("viewBox")}


def test_black_alone_runs_into_the_middle_and_steps_aside_for_red() -> None:
    def off_the_middle(frame: int) -> set[float]:
        root = parsed(drawn(SIGMOID, frame=frame))
        middles = {dot.get("data-node"): float(dot[0].get("cy") or 0) for dot in by_class(root, "node", "branch")}
        lines = [line for line in by_class(root, "line") if line.get("data-target") in middles]
        heads = [by_class(by_class(line, "forward")[0], "head")[0].get("d") or "" for line in lines]
        tips = [float(re.findall(r"[\d.]+", head)[1]) for head in heads]
        return {round(abs(tip - middles[line.get("data-target")]), 1) for tip, line in zip(tips, lines, strict=True)}

    assert off_the_middle(4) == {0.0}
    assert off_the_middle(8) == {2.9}


@pytest.mark.parametrize("dashes", [False, True])
def test_without_motion_the_finished_figure_shows(*, dashes: bool) -> None:
    """Also where rules are read and keyframes are not: what a stroke looks like stands in its own attributes."""
    root = parsed(drawn(SIGMOID, dashes=dashes))
    rules = re.sub(r"@keyframes \w+\{(?:[^{}]*\{[^{}]*\})*\}", "", root.findtext(f"{NAMESPACE}style") or "")
    assert set(re.findall(r"[{;]([a-z-]+):", rules)) == {"animation", "animation-name", "animation-timing-function"}
    for stroke in by_class(root, "stroke"):
        assert stroke.get("fill") == "none"
        assert stroke.get("stroke") in ("#000", "#d3232f")
        dash = stroke.get("stroke-dasharray")
        assert bool(dash) == (dashes and stroke.get("stroke") != "#000")
        if dash:  # in pixels, since not everybody counts by pathLength
            assert stroke.get("pathLength") is None
            lengths = [float(part) for part in dash.split()]
            assert all(3 <= part <= 12 for part in lengths[:-1])
            assert sum(lengths[:-1]) <= float(stroke.get("font-size") or 0) < lengths[-1]


def test_the_sigmoid_figure_is_small() -> None:
    text = drawn(SIGMOID)
    assert len(text) < 38_000
    assert len(gzip.compress(text.encode())) < 7_500


def names(text: str) -> set[str]:
    """Whatever is a name of the whole page: ids, keyframes, and the class under which the rules are."""
    found = re.findall(r' id="([^"]+)"|@keyframes (\w+)|class="kuroaka (?:network )?(\w+)"', text)
    return {name for either in found for name in either if name not in ("", "card")}


def test_two_files_on_one_page_share_no_names() -> None:
    files = [
        drawn(SIGMOID),
        drawn(SIGMOID, show=("numbers",)),
        drawn(SIGMOID, animate=False),
        drawn(SIGMOID, frame=3),
        drawn(SIGMOID, dashes=True),
        drawn("x*y"),
        card("One."),
        card("Another."),
    ]
    found = [name for text in files for name in names(text)]
    assert len(found) > 100
    assert len(found) == len(set(found))
