"""One file with everything in it: the page, its styles, and the answers of the service for one expression.

It opens from a disk and asks nobody anything; its own policy forbids it to.
"""

import re
from html import escape
from typing import Any
from urllib.parse import urlencode

from kuroaka.exports.answer import encode, graph_answer, operations_answer
from kuroaka.exports.bundle import bundle, frontend
from kuroaka.figure.compose import figure
from kuroaka.figure.draw import Show
from kuroaka.graph import Evaluation, evaluate
from kuroaka.words import Language

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_FILE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kuroaka">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{styles}
</style>
<script type="application/json" class="carried">{carried}</script>
<script type="module">
{script}
</script>
</head>
<body></body>
</html>
"""


def write(evaluation: Evaluation, language: Language = "en", show: Show = "formulas") -> str:
    """The page with one expression, at the point of the evaluation.

    >>> from kuroaka.graph import build
    >>> write(evaluate(build("x*y"), {"x": 2})).splitlines()[9]
    '<title>x*y</title>'
    """
    graph = evaluation.graph
    point = ",".join(f"{name}:{value!r}" for name, value in evaluation.point.items())
    query = {"expr": graph.text, "at": point, "seed": repr(evaluation.seed), "show": show, "lang": language}
    # A named constant is drawn by its name when it has another number than the text gives it.
    moved = {name: number + 1 for name, node in graph.leaves.items() if (number := graph.numbers[node]) is not None}
    carried = {
        "query": urlencode(query),
        **operations_answer(language),
        "plain": _drawn(evaluate(graph, {}), language),
        "named": _drawn(evaluate(graph, moved), language),
    }
    page = (frontend() / "index.html").read_text(encoding="utf-8")
    return _FILE.format(
        language=language,
        policy=escape(POLICY),
        title=escape(graph.text.strip()),
        styles="".join((frontend() / path).read_text(encoding="utf-8") for path in _SHEET.findall(page)),
        carried=encode(carried).decode().replace("<", "\\u003c"),
        script=bundle("page.js").replace("</script", "<\\/script"),
    )


def _drawn(evaluation: Evaluation, language: Language) -> dict[str, Any]:
    drawn = figure(evaluation, ("formulas", "numbers", "rules"), language=language)
    return {"graph": graph_answer(evaluation, language), "figure": drawn}
