"""A step with an exercise in; its blanks take the truth in three spellings, and name every slip that is planted."""

import math
from typing import Any

from playwright.sync_api import expect

from kuroaka.answers.graph import graph_answer
from kuroaka.answers.slips import slips_answer
from kuroaka.graph import evaluate
from kuroaka.lessons import Step
from kuroaka.scene import Scene
from kuroaka.words import Language
from tests.browser.reader import Reader
from tests.contract.exercises import Passes

_STATE = """({ session, store }) => {
    const { at, seed, seeds } = store.state;
    return { at, seeds: session.result.seeds, lines: session.graph.edges.map(({ id }) => id) };
}"""
# Every text into the field of a blank; what is said of each, and how it is marked.
_TYPE = """([place, texts]) => texts.map((text) => {
    const form = document.querySelectorAll(".blank")[place];
    const input = form.querySelector("input");
    input.value = text;
    form.requestSubmit();
    const says = form.querySelector(".verdict");
    return [says.className.replace("verdict ", ""), says.textContent];
})"""
LONGEST = 1000  # characters of an answer
TOLD = 2  # of more slips that give one answer not all are told


def check_answers(reader: Reader, step: Step, language: Language) -> tuple[int, int]:
    """How many blanks there are, and how many slips were named."""
    expect(reader.figure.locator(".box").first).to_be_attached()
    state = reader.figure.evaluate(_STATE)
    scene = Scene(step.figures[0].asked.but(at=state["at"], lang=language))
    names = scene.graph.output_names
    result = evaluate(scene.graph, state["at"], seeds=dict(zip(names, state["seeds"], strict=True)))
    passes, answer = Passes(result), graph_answer(scene, "latex")
    boxes: list[dict[str, Any]] = reader.page.evaluate(
        "[...document.querySelectorAll('.blank')].map(({ dataset, className }) => ({ ...dataset, className }))"
    )
    named = 0
    for place, box in enumerate(boxes):
        line = state["lines"].index(box["line"])
        if "forward" in box["className"]:
            source = scene.graph.lines[line].source
            typed, number, label = passes.texts[source], passes.values[source], answer["nodes"][source]["forward"]
            named += 1  # a sign too many
            [(status, said)] = reader.page.evaluate(_TYPE, [place, [f"-({typed})"]])
            sentence = next(each["says"] for each in slips_answer(language)["slips"] if each["name"] == "negated")
            assert (status, sentence.partition("{sign}")[0] in said) == ("wrong", True), said
        else:
            typed, number, label = passes.formulas()[line], passes.numbers()[line], answer["edges"][line]["backward"]
            named += _check_slips(reader, place, line, passes, language)
        right = [typed, f"{number:.6g}", label["latex"]]
        for status, said in reader.page.evaluate(_TYPE, [place, right]):
            assert status == "right", (right, said)
    return len(boxes), named


def _check_slips(reader: Reader, place: int, line: int, passes: Passes, language: Language) -> int:
    """Each in letters: it is wrong, and its sentence is among those that are said."""
    sentences = {each["name"]: each["says"].split("{sign}") for each in slips_answer(language)["slips"]}
    truth = passes.numbers()[line]
    planted = [
        (wrong, text)
        for wrong in passes.slips()
        if math.isfinite(number := passes.numbers(wrong)[line])
        and abs(number - truth) > 2e-3 * abs(truth)
        and len(text := passes.formulas(wrong)[line]) < LONGEST
    ]
    verdicts = reader.page.evaluate(_TYPE, [place, [text for _, text in planted]])
    for (wrong, text), (status, said) in zip(planted, verdicts, strict=True):
        assert status == "wrong", (wrong, text, said)
        told = [name for name, parts in sentences.items() if all(part in said for part in parts)]
        assert wrong.name in told or len(told) >= TOLD, (wrong, text, said)
    return len(planted)
