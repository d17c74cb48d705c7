"""The letters of rules: those of the table, unless the reader means something else by one of them."""

import pytest

from kuroaka.asked import Asked
from kuroaka.scene import Scene


@pytest.mark.parametrize(
    ("expression", "rules"),
    [
        ("x*y", ["E*y", "E*x", "E"]),  # the article's own letters, where they are true
        ("a*b", ["E*y", "E*x", "E"]),
        ("w*x", ["E*v", "E*u", "E"]),  # x is the second of the two here
        ("y*x", ["E*v", "E*u", "E"]),
        ("u_1*x", ["E*w", "E*v", "E"]),  # nor a letter that begins a name
        ("z = x*y", ["E*y", "E*x", "E"]),
        ("exp(z)", ["E*v", "E"]),
        ("z = exp(x)", ["E*z", "E"]),
    ],
)
def test_a_rule_says_nothing_false_in_the_readers_letters(expression: str, rules: list[str]) -> None:
    lines = Scene(Asked(expression=expression)).lines
    assert [line.rule.text for line in lines if line.rule] == rules
