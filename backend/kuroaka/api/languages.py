"""The language of an answer: what the request asks for in, ours out."""

import re
from typing import cast

from fastapi import Request

from kuroaka.words import LANGUAGES, Language


def language_of(request: Request) -> Language:
    """The language of an answer: ``?lang=``, else the first of ``Accept-Language`` that we speak, else English."""
    asked = [
        request.query_params.get("lang", ""),
        *re.findall(r"[a-z]{2}", request.headers.get("accept-language", "").lower()),
    ]
    return cast(Language, next((language for language in asked if language in LANGUAGES), "en"))
