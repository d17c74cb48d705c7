"""The language of an answer: what the request asks for in, ours out."""

import re
from typing import Annotated, cast

from fastapi import Depends, Query, Request

from kuroaka.words import LANGUAGES, Language


def asked_language(
    request: Request, lang: Annotated[str, Query(description="en or ja; the browser's language by default.")] = ""
) -> Language:
    """The language of an answer, as a dependency of a route; ``lang`` is declared here for the documentation."""
    return language_of(request) if lang in ("", *LANGUAGES) else "en"


Asked = Annotated[Language, Depends(asked_language)]


def language_of(request: Request) -> Language:
    """The language of an answer: ``?lang=``, else the first of ``Accept-Language`` that we speak, else English."""
    asked = [
        request.query_params.get("lang", ""),
        *re.findall(r"[a-z]{2}", request.headers.get("accept-language", "").lower()),
    ]
    return cast(Language, next((language for language in asked if language in LANGUAGES), "en"))
