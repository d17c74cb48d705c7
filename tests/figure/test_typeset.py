"""Glyphs are where ziamath puts them, with and without our patch, and ink is measured to the hair."""

import subprocess
import sys
import time

import pytest

from kuroaka.figure.type.glyphs import NOTHING, OUTLINES
from kuroaka.figure.type.typeset import typeset

FORMULAS = (
    r"x",
    r"{-}E\cfrac{(x+2)e^{-x}}{(1+e^{-x})^2}",
    r"\left(1+\cfrac{1}{x}\right)^2",
    r"\left|\cfrac{x}{\left(1+\cfrac{a}{b}\right)}\right|",
    r"\sqrt{x+\cfrac{1}{y}}",
    r"\sqrt[3]{x}",
    r"\log_{x} y",
    r"e^{-\left(w x + b\right)^{2}}",
    r"\cfrac{\left(a+\cfrac{b}{\left(c\right)}\right)}{\left(\cfrac{1}{2}\right)^{\left(x\right)}}",
    r"\sum_{i} w_i x_i",
    r"\max\left(x, y\right)",
)

UNPATCHED = """
import importlib.metadata as metadata
version = metadata.version
metadata.version = lambda name: "0" if name == "ziamath" else version(name)
import sys
from kuroaka.figure.type.typeset import typeset
for formula in sys.argv[1:]:
    print(typeset(formula))
"""


def test_the_patch_changes_no_output() -> None:
    run = subprocess.run([sys.executable, "-c", UNPATCHED, *FORMULAS], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [str(typeset(formula)) for formula in FORMULAS]


def test_nested_brackets_take_no_exponential_time() -> None:
    formula = "x"
    for _ in range(14):  # unpatched: minutes
        formula = rf"\left(1+\cfrac{{1}}{{{formula}}}\right)"
    begin = time.process_time()
    typeset(formula)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("formula", FORMULAS)
def test_ink_is_what_the_outlines_cover(formula: str) -> None:
    result = typeset(formula)
    assert result.left < result.right
    for use in result.glyphs:
        assert OUTLINES[use.outline].startswith("m")
        assert OUTLINES[use.outline].endswith("z")
        assert 0.3 < use.scale <= 1
    for rule in result.rules:
        assert result.left <= rule.x
        assert rule.x + rule.width <= result.right
        assert -result.ascent <= rule.y
        assert rule.y + rule.height <= result.descent


def test_nothing_has_no_size() -> None:
    assert typeset("") == NOTHING
    assert NOTHING.width == 0
