"""The font of formulas: small, whole, free, and in every place that shows formulas."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from fastapi.testclient import TestClient
from fontTools.ttLib import TTFont

from kuroaka.exports.html import write
from kuroaka.graph import build, evaluate
from kuroaka.operations import OPERATIONS, Math
from kuroaka.page.bundle import bundle
from kuroaka.page.files import font
from tests.figure.drawings import ARTICLE
from tests.scenes import scene

SLANTED = {"h": "ℎ"}  # the one letter that has its place elsewhere


def tokens(tree: Math) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for part in tree[1:]:
            yield from tokens(part)


def as_shown(token: str) -> str:
    """A single letter is set slanted by the browser, all else as it is."""
    if re.fullmatch("[a-zA-Z]", token):
        start = 0x1D44E - ord("a") if token.islower() else 0x1D434 - ord("A")
        return SLANTED.get(token, chr(ord(token) + start))
    if re.fullmatch("[α-ω]", token):
        return chr(ord(token) + 0x1D6FC - ord("α"))
    return token


def test_it_is_small_and_says_whose_it_is() -> None:
    with TTFont(BytesIO(font())) as read:
        names = {str(name) for name in read["name"].names}
    assert len(font()) < 25_000
    assert any("STIX Fonts Project Authors" in name for name in names)
    assert any("SIL Open Font License" in name for name in names)


def test_it_has_what_formulas_are_made_of() -> None:
    signs = [re.sub(r"\{.*?\}", "", token) for name in OPERATIONS for token in tokens(OPERATIONS[name].math)]
    shown = {letter for sign in signs for letter in as_shown(sign)}
    for text in ARTICLE.values():
        drawn = scene(evaluate(build(text)))
        for line in drawn.lines:
            for label in (line.forward, line.backward, line.rule):
                shown |= {letter for token in tokens(label.math if label else "") for letter in as_shown(token)}
    with TTFont(BytesIO(font())) as read:
        known = {chr(code) for code in read.getBestCmap()}
    assert shown - known == set()
    assert len(shown) > 40


@pytest.mark.parametrize("entry", ["page", "frame", "embed"])
def test_each_door_asks_for_it_by_what_is_in_it(client: TestClient, entry: str) -> None:
    (name,) = set(re.findall(r"math-\w+\.woff2", bundle(f"entries/{entry}.js")))
    answer = client.get(f"/{name}")
    assert answer.content == font()
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*", "a font of another origin is asked for with its leave"


def test_a_file_that_plays_alone_brings_it_along() -> None:
    text = write(scene(evaluate(build("x*y"))))
    assert "@font-face{" in text
    assert "font-src data:" in text
