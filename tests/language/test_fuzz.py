"""The parser under fire: mutated expressions, text and LaTeX, for FUZZ_SECONDS; only our own problems may come out."""

import os
import random
import time

import pytest

from kuroaka.graph import build
from kuroaka.language import UNLIMITED, Syntax, parse, write
from kuroaka.language.problems import locate
from kuroaka.operations import functions
from tests.expressions import program
from tests.language.in_latex import in_latex
from tests.language.test_latex import ARTICLE, MORE
from tests.language.test_problems import REFUSED, problem_of

pytestmark = pytest.mark.slow
SECONDS = float(os.environ.get("FUZZ_SECONDS", "60"))
BITS = [*r"+-*/^()|,;='_.#{}[]\ 0123456789exyEπσαｘ１（＋×÷−²₁", *"\n\t\u200b𝔘"]
BITS += [r"\frac", r"\sin", r"\left", "e^", "log_"]


def read(text: str) -> Syntax:
    return parse(text, spelling="auto", functions=functions())


def mutated(rng: random.Random, text: str) -> str:
    """A few characters deleted, doubled, swapped, or replaced by something that hurts."""
    for _ in range(rng.randint(1, 5)):
        at = rng.randint(0, len(text))
        match rng.randrange(4):
            case 0:
                text = text[:at] + text[at + rng.randint(1, 3) :]
            case 1:
                text = text[:at] + rng.choice(BITS) + text[at:]
            case 2:
                text = text[:at] + text[max(0, at - 4) : at] + text[at:]
            case _:
                text = text[:at] + rng.choice(BITS) + text[at + 1 :]
    return text


def test_only_problems_inside_the_text_come_out() -> None:
    rng = random.Random(time.time_ns())
    seeds = [text for text, _, _, _ in REFUSED] + [text for text, _ in (*ARTICLE, *MORE)]
    seeds += [program(random.Random(n), 8) for n in range(100)]
    seeds += [in_latex(parse(program(random.Random(n), 8))) for n in range(100)]
    tried = 0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        text = mutated(rng, rng.choice(seeds))
        tried += 1
        problem = problem_of(text)
        if problem is not None:
            assert 0 <= problem.span[0] <= problem.span[1] <= len(text), text
            assert problem.detail("ja"), text
            assert problem.hint("en"), text
            assert locate(text, problem.span).caret, text
        else:
            graph, written = build(text), write(read(text)).text
            if problem_of(written) is not None:
                continue  # what is written may be refused (d divided by dx), but never read as something else
            again = build(written, limits=UNLIMITED)
            assert (again.operations, again.numbers, again.names) == (graph.operations, graph.numbers, graph.names), (
                text
            )
            if rng.random() < 0.2 and len(seeds) < 2000:
                seeds.append(text)
    assert tried > 100 * SECONDS
