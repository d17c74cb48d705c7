"""Whatever stands in a name or a comment stays text in every format."""

import ast
import json
import unicodedata

import pytest

from kuroaka.exports import FORMATS
from kuroaka.exports.comments import comment
from kuroaka.words import LANGUAGES
from tests.exports.hostile import COMMENTS, hostile
from tests.exports.programs import ours, run
from tests.scenes import scene

PYTHON = ["python", "pytorch", "jax"]
MARKS = {"python": "# ", "pytorch": "# ", "jax": "# ", "tikz": "% ", "latex": "% ", "dot": "// ", "mermaid": "%% "}


def test_every_format_is_held_to_it() -> None:
    assert MARKS.keys() | {"json", "answers", "html"} == FORMATS.keys()  # html has its own tests, in a browser


@pytest.mark.parametrize("name", MARKS)
def test_a_comment_is_nothing_but_comment_lines(name: str) -> None:
    """Without the lines that begin with the mark, the file is that of the same expression without comments."""
    for result in hostile():
        written = FORMATS[name].write(scene(result))
        assert not any(unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") for one in written if one != "\n")
        rest = [line for line in written.split("\n") if not line.startswith(MARKS[name].rstrip())]
        assert "was-here" not in "\n".join(rest)
        assert "evil" not in "\n".join(rest)


@pytest.mark.parametrize("name", PYTHON)
def test_the_tree_of_a_program_has_nothing_from_a_comment(name: str) -> None:
    for result in hostile():
        written = FORMATS[name].write(scene(result))
        tree = ast.dump(ast.parse(written.encode()))  # from bytes: a comment may name an encoding
        assert "was-here" not in tree
        assert written.startswith("import ")


def test_programs_run_and_print_only_our_numbers() -> None:
    results = hostile()
    for result, printed in zip(
        results, run([FORMATS["python"].write(scene(result)) for result in results]), strict=True
    ):
        assert printed == pytest.approx(ours(result), rel=1e-12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_in_both_languages(language: str) -> None:
    results = hostile()
    programs = [FORMATS["python"].write(scene(result, lang=language)) for result in results]
    assert [len(printed) for printed in run(programs)] == [len(ours(result)) for result in results]


def test_mermaid_gets_no_directive() -> None:
    assert not any("%%{" in FORMATS["mermaid"].write(scene(result)) for result in hostile())


def test_tex_gets_ascii_outside_comments() -> None:
    for name in ("tikz", "latex"):
        for result in hostile():
            assert all(
                line.isascii() for line in FORMATS[name].write(scene(result)).split("\n") if not line.startswith("%")
            )


def test_json_carries_the_text_as_it_is() -> None:
    for result in hostile():
        assert json.loads(FORMATS["json"].write(scene(result)))["expression"] == result.graph.text


def test_a_comment_of_nothing_is_nothing() -> None:
    assert comment("\n\r\u2028 \t\u200b", "# ") == ""
    assert all(line.startswith("# ") for text in COMMENTS for line in comment(text, "# ").splitlines())
