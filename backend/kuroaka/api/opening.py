"""The page as it is before its script runs: of a link, its title, its text, and the figure as it begins, in the place
where the live one is to stand.

A link in, a document out. The script takes all of it over.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from string import Template
from typing import NamedTuple

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from kuroaka.api import work
from kuroaka.api.caching import Answers
from kuroaka.api.first import WELCOME
from kuroaka.api.gate import Unavailable
from kuroaka.api.images import question
from kuroaka.api.languages import language_of
from kuroaka.api.sharing import asked_of, head_lines, one_line, question_of, shown
from kuroaka.api.workers import LONG
from kuroaka.asked import Asked, ParameterProblem
from kuroaka.figure.files.raster import size
from kuroaka.language import ExpressionProblem
from kuroaka.page.served import document
from kuroaka.page.words import words
from kuroaka.words import Language, say

# Units of the figure: what is wider is not whole on a phone, or on most screens, as the page keeps it large enough to
# read.
WIDE, WIDEST = 460, 1200


class Opening(NamedTuple):
    """A document, and what its policy is told of the one style inside it: the hash, empty where there is none."""

    text: str
    style: str


class Still(NamedTuple):
    """The figure that does not move yet, and a style that says its size; empty where there is none."""

    svg: str = ""
    style: str = ""


async def opening(request: Request) -> Opening:
    """The document for the link of a request."""
    said, language = shown(request.url.query), language_of(request)
    is_bare, hidden = said is WELCOME, said.get("hide", "").split(",")
    speaks = words(language)
    expression = one_line(said)
    if is_bare:
        title, description = speaks["title"], say("page.description", language)
    else:
        title = speaks["titleOf"].format(expression=expression)
        description = say("page.description-of", language, expression=expression)
    texts = {
        "theme": said.get("theme", "auto"),
        "title": title,
        "description": description,
        "tagline": speaks["tagline"].format(ink=speaks["black"]),
        "heading": speaks["expression"],
        "lessons": speaks["lessons"],
        "expression": said["expr"],
        "welcomes": speaks["welcome"].format(ink=speaks["black"]) if is_bare else "",
        "next": speaks["welcomeNext"] if is_bare else "",
        "course": speaks["welcomeCourse"] if is_bare else "",
        "pictured": await run_in_threadpool(asked_of, {**said, "paper": "white"}),  # the page may be dark
    }
    still = await _still(request, said, language)
    template = Template(document("index.html", language))
    text = template.substitute(
        {name: escape(text) for name, text in texts.items()},
        links=await run_in_threadpool(head_lines, request, said, title if is_bare else expression, description),
        header=" hidden" * ("header" in hidden),
        input=" hidden" * ("input" in hidden),
        welcome=" hidden" * (not is_bare),
        still=still.svg,
    )
    digest = b64encode(sha256(still.style.encode()).digest()).decode()
    return Opening(text, f"'sha256-{digest}'" if still.style else "")


async def _still(request: Request, said: dict[str, str], language: Language) -> Still:
    """The figure at the frame where the page begins; nothing where that is refused, takes long, or does not fit."""
    answers: Answers = request.app.state.answers
    try:
        asked = _beginning(await run_in_threadpool(question_of, said), language)
        if len(asked.expression) > LONG:
            return Still()
        name = question(asked, "svg")
        answer = answers.find(name) or await answers.made(name, work.figure, asked)
    except (ExpressionProblem, ParameterProblem, Unavailable):
        return Still()
    svg = answer.plain.decode()
    width, height = size(svg)
    if width > WIDEST:
        return Still()
    if width > WIDE:
        svg = svg.replace('class="kuroaka', 'class="wide kuroaka', 1)
    style = f".still{{--width:{width:g};--height:{height:g}}}"
    return Still(svg.replace("</svg>", f"<style>{style}</style></svg>"), style)


def _beginning(asked: Asked, language: Language) -> Asked:
    """As the page shows it, which has a ground of its own."""
    asked = asked.but(lang=language, paper="none")
    return asked.but(frame=0) if asked.frame is None and asked.animate else asked
