"""``from kuroaka import Graph``."""

import json
import math
import subprocess
import sys

import pytest

import kuroaka
from kuroaka import Graph
from kuroaka.answers.encoding import encode, written_slowly
from kuroaka.answers.packed import packed
from kuroaka.asked import Asked
from kuroaka.exports import FORMATS
from kuroaka.graph import Tape
from kuroaka.scene import Scene


def test_a_picture_has_the_scale_asked_for() -> None:
    figure = Graph("x*y").figure()
    assert (png_width(figure.png()), png_width(figure.png(scale=1))) == (328, 164)


def png_width(png: bytes) -> int:
    assert png[:4] == b"\x89PNG"
    return int.from_bytes(png[16:20], "big")


def test_a_figure_can_be_a_still_of_a_frame() -> None:
    still = Graph("x*y").figure(animate=False, frame=0).svg
    assert "<style" not in still
    assert len(still) < len(Graph("x*y").figure().svg)


def test_latex_goes_in_and_comes_out() -> None:
    assert Graph(r"\frac{x}{y}").latex == r"\frac{x}{y}"


def test_the_limits_of_the_service_do_not_bind_a_library() -> None:
    assert Graph("x" + "+x" * 3000).evaluate(x=2).value == 6002


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError):
        kuroaka.nothing  # noqa: B018


def test_what_is_public_is_short() -> None:
    assert dir(kuroaka) == ["Figure", "Graph", "__version__"]
    shown = subprocess.run([sys.executable, "-m", "kuroaka", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"kuroaka {kuroaka.__version__}\n"
    figure = Graph("x*y").figure()
    assert repr(figure) == "Figure('x*y')"


def test_it_shows_itself_as_svg_and_says_what_it_is() -> None:
    figure = Graph("x*y").figure(x=2)
    assert figure._repr_svg_() == figure.svg
    assert Graph("x*y")._repr_svg_() == Graph("x*y").figure().svg
    data, metadata = figure._repr_mimebundle_()
    assert data["image/svg+xml"] == figure.svg
    for medium in ("image/svg+xml", "image/png"):
        assert metadata[medium]["alt"] == "Computational graph of x*y"  # type: ignore[index]


def test_json_is_the_same_without_the_fast_writer() -> None:
    hard = {"values": [math.nan, -math.inf, 1e-7, 1e22, 0.1, -0.0], "names": ("σ", "\u2028", '"'), "none": None}
    for answer in (hard, packed(Scene(Asked(expression="a = 2; 1/0 + a*x*x", at={"x": 1e-9})))):
        assert json.loads(written_slowly(answer)) == json.loads(encode(answer))


def test_a_tree_does_not_load_numpy() -> None:
    code = "import sys; from kuroaka import Graph; Graph('exp(x)').figure().svg; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_numbers_do_not_load_the_typesetter() -> None:
    code = "import sys; from kuroaka import Graph; Graph('x').evaluate(); sys.exit('ziamath' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_operation_opens_and_a_name_folds() -> None:
    graph = Graph("h = sigmoid(w*x); h^2", open=["sigmoid"])
    assert "exp" in graph.structure.operations
    assert graph.evaluate(w=2, x=0.5).value == pytest.approx(Graph("sigmoid(w*x)^2").evaluate(w=2, x=0.5).value)
    assert graph.figure(fold=["h"]).svg.count('class="node operation') == 2
    assert graph.figure().svg.count('class="node operation') == 6


def test_a_graph_that_nobody_typed_goes_everywhere() -> None:
    tape = Tape()
    x = tape.variable("x")
    graph, typed = Graph.from_tape(tape, tape.call("mul", x, x)), Graph("x*x")
    assert graph.text == "x*x"
    assert graph.evaluate(x=3).gradients == {"x": 6}
    for show in ("formulas", "numbers", "rules"):
        assert graph.figure(x=3, show=show).svg == typed.figure(x=3, show=show).svg
    for name in FORMATS:
        assert graph.export(name, x=3) == typed.export(name, x=3)
    assert graph.derivative("x").text == "2*x"


def test_a_graph_from_a_tape_opens() -> None:
    tape = Tape()
    graph = Graph.from_tape(tape, tape.call("sigmoid", tape.variable("x")), open=["sigmoid"])
    assert graph.figure().svg == Graph("sigmoid(x)", open=["sigmoid"]).figure().svg
