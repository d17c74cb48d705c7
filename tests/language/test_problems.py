"""Bad input: every problem has a code, a place inside the text, and a sentence and a hint in both languages."""

from importlib import resources
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroaka.graph import build
from kuroaka.language import ExpressionProblem
from kuroaka.language.problems import locate
from kuroaka.words import LANGUAGES, catalogue

REFUSED = [
    ("x + * 2", "expected-value-after", 4, 1),
    ("x +", "expected-value-after", 3, 0),
    ("* 2", "expected-value-before", 0, 1),
    ("(x", "unclosed-bracket", 0, 1),
    ("sin(x", "unclosed-bracket", 3, 1),
    ("|x", "unclosed-bracket", 0, 1),
    ("x)", "unmatched-bracket", 1, 1),
    ("(x|y)", "mismatched-bracket", 4, 1),
    ("|x)", "mismatched-bracket", 2, 1),
    ("loss(x)", "unknown-function", 0, 4),
    ("Sin(x)", "misspelled-function", 0, 3),
    ("2 + sin", "function-without-argument", 4, 3),
    ("relu x", "function-without-argument", 0, 4),
    ("sin 2x y", "ambiguous-argument", 0, 8),
    ("sin x/2", "ambiguous-argument", 0, 7),
    ("√2x", "ambiguous-argument", 0, 3),
    ("sin^-1(x)", "inverse-function", 0, 5),
    ("relu^-1(x)", "no-inverse", 0, 6),
    ("4x - xln(x)", "glued-function", 5, 3),
    ("1 + cosx", "glued-function", 4, 4),
    ("e^-2x", "ambiguous-exponent", 2, 3),
    ("0 < x < 1", "chained-comparison", 2, 5),
    ("y == x^2", "equality", 2, 2),
    ("x*y, x=2", "values-behind", 3, 4),
    ("4,3 + x", "decimal-comma", 0, 3),
    ("1,300,400 + x", "thousands", 0, 9),
    ("10_000*x", "thousands", 0, 6),
    ("10 000*x", "thousands", 0, 6),
    ("0x10", "hexadecimal", 0, 4),
    ("w[0]*x", "index-in-brackets", 0, 2),
    ("Exp[x]", "square-brackets", 0, 4),
    ("x if x > 0 else 0", "conditional", 2, 2),
    ("a mod b", "modulo", 2, 3),
    ("a % b", "percent", 2, 1),
    ("x > 0 and y > 0", "logic", 6, 3),
    ("infinity", "infinity", 0, 8),
    ("dy/dx", "derivative", 0, 5),
    ("∂L/∂x", "derivative", 0, 1),
    ("f'(x)", "derivative", 0, 3),
    (r"\frac{\partial J}{\partial \theta_j}", "derivative", 0, 36),
    (r"\int x dx", "integral", 0, 4),
    (r"\lim_{x \to 0} x", "limit", 0, 4),
    (r"\max_{x} x^2", "limit", 0, 5),
    ("x(y + 1)", "unknown-function", 0, 1),
    ("x!", "factorial", 1, 1),
    ("softmax(x)", "softmax", 0, 7),
    (r"\alpha \text{softmax}(x)", "softmax", 7, 14),
    ("mean(x)", "mean", 0, 4),
    (r"\vec{x}", "vectors", 0, 4),
    ("xᵀy", "vectors", 1, 1),
    ("x.*y", "element-wise", 1, 2),
    ("frac(1, 2)", "fraction-call", 0, 4),
    ("sum(x_i)", "open-sum", 0, 3),
    ("Σ x_i", "open-sum", 0, 1),
    ("sum(x, i, 3, 1)", "empty-sum", 0, 3),
    (r"\sum_i x_i", "open-sum", 0, 4),
    ("x_1 + … + x_n", "dots", 6, 1),
    (r"y \approx x", "relation", 2, 7),
    (r"\cos 30^\circ", "degrees", 7, 6),
    ("x // y", "slashes", 2, 2),
    ("xー1", "japanese-dash", 1, 1),
    (r"w^{(2)} \cdot x", "numbered-above", 1, 6),
    ("x^{*}", "starred-name", 1, 2),
    ("w^l_{jk}", "index-above", 1, 2),
    (r"\theta(t)", "not-a-function", 0, 6),
    (r"\operatorname{foo}^2(x)", "unknown-operator", 0, 18),
    (r"\left. x^2 \right|_{x=1}", "evaluation-bar", 17, 1),
    (r"\sigma^2 + \sigma(x)", "two-meanings", 11, 6),
    ("f(x, x) = x", "argument-twice", 0, 9),
    ("x & y", "ampersand", 2, 1),
    ('"x"', "quotes", 0, 1),
    ("a : b", "colon", 2, 1),
    ("a ± b", "plus-minus", 2, 1),
    ("import numpy", "program", 0, 6),
    ("print(x)", "program", 0, 5),
    ("Re(x)", "complex", 0, 2),
    ("randn(x)", "random", 0, 5),
    ("factorial(x)", "special-function", 0, 9),
    (r"\mathbb{1}[x > 0]", "letter-of-a-set", 0, 7),
    (r"\frac{\placeholder{}}{x}", "empty-place", 6, 12),
    (r"\alpha PI", "letters-apart", 7, 2),
    (r"x_{\frac12} + \alpha", "bad-index", 2, 6),
    (r"w_1E5 \cdot x", "bad-index", 2, 3),
    (r"$x$ + $y$", "several-formulas", 2, 1),
    (r"\begin{cases} x & x > 0 \end{cases}", "bad-cases", 0, 35),
    ("log_2x(x)", "misspelled-function", 0, 6),
    ("log_(x)", "misspelled-function", 0, 4),
    ("max(x)", "wrong-arity", 0, 6),
    ("sin(x, y)", "wrong-arity", 0, 9),
    ("sin()", "expected-value-after", 4, 1),
    ("", "empty-expression", 0, 0),
    (" \n ; # nothing", "empty-expression", 0, 14),
    ("__import__('os')", "name-starts-with-underscore", 0, 1),
    ("x ? y", "conditional", 2, 1),
    ("x.real", "attribute", 0, 6),
    ("x + 🍎", "unexpected-character", 4, 1),
    (r"\frc{1}{x}", "unknown-command", 0, 4),
    (r"\frac{1}{x", "unclosed-bracket", 8, 1),
    (r"x^", "expected-value-after", 2, 0),
    (r"\frac{1}+x", "latex-argument", 8, 1),
    (r"\alpha x^23", "long-exponent", 9, 2),
    (r"\sin^{-1} x", "inverse-function", 0, 5),
    (r"\sin", "expected-value-after", 4, 0),
    (r"2\frac{1}{x)}", "mismatched-bracket", 11, 1),
    ("x\u200b + 1", "invisible-character", 1, 1),
    ("x\u202e + 1", "invisible-character", 1, 1),
    ("x 2", "number-after-value", 2, 1),
    ("1/2x", "ambiguous-division", 1, 3),
    ("1/a(b)", "unknown-function", 2, 1),
    ("1/(a)(b)", "ambiguous-division", 1, 5),
    ("x, y", "comma-outside-call", 1, 1),
    ("x + a = 3", "misplaced-equals", 6, 1),
    ("3 = x", "misplaced-equals", 2, 1),
    ("a = b = 3", "misplaced-equals", 6, 1),
    ("a = 1; a = 2", "bound-twice", 7, 1),
    ("b = a; a = 1", "bound-after-use", 4, 1),
    ("a = ", "expected-value-after", 4, 0),
    ("1e999", "bad-number", 0, 5),
    ("log_" + "9" * 400 + "(x)", "bad-number", 0, 404),
    ("x" + "⁹" * 400, "bad-number", 1, 400),
    ("sin^" + "9" * 400 + "(x)", "bad-number", 4, 400),
    ("sin" + "⁹" * 400 + " x", "bad-number", 3, 400),
    ("x" * 33, "name-too-long", 0, 33),
    ("x" * 33 + " = 2", "name-too-long", 0, 33),
    ("(" * 10_000 + "x" + ")" * 10_000, "expression-too-long", 2000, 18_001),
    ("(" * 700 + "x" + ")" * 700, "too-deep", 100, 1),
    ("x" + "+x" * 800, "too-many-tokens", 1500, 101),
]


@pytest.mark.parametrize(("text", "code", "offset", "length"), REFUSED)
def test_says_what_is_wrong_and_where(text: str, code: str, offset: int, length: int) -> None:
    with pytest.raises(ExpressionProblem) as caught:
        build(text)
    problem = caught.value
    assert (problem.code, problem.span) == (code, (offset, offset + length))
    for language in LANGUAGES:
        assert problem.detail(language)
        assert problem.hint(language)


def parts(text: str) -> set[str | None]:
    """What is filled into a sentence."""
    return {name for _, name, *_ in Formatter().parse(text) if name is not None}


def test_every_catalogue_has_the_same_keys_and_parts() -> None:
    files = {Path(str(file)).stem for file in resources.files("kuroaka.words").iterdir() if file.name.endswith(".json")}
    assert files == set(LANGUAGES)
    english = catalogue("en")
    for language in LANGUAGES:
        words = catalogue(language)
        assert words.keys() == english.keys(), language
        assert {key for key in words if parts(words[key]) != parts(english[key])} == set(), language
    assert {key for key in english if key.startswith("problem.")} >= {f"problem.{code}" for _, code, *_ in REFUSED}


@given(st.text(alphabet=st.sampled_from("xyab12.+-*/^()|,;=\n# '²₁eEπ\\_∞ｘ（"), max_size=40) | st.text(max_size=30))
def test_any_text_gives_a_graph_or_a_problem_inside_it(text: str) -> None:
    problem = problem_of(text)
    if problem is not None:
        start, stop = problem.span
        assert 0 <= start <= stop <= len(text)
        assert problem.detail("ja")
        place = locate(text, problem.span)
        line, caret = place.caret.split("\n")
        assert len(line) <= 80
        assert caret.index("^") <= len(line)


def problem_of(text: str) -> ExpressionProblem | None:
    try:
        build(text)
    except ExpressionProblem as problem:
        return problem
    return None
