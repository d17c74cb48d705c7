"""An operation is one row of the table: one that is added here works everywhere, with pi and e in its rules."""

import json
import math
from collections.abc import Iterator

import mpmath
import pytest

from kuroaka.answers.operations import operations_answer
from kuroaka.exports import FORMATS
from kuroaka.figure.drawing.compose import figure
from kuroaka.formulas import derivative, symbols
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.formula import call
from kuroaka.graph import build, evaluate, sweep
from kuroaka.operations import OPERATIONS, Operation, table
from kuroaka.words import LANGUAGES, catalogue
from tests.exports.programs import ours, run
from tests.scenes import scene

INNER = "sqrt(2/pi)*(x + 0.044715*x^3)"
GELU = Operation(
    "gelu_tanh",
    ("x",),
    (f"E*(z/x + x/2*(1 - tanh({INNER})^2)*sqrt(2/pi)*(1 + 3*0.044715*x^2))",),
    "GELU",
    samples=((-1.5,), (0.5,), (2.0,)),
    value=f"0.5*x*(1 + tanh({INNER}))",
    spellings=("gelu_tanh",),
)
GROWN = Operation("grown", ("x",), ("E*z",), "g", ((1.0,),), value="e^x", spellings=("grown",))
TWICE = Operation("twice", ("x",), ("2*E*grown(x)",), "t", ((1.0,),), value="grown(x)*2", spellings=("twice",))
AT = {"x": 0.7, "w": -1.2}


@pytest.fixture(autouse=True)
def _added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rows, and a title in both catalogues."""
    for row in (GELU, GROWN, TWICE):
        monkeypatch.setitem(OPERATIONS, row.name, row)
        monkeypatch.setitem(table._CALLED, (row.name, 1), row)
        monkeypatch.setitem(FORMULAS.primitives, row.name, lambda *inputs, name=row.name: call(name, *inputs))
        for language in LANGUAGES:
            monkeypatch.setitem(catalogue(language), f"operation.{row.name}", row.name)
    monkeypatch.setattr(table, "_ROWS", tuple(OPERATIONS.values()))
    table.functions.cache_clear()
    yield
    table.functions.cache_clear()


def exactly(x: float) -> mpmath.mpf:
    inner = mpmath.sqrt(2 / mpmath.pi) * (x + mpmath.mpf("0.044715") * x**3)
    return x / mpmath.mpf(2) * (1 + mpmath.tanh(inner))


def test_numbers_formulas_and_figure() -> None:
    result = evaluate(build("gelu_tanh(w*x)*grown(x)"), AT)
    at = AT["w"] * AT["x"]
    assert result.value == pytest.approx(float(exactly(at) * mpmath.exp(AT["x"])), rel=1e-14)
    assert result.gradients["w"] == pytest.approx(
        float(mpmath.diff(exactly, at) * AT["x"] * mpmath.exp(AT["x"])), rel=1e-12
    )
    curve = sweep(result.graph, "x", 0.7, 0.7, points=2, values={"w": AT["w"]})
    assert curve.derivatives[0] == pytest.approx(result.gradients["x"], rel=1e-12)
    adjoint = symbols(build("gelu_tanh(x)")).adjoints[0]
    assert adjoint is not None
    assert "pi" in adjoint.text
    assert r"\pi" in adjoint.latex
    for show in ("formulas", "numbers", "rules"):
        assert figure(scene(result, show=show)).startswith("<svg")


def test_inside_and_derivative_keep_the_symbol() -> None:
    opened = build("gelu_tanh(x) + grown(x)", opened=["gelu_tanh", "grown"])
    assert opened.operations.count("pi") == 1
    assert "exp" in opened.operations
    assert evaluate(opened, {"x": 0.7}).value == pytest.approx(
        evaluate(build("gelu_tanh(x) + grown(x)"), {"x": 0.7}).value
    )
    graph = derivative(build("gelu_tanh(x)"), "x")
    assert "sqrt(2/pi)" in graph.text
    assert evaluate(graph, {"x": 0.7}).value == pytest.approx(float(mpmath.diff(exactly, 0.7)), rel=1e-12)


def test_every_export_has_it_and_the_programs_compute_it() -> None:
    result = evaluate(build("gelu_tanh(w*x)*grown(x)"), AT)
    written = {name: row.write(scene(result)) for name, row in FORMATS.items()}
    assert json.loads(written["json"])["gradients"]["x"] == pytest.approx(result.gradients["x"])
    (printed,) = run([written["python"]])
    assert printed == pytest.approx(ours(result), rel=1e-12)


def test_the_browser_is_sent_a_number() -> None:
    row = operations_answer("en")["operations"]["gelu_tanh"]
    words = {step for rule in (row["value"], *row["backward"]) for step in rule if isinstance(step, str)}
    assert words == {"x", "E", "z"}
    assert math.pi in row["value"]
    assert r"\pi" in row["definition"]["latex"]


def test_the_browser_is_sent_primitives_alone() -> None:
    row = operations_answer("en")["operations"]["twice"]
    words = {step[0] for rule in (row["value"], *row["backward"]) for step in rule if isinstance(step, list)}
    assert words == {"pow", "mul"}
    assert row["value"] == ["x", math.e, ["pow", 1, 0], 2.0, ["mul", 2, 3]]
