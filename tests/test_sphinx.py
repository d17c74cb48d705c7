"""A real Sphinx project, built by the real tool, as HTML and as LaTeX from the same doctrees."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kuroaka.library import Graph

CONF = """
project = "Course"
extensions = ["kuroaka.sphinx"]
kuroaka_service = "https://figures.example/"
"""
INDEX = """
Course
======

.. kuroaka:: 1/(1 + exp(-x))
   :at: x:0.5
   :width: 80%
   :name: sigmoid

.. kuroaka::
   :frame: 2
   :show: numbers
   :lang: ja
   :class: wide

   n = x^2
   z = n*y

.. kuroaka:: x*y # <script>alert(1)</script>
   :alt: A "product" <b>
   :live:

.. kuroaka:: x + * 2

.. kuroaka:: x
   :at: x=1

.. kuroaka:: x*y
   :frame: first

.. kuroaka:: x*y
   :frame: 99
"""
BUILD_BOTH = """
import sys
from sphinx.cmd.build import main
sys.exit(any(main(["-q", "-b", builder, "-d", "doctrees", ".", builder]) for builder in ("html", "latex")))
"""


class Images(HTMLParser):
    """The attributes of all images of a page, and its scripts and elements."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[dict[str, str | None]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.images.append(dict(attrs))
        elif tag in ("script", "kuroaka-figure"):
            self.elements.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The project after both builds, and what Sphinx had to say."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.rst").write_text(INDEX, "utf-8")
    command = [sys.executable, "-c", BUILD_BOTH]
    said = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stderr
    yield folder, re.sub(r"\x1b\[[\d;]*m", "", said)
    shutil.rmtree(folder)


def test_html_shows_figures_that_play(course: tuple[Path, str]) -> None:
    page = (course[0] / "html" / "index.html").read_text("utf-8")
    found = Images()
    found.feed(page)
    sigmoid, frame, product, _ = found.images
    assert sigmoid["alt"] == "Computational graph of 1/(1 + exp(-x))"
    assert "80%" in f"{sigmoid.get('style')} {sigmoid.get('width')}"  # the first Sphinx of 7 writes a width
    assert 'id="sigmoid"' in page
    assert (course[0] / "html" / str(sigmoid["src"])).read_text("utf-8") == Graph("1/(1 + exp(-x))").figure(x=0.5).svg
    still = Graph("n = x^2\nz = n*y").figure(frame=2, show="numbers", lang="ja")
    assert (course[0] / "html" / str(frame["src"])).read_text("utf-8") == still.svg
    assert frame["class"] == "kuroaka wide"
    assert product["alt"] == 'A "product" <b>'


def test_a_live_figure_is_an_element_with_the_picture_inside(course: tuple[Path, str]) -> None:
    page = (course[0] / "html" / "index.html").read_text("utf-8")
    found = Images()
    found.feed(page)
    (element,) = [attributes for tag, attributes in found.elements if tag == "kuroaka-figure"]
    assert element == {"expression": "x*y # <script>alert(1)</script>", "lang": "en"}
    assert ("script", {"type": "module", "src": "https://figures.example/embed.js"}) in found.elements
    assert re.search(r"<kuroaka-figure [^>]*>\s*<img [^>]*/>\s*</kuroaka-figure>", page)


def test_latex_has_pictures(course: tuple[Path, str]) -> None:
    source = (course[0] / "latex" / "course.tex").read_text("utf-8")
    pictures = re.findall(r"\\sphinxincludegraphics\[?[^{]*\{\{([^}]+)\}\.png\}", source)
    assert len(pictures) == 4
    assert "kuroaka-figure" not in source
    for name in pictures:
        assert (course[0] / "latex" / f"{name}.png").read_bytes()[:4] == b"\x89PNG"


def test_a_refusal_is_a_warning_with_its_place_and_the_build_goes_on(course: tuple[Path, str]) -> None:
    folder, said = course
    lines = (folder / "index.rst").read_text("utf-8").splitlines()
    for text, says in (
        ("x + * 2", "Expected a value after '+'."),
        ("x", "'x=1' is not a name with a number."),
    ):
        assert f"{folder}/index.rst:{lines.index(f'.. kuroaka:: {text}') + 1}: WARNING: {says}" in said
    assert "x + * 2\n    ^" in said
    assert "'first' is not a whole number, 0 or more." in said
    assert (
        f"{folder}/index.rst:{len(lines) - 1}: WARNING: The figure has no frame 99; its last one, 2, is shown." in said
    )
    assert said.count("WARNING") + said.count("ERROR") == 4
    assert "x + * 2" in (folder / "html" / "index.html").read_text("utf-8")
