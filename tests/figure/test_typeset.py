"""Glyphs are where ziamath puts them, ink is measured to the hair, and a deep formula takes no longer than a flat
one.
"""

import random
import time
from collections.abc import Sequence

import pytest

from kuroaka.figure.type.broken import broken
from kuroaka.figure.type.glyphs import NOTHING, OUTLINES
from kuroaka.figure.type.typeset import typeset
from kuroaka.formulas import Label, latex, name_math, rule, symbols
from kuroaka.graph import build
from kuroaka.operations import OPERATIONS, Math
from tests.expressions import expression
from tests.figure.ziamath_oracle import expected, is_set_otherwise

ARTICLE = ("1/(1 + exp(-x))", "a = -1; n = a^2; z = n/(n + exp(a*x))", "max(0, x)", "sqrt(x + 1/y)", "log_y(x_1')")
NAMES = ("x", "y_hat_1", "w_ij'", "h_{t-1}", "σ_max")
BAR, POWER = ("over", "x", "¯"), ("sup", ("par", ("row", "1", "+", ("frac", "1", "x"))), "2")


def labels(text: str) -> set[Math]:
    """Everything that is set on the lines of a graph."""
    said = symbols(build(text))
    found: set[Math] = set()
    for label in (*said.values, *said.adjoints, *said.contributions):
        one: Label | None = label
        while one is not None:
            found.add(one.math)
            one = one.means
    return found


def agree(math: Math) -> bool:
    """Whether every glyph and rule is the same, and within a thousandth of the type size at the same place."""
    glyphs, rules = expected(math)
    found = typeset(math)
    return (
        [(use.outline, use.scale) for use in glyphs] == [(use.outline, use.scale) for use in found.glyphs]
        and all(abs(a.x - b.x) <= 1 and abs(a.y - b.y) <= 1 for a, b in zip(glyphs, found.glyphs, strict=True))
        and len(rules) == len(found.rules)
        and all(abs(x - y) <= 1 for a, b in zip(rules, found.rules, strict=True) for x, y in zip(a, b, strict=True))
    )


def test_rules_and_examples_are_set_as_ziamath_sets_them() -> None:
    maths = {rule(text).math for operation in OPERATIONS.values() for text in operation.backward}
    maths |= {math for text in ARTICLE for math in labels(text)}
    maths |= {("of", operation.symbol, ("row",)) for operation in OPERATIONS.values()}
    maths |= {BAR, POWER, ("sub", BAR, "1"), ("root", POWER, "3"), ("floor", POWER), *map(name_math, NAMES)}
    known = [math for math in maths if not is_set_otherwise(math)]
    assert len(known) > 150
    assert [latex(math) for math in known if not agree(math)] == []


@pytest.mark.slow
def test_thousands_of_labels_are_set_as_ziamath_sets_them() -> None:
    chosen = random.Random(20)
    maths: set[Math] = set()
    while len(maths) < 4000:
        maths |= labels(expression(chosen, chosen.randint(1, 8)))
    known = [math for math in maths if not is_set_otherwise(math)]
    assert [latex(math) for math in known if not agree(math)] == []


def test_a_bracket_of_any_height_reaches_around_what_it_holds() -> None:
    math: Math = "x"
    for _ in range(7):
        math = ("frac", math, math)
    inside, found = typeset(math), typeset(("par", math))
    assert len(found.glyphs) - len(inside.glyphs) > 3, "more parts than two glyphs"
    assert found.ascent >= inside.ascent
    assert found.descent >= inside.descent
    opened = [use for use in found.glyphs if use.x == 0]
    assert min(use.y for use in opened) < -1000 < 300 < max(use.y for use in opened), "one part above the other"


def test_deep_formulas_take_no_exponential_time() -> None:
    math: Math = "x"
    for _ in range(40):
        math = ("par", ("row", "1", "+", ("frac", "1", math)))
    begin = time.process_time()
    typeset(math)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize("math", [*map(name_math, NAMES), POWER, ("sqrt", POWER), BAR], ids=str)
def test_ink_is_what_the_outlines_cover(math: Math) -> None:
    result = typeset(math)
    assert result.left < result.right
    for use in result.glyphs:
        assert OUTLINES[use.outline].startswith("m")
        assert OUTLINES[use.outline].endswith("z")
        assert 0.3 < use.scale <= 1
    for line in result.rules:
        assert result.left <= line.x
        assert line.x + line.width <= result.right
        assert -result.ascent <= line.y
        assert line.y + line.height <= result.descent


def test_what_stands_on_a_letter_stands_in_its_middle() -> None:
    for sign in "^~¯":
        letter, mark = typeset(("over", "x", sign)).glyphs
        assert letter.x == 0
        assert mark.outline != letter.outline
    above = typeset(("frac", ("over", "y", "^"), "2"))
    bar = above.rules[0]
    assert above.glyphs[0].x >= bar.x, "a hat moves no numerator off its bar"


def test_nothing_has_no_size() -> None:
    assert typeset("") == NOTHING
    assert NOTHING.width == 0


def test_a_long_sum_stands_in_two_lines() -> None:
    terms = [("sup", letter, "2") for letter in "abcdefg"]
    whole = ("row", *_summed(terms))
    lines = broken(whole)
    assert lines[0] == "lines"
    first, second = (typeset(line) for line in lines[1:])
    stacked = typeset(lines)
    assert stacked.width == max(first.width, second.width) < 0.8 * typeset(whole).width
    assert len(stacked.glyphs) == len(typeset(whole).glyphs)
    assert stacked.ascent == first.ascent
    assert stacked.descent > first.descent + second.ascent
    assert broken(("row", *_summed(terms[:3]))) == ("row", *_summed(terms[:3]))


def test_a_product_with_a_long_sum_breaks_within_its_brackets() -> None:
    terms = _summed(list("abcdefghijklmn"))
    whole: Math = ("row", "−", ("times", "E", ("par", ("row", *terms))))
    lines = broken(whole)
    assert lines[0] == "lines"
    read = [glyph.outline for line in lines[1:] for glyph in typeset(line).glyphs]
    known = [glyph.outline for glyph in typeset(whole).glyphs]
    assert (read[:2], read[3:-1]) == (known[:2], known[3:-1]), "all but the brackets reads as it did"
    assert (lines[1][:3], lines[2][1], lines[2][-1]) == (("row", "−", ("times", "E")), "+", ")")
    high: Math = ("times", "E", ("par", ("row", ("frac", "a", "b"), "+", *terms)))
    assert broken(high) == high, "brackets around a fraction are higher than signs on a line"


def _summed(terms: Sequence[Math]) -> list[Math]:
    first, *others = terms
    return [first, *(part for term in others for part in ("+", term))]
