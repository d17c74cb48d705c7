"""The grammar: precedence, implicit products, bindings, spellings."""

import pytest

from kuroaka.language import UNLIMITED, Syntax, parse

SAME = [
    ("a - b - c", "(a - b) - c"),
    ("a/b/c", "(a/b)/c"),
    ("2^3^2", "2^(3^2)"),
    ("-x^2", "-(x^2)"),
    ("2^-x*3", "(2^(-x))*3"),
    ("2^-x^2", "2^(-(x^2))"),
    ("-2*x", "(-2)*x"),
    ("a*-b", "a*(-b)"),
    ("a--b", "a - (-b)"),
    ("2x^2y", "2*x^2*y"),
    ("3(x+1)", "3*(x+1)"),
    ("(a)(b)", "a*b"),
    ("w x + b", "w*x + b"),
    ("a**b", "a^b"),
    ("x² + 1", "x^2 + 1"),
    ("x₁w_1", "x_1w_1"),
    ("（１＋ｘ）÷２", "(1+x)/2"),
    ("a × b − c", "a*b - c"),
    ("|x|", "abs(x)"),
    ("||x|-1|y", "abs(abs(x)-1)*y"),
    ("2|x|", "2*abs(x)"),
    ("|a|b|c|", "abs(a)*b*abs(c)"),
    ("log_2(x)", "log(2, x)"),
    ("+x", "x"),
    ("1e3x", "1000x"),
    ("2e", "2*e"),
    ("(a +\n b)", "a + b"),
    ("x # the input", "x"),
    ("a = 2;; a(x+1)", "a = 2; a*(x+1)"),
    ("w′ x", "w' x"),
]


def shape(syntax: Syntax) -> list[object]:
    """What was parsed, without places; numbers by their value."""
    words = [syntax.number(term) or word for term, word in enumerate(syntax.words)]
    return [words, syntax.inputs, [(binding.name, binding.term) for binding in syntax.bindings]]


@pytest.mark.parametrize(("typed", "meant"), SAME)
def test_reads_as_mathematics_does(typed: str, meant: str) -> None:
    assert shape(parse(typed)) == shape(parse(meant))


def test_spans_are_those_of_the_typed_text() -> None:
    text = "（１ ＋ ｘ）÷ foo_1"
    syntax = parse(text)
    assert [text[slice(*span)] for span in syntax.spans] == ["１", "ｘ", "（１ ＋ ｘ）", "foo_1", text]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "x" + ")" * 10_000,
        "-" * 10_000 + "x",
        "x" + "+x" * 10_000,
        "x" + "^x" * 10_000,
        "sin(" * 10_000 + "x" + ")" * 10_000,
    ],
)
def test_depth_and_length_are_no_trouble_when_limits_are_lifted(text: str) -> None:
    assert parse(text, UNLIMITED).bindings
