"""What other sites ask about a page of ours: oEmbed, and the lines in a page's head that lead there and to a picture.

A link of the page in; a frame, a title and a picture out. Nothing is fetched.
"""

import re
from html import escape
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from kuroaka.answers.encoding import encode
from kuroaka.answers.tables import OembedAnswer
from kuroaka.api import work
from kuroaka.api.caching import DAY
from kuroaka.api.first import FIRST, USUAL, WELCOME
from kuroaka.api.heights import frame_height
from kuroaka.api.responses import answers
from kuroaka.api.settings import Settings
from kuroaka.asked import ROWS, Asked, ParameterProblem
from kuroaka.figure.files.raster import SCALE
from kuroaka.language import LIMITS, ExpressionProblem
from kuroaka.scene import structure

router = APIRouter(tags=["sharing"])

PRINTED = ("this", "last", "all")  # what links once called `paper`, as frontend/src/state/versions.js has it too
WIDTH = 800  # pixels of a frame, where the other site has room
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what a link may hold, and no XML
_PAGES = ("/", "/embed")
_PORTS = {"http": 80, "https": 443}


_ANSWERS = answers("A frame with the figure.", OembedAnswer, 404)
_ANSWERS[200]["content"] |= {"text/xml": {"schema": {"type": "string"}}}


@router.get("/oembed", responses=_ANSWERS, response_class=Response)
async def get_oembed(
    request: Request,
    url: Annotated[str, Query(description="Address of a page of this service.")],
    maxwidth: Annotated[int, Query(ge=1, description="In pixels.")] = WIDTH,
    maxheight: Annotated[int, Query(ge=1, description="In pixels.")] = 4 * WIDTH,
    written: Annotated[Literal["json", "xml"], Query(alias="format")] = "json",
) -> Response:
    """oEmbed 1.0: how a page of this service is put into another one. Sites add parameters of their own, which are no
    mistake here.
    """
    base = address(request)
    try:
        asked = urlsplit(url)
    except ValueError:
        raise HTTPException(404) from None
    place = urlsplit(base)
    if asked.netloc != place.netloc or asked.path not in [place.path.rstrip("/") + page for page in _PAGES]:
        raise HTTPException(404)
    said = shown(asked.query, is_page=not asked.path.endswith("/embed"))
    request.state.expression = said["expr"]
    question = await run_in_threadpool(question_of, said)
    sizes = await request.app.state.answers.workers.make(work.sizes, question)
    answer = embedded(base, said, sizes, maxwidth, maxheight, asked.query)
    text, kind = (encode(answer), "application/json") if written == "json" else (as_xml(answer), "text/xml")
    return Response(text, headers={"Cache-Control": DAY}, media_type=kind)


def embedded(
    base: str, said: dict[str, str], sizes: work.Sizes, maxwidth: int, maxheight: int, asked: str = ""
) -> dict[str, Any]:
    """The frame, title and picture of what a link shows; ``asked`` is its query as it was written."""
    width = min(maxwidth, WIDTH)
    height = min(maxheight, frame_height(sizes.contents, width, said.get("hide", "").split(",")))
    title = one_line(said)
    query = urlencode({**WELCOME, "frame": 0}) if said is WELCOME else asked
    source = f"{base}embed" + (f"?{query}" if query else "")
    frame = (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{width}" height="{height}" '
        'sandbox="allow-scripts" loading="lazy" style="border: 0; max-width: 100%; '
        f'height: {height}px"></iframe>'
    )
    return {
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


def as_xml(answer: dict[str, Any]) -> str:
    """The other form that oEmbed has.

    >>> as_xml({"title": "a < b", "width": 800}).splitlines()[1]
    '<oembed><title>a &lt; b</title><width>800</width></oembed>'
    """
    rows = "".join(f"<{name}>{escape(_NOT_XML.sub('', str(said)))}</{name}>" for name, said in answer.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{rows}</oembed>\n'


def address(request: Request) -> str:
    """Where the world finds this service: as it was set, else the place where it listens. What a visitor says of it in
    the headers of a request is no place of ours.
    """
    settings: Settings = request.app.state.settings
    if settings.address:
        return settings.address
    host, port = request.scope.get("server") or ("localhost", None)
    name = f"[{host}]" if ":" in host else host
    return f"{request.url.scheme}://{name}{'' if port in (None, _PORTS[request.url.scheme]) else f':{port}'}/"


def head_lines(request: Request, said: dict[str, str], title: str, description: str) -> str:
    """The lines for the head of a page: its title and picture for those who link to it, and where its oEmbed is."""
    base, query = address(request), request.url.query
    oembed = f"{base}oembed?{urlencode({'url': base + (f'?{query}' if query else '')})}"
    title, expression, picture = escape(title), escape(one_line(said)), escape(_picture(base, said))
    return f"""    <link rel="canonical" href="{escape(_canonical(base, said))}">
    <meta property="og:type" content="website">
    <meta property="og:url" content="{escape(_canonical(base, said))}">
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
    if said.get("paper") in PRINTED:
        said["print"] = said.pop("paper")
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
        known = {row.link for row in ROWS.values()}
        return urlencode({name: text for name, text in said.items() if name in known})


def _canonical(base: str, said: dict[str, str]) -> str:
    """The one address of all that show the same."""
    return base if said is WELCOME else f"{base}?{asked_of(said)}"


def _picture(base: str, said: dict[str, str]) -> str:
    return f"{base}api/v1/figure.png?{asked_of(said)}"
