"""TikZ and LaTeX with a real TeX: everything compiles, strokes lie where the figure has them, text stays text."""

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

from kuroaka.exports import FORMATS
from kuroaka.figure.drawing.compose import figure
from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.language import UNLIMITED
from kuroaka.operations import OPERATIONS
from tests.contract.graphs import expression
from tests.exports.hostile import COMMENTS, NAMES
from tests.exports.programs import ARTICLE
from tests.scenes import scene

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SCALE = 4  # pixels of the raster to one of the figure
LETTERS = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϕϵ"
COLOURS = {"#000": (0, 0, 0), "#d3232f": (0xD3, 0x23, 0x2F)}

EVERYTHING = evaluate(build(" + ".join(f"({expression(name)})" for name in OPERATIONS)), {"x": 0.3, "y": 0.4})
HOSTILE = evaluate(build("\n".join(f"# {text}" for text in COMMENTS) + "\n" + NAMES))
GREEK = evaluate(build("+".join(f"{letter}_αβ" for letter in LETTERS), limits=UNLIMITED))
NONFINITE = evaluate(build("1/0 + x*ln(-x) + 1e200*y"), {"y": 6.5e-30})
CASES = {
    "everything": EVERYTHING,
    "hostile": HOSTILE,
    "greek": GREEK,
    "nonfinite": NONFINITE,
    **{f"article-{place}": result for place, result in enumerate(ARTICLE)},
}


@pytest.fixture(scope="session")
def latex() -> Path:
    """The folder of a LaTeX."""
    found = subprocess.run([str(ROOT / "tools" / "find-latex")], capture_output=True, text=True, check=True)
    return Path(found.stdout.strip())


def compiled(engine: Path, text: str, folder: Path) -> Path:
    """The PDF of a document, which TeX made without a complaint about a character."""
    (folder / "document.tex").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "document.tex"],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    log = (folder / "document.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Missing character" not in log
    assert "invalid in math mode" not in log
    return folder / "document.pdf"


def words(pdf: Path) -> str:
    """The text of a PDF."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["tikz", "latex"])
def test_compiles(name: str, case: str, latex: Path, tmp_path: Path) -> None:
    pdf = compiled(latex / "pdflatex", FORMATS[name].write(scene(CASES[case])), tmp_path)
    assert "was-here" not in words(pdf)


@pytest.mark.parametrize("case", ["article-0", "hostile", "greek"])
@pytest.mark.parametrize("name", ["tikz", "latex"])
def test_compiles_with_lualatex(name: str, case: str, latex: Path, tmp_path: Path) -> None:
    compiled(latex / "lualatex", FORMATS[name].write(scene(CASES[case], lang="ja")), tmp_path)


def test_the_derivation_says_the_numbers(latex: Path, tmp_path: Path) -> None:
    printed = words(compiled(latex / "pdflatex", FORMATS["latex"].write(scene(ARTICLE[0])), tmp_path)).replace("−", "-")
    for number in ("0.6065", "1.607", "0.6225", "-0.3875", "0.2350", "-0.5875"):
        assert number in printed


@pytest.mark.parametrize("show", ["numbers", "rules"])
def test_other_labels_compile(show: str, latex: Path, tmp_path: Path) -> None:
    pdf = compiled(latex / "pdflatex", FORMATS["tikz"].write(scene(EVERYTHING, show=show)), tmp_path)
    assert ("0.3" in words(pdf)) == (show == "numbers")


@pytest.mark.parametrize("case", ["article-0", "article-5"])
def test_strokes_lie_where_the_figure_has_them(case: str, latex: Path, tmp_path: Path) -> None:
    result = CASES[case]
    image = raster(compiled(latex / "pdflatex", FORMATS["tikz"].write(scene(result)), tmp_path))
    runs = list(level_runs(result))
    assert len(runs) > 20
    shifts = [(right, down) for right in range(-160, 161) for down in range(-80, 81)]
    best = max(shifts, key=lambda shift: sum(lies(image, run, shift) for run in runs))
    assert [run for run in runs if not lies(image, run, best)] == []


AUTHOR = r"""
\colorlet{red}{blue}\colorlet{backward}{green}
\tikzset{label distance=2mm, node/.style={draw}, line/.style={dotted}, symbol/.style={draw}, forward/.style={dashed}}
"""


@pytest.mark.parametrize("is_first", [True, False])
def test_an_author_keeps_their_own_names(latex: Path, tmp_path: Path, *, is_first: bool) -> None:
    """The picture in a document of somebody else, who has styles of their own and uses those of TikZ."""
    preamble, picture = FORMATS["tikz"].write(scene(ARTICLE[0])).split(r"\begin{document}")
    ours = r"\definecolor{kuroaka-red}"
    assert preamble.count(ours) == 1
    preamble = preamble.replace(ours, AUTHOR + ours) if is_first else preamble + AUTHOR
    own = r"\begin{tikzpicture}\node[node, symbol, label=above:beside it] {mine};\end{tikzpicture}"
    pdf = compiled(latex / "pdflatex", preamble + r"\begin{document}" + own + picture, tmp_path)
    assert "beside it" in words(pdf)


def raster(pdf: Path) -> NDArray[np.uint8]:
    """The first page, so that a pixel of the figure is SCALE pixels."""
    resolution = 72.27 * SCALE * 17 / 10
    done = subprocess.run(["pdftoppm", "-r", f"{resolution}", "-singlefile", str(pdf)], capture_output=True, check=True)
    kind, width, height = done.stdout.split(maxsplit=3)[:3]
    assert kind == b"P6"
    return np.frombuffer(done.stdout[-int(width) * int(height) * 3 :], np.uint8).reshape(int(height), int(width), 3)


def level_runs(result: Evaluation) -> Iterator[tuple[tuple[int, int, int], float, float, float]]:
    """The level parts of the strokes in the SVG: colour, left, right, height."""
    for path in ElementTree.fromstring(figure(scene(result, animate=False))).iter("{http://www.w3.org/2000/svg}path"):
        colour = path.get("stroke")
        if colour is None:
            continue
        corners = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[A-Z]|$)", path.get("d", ""))]
        for (left, above), (right, below) in pairwise(corners):
            if abs(right - left) > 60 and abs(above - below) < 0.15:
                yield COLOURS[colour], min(left, right), max(left, right), above


def lies(
    image: NDArray[np.uint8], run: tuple[tuple[int, int, int], float, float, float], shift: tuple[int, int]
) -> bool:
    """Whether a run has its colour at three places of the raster, and ends where the run ends or curves away."""
    colour, left, right, height = run
    row = round(height * SCALE) + shift[1]
    places = [round(x * SCALE) + shift[0] for x in (left + 15, (left + right) / 2, right - 15)]
    if not (0 <= row < image.shape[0] and min(places) >= 0 and max(places) < image.shape[1]):
        return False
    return all(np.abs(image[row, place].astype(int) - colour).max() < 40 for place in places)
