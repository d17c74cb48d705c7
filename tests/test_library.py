"""``from kuroaka import Graph``."""

import base64
import re
import subprocess
import sys

import pytest

import kuroaka
from kuroaka import Graph


def test_draws_itself_in_a_notebook() -> None:
    html = Graph("x*y # <b>")._repr_html_()
    found = re.fullmatch(r'<img alt="x\*y # &lt;b>" src="data:image/svg\+xml;base64,([^"]*)">', html)
    assert found
    assert base64.b64decode(found[1]).startswith(b"<svg")


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
