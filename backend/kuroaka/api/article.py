"""Documents that read well without a script: the course, and what is said of problems."""

from collections.abc import Mapping
from html import escape
from string import Template
from typing import Literal
from urllib.parse import urlencode

from fastapi import Response

from kuroaka.api.caching import ASK
from kuroaka.page.served import document
from kuroaka.words import LANGUAGES, Language, say

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors "
)


def article(
    language: Language,
    root: str,
    texts: Mapping[str, str],
    body: str,
    *,
    kind: Literal["lesson", "lessons", "problem"] = "lesson",
    links: str = "",
    files: str = "",
    kept: Mapping[str, str] = {},
    framed: bool = False,
    asks: bool = False,
) -> Response:
    """A document with a title and a description. ``root`` leads from there to the page; ``kept`` of its link goes along
    into another language. ``framed`` says whether it may stand in a page of others, ``asks`` whether its script asks
    other sites and its form is sent.
    """
    other = next(each for each in LANGUAGES if each != language)
    template = Template(document("lesson.html", language))
    text = template.substitute(
        {key: escape(value) for key, value in texts.items()},
        body=body,
        links=links,
        files=files,
        root=root,
        language=language,
        lessons=escape(say("lessons.title", language)),
        other=other,
        kept=escape(urlencode({**kept, "lang": other})),
        spoken=say("lessons.language", other),
        kind=kind,
    )
    policy = _POLICY + ("*" if framed else "'none'")
    if asks:
        policy = policy.replace("connect-src 'self'", "connect-src https: http:").replace(
            "form-action 'none'", "form-action 'self'"
        )
    headers = {"Content-Security-Policy": policy, "Cache-Control": ASK, "Vary": "Accept-Language"}
    return Response(text, headers=headers, media_type="text/html")
