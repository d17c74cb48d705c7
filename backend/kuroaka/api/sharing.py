"""What other sites ask about a page of ours: oEmbed, and the lines in a page's head that lead there and to a picture.

A link of the page in; a frame, a title and a picture out. Nothing is fetched.
"""

import re
from html import escape
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from kuroaka.answers.documents import Responses, answers
from kuroaka.answers.encoding import encode
from kuroaka.api import work
from kuroaka.api.framing import frame_height
from kuroaka.api.settings import Settings
from kuroaka.asked import Asked, ParameterProblem
from kuroaka.figure.files.raster import SCALE
from kuroaka.language import LIMITS, ExpressionProblem
from kuroaka.scene import structure

router = APIRouter()

WELCOME = {"expr": "z = x*y", "at": "x:2,y:3", "show": "numbers"}  # what the bare address of the page shows
FIRST = {"expr": "a = -1; n = a^2; z = n/(n + exp(a*x))"}  # what any other shows that names no expression
USUAL = {"x": 0.5}  # and where it looks at it, or at any other expression with such a name
WIDTH = 800  # pixels of a frame, where the other site has room
_PAGES = ("/", "/embed")


_RESPONSES: Responses = {
    **answers("A frame with the figure."),
    404: {"description": "The address is no page of this service."},
}


@router.get("/oembed", responses=_RESPONSES, response_class=Response)
async def get_oembed(
    request: Request,
    url: Annotated[str, Query(description="Address of a page of this service.")],
    maxwidth: Annotated[int, Query(ge=1, description="In pixels.")] = WIDTH,
    maxheight: Annotated[int, Query(ge=1, description="In pixels.")] = 2 * WIDTH,
    _written: Annotated[Literal["json"], Query(alias="format", description="There is no other.")] = "json",
) -> Response:
    """oEmbed 1.0: how a page of this service is put into another one."""
    base = address(request)
    try:
        asked = urlsplit(url)
    except ValueError:
        raise HTTPException(404) from None
    if asked.netloc != urlsplit(base).netloc or asked.path.removeprefix(request.scope["root_path"]) not in _PAGES:
        raise HTTPException(404)
    said = shown(asked.query, is_page=not asked.path.endswith("/embed"))
    request.state.expression = said["expr"]
    question = await run_in_threadpool(question_of, said)
    sizes = await request.app.state.answers.workers.make(work.sizes, question)
    width = min(maxwidth, WIDTH)
    height = min(maxheight, frame_height(sizes, width))
    title = one_line(said)
    query = urlencode({**WELCOME, "frame": 0}) if said is WELCOME else asked.query
    source = f"{base}embed" + (f"?{query}" if query else "")
    frame = (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{width}" height="{height}" '
        'sandbox="allow-scripts" loading="lazy" style="border: 0; max-width: 100%; '
        f'height: {height}px"></iframe>'
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Kuroaka",
        "provider_url": base,
        "title": title,
        "html": frame,
        "width": width,
        "height": height,
        "thumbnail_url": _picture(base, said),
        "thumbnail_width": round(sizes.still.width * SCALE),
        "thumbnail_height": round(sizes.still.height * SCALE),
        "cache_age": 86400,
    }
    return Response(encode(answer), media_type="application/json")


def address(request: Request) -> str:
    """Where the world finds this service: as it was set, else as it was asked for."""
    settings: Settings = request.app.state.settings
    return settings.address or str(request.base_url)


def head_lines(request: Request, said: dict[str, str], title: str, description: str) -> str:
    """The lines for the head of a page: its title and picture for those who link to it, and where its oEmbed is."""
    base, query = address(request), request.url.query
    oembed = f"{base}oembed?{urlencode({'url': base + (f'?{query}' if query else '')})}"
    title, expression, picture = escape(title), escape(one_line(said)), escape(_picture(base, said))
    return f"""    <meta property="og:type" content="website">
    <meta property="og:site_name" content="Kuroaka">
    <meta property="og:title" content="{title}">
    <meta property="og:description" content="{escape(description)}">
    <meta property="og:image" content="{picture}">
    <meta property="og:image:alt" content="{expression}">
    <meta name="twitter:card" content="summary_large_image">
    <link rel="alternate" type="application/json+oembed" href="{escape(oembed)}" title="{expression}">"""


def shown(query: str, *, is_page: bool = True) -> dict[str, str]:
    """What a link shows, by the names of a link; at its bare address the page has something of its own."""
    said = dict(parse_qsl(query, keep_blank_values=True))
    if is_page and not said:
        return WELCOME
    return {**FIRST, **{name: text for name, text in said.items() if text}}


def one_line(said: dict[str, str]) -> str:
    """The expression of a link, on one line."""
    return re.sub(r"\s+", " ", said["expr"]).strip()[:300]


def question_of(said: dict[str, str]) -> Asked:
    """What the page of a link asks: what names nothing in the expression is left alone there, and so it is here."""
    asked = Asked.read(said)
    graph = structure(asked, LIMITS)
    given = {**USUAL, **asked.at}
    return asked.but(
        at={name: given[name] for name in graph.leaves if name in given},
        seeds={name: seed for name, seed in asked.seeds.items() if name in graph.output_names},
    )


def asked_of(said: dict[str, str]) -> str:
    """The query of a picture of what a link shows; of a link that is refused, of why."""
    try:
        return question_of(said).link()
    except (ExpressionProblem, ParameterProblem):
        return urlencode(said)


def _picture(base: str, said: dict[str, str]) -> str:
    return f"{base}api/v1/figure.png?{asked_of(said)}"
