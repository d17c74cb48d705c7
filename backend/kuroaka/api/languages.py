"""The language of an answer: what the request asks for in, ours out."""

import re

from fastapi import Request

from kuroaka.words import Language, preferred


def language_of(request: Request) -> Language:
    """The language of an answer: ``?lang=``, else the first of ``Accept-Language`` that we speak, else English."""
    accepted = re.findall(r"[a-z]{2}", request.headers.get("accept-language", "").lower())
    return preferred([request.query_params.get("lang", ""), *accepted])
