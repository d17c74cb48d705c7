"""``from kuroaka import Graph``."""

import subprocess
import sys

import pytest

import kuroaka
from kuroaka import Graph
from kuroaka.exports import FORMATS
from kuroaka.graph import Tape


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
