"""Parameters of GET requests: a point written in a link, the kinds of labels, the language."""

import math
import re
from typing import Annotated, cast, get_args

from fastapi import Depends, Query, Request

from kuroaka.api.problems import ParameterProblem
from kuroaka.figure.draw import Show
from kuroaka.words import LANGUAGES, Language


def read_point(at: str) -> dict[str, float]:
    """``x:0.5,y:2`` as numbers by name.

    >>> read_point("x:0.5,w_1:-2e3")
    {'x': 0.5, 'w_1': -2000.0}
    """
    point: dict[str, float] = {}
    for part in filter(None, at.split(",")):
        name, _, written = part.partition(":")
        number = (
            float(written)
            if re.fullmatch(r"-?\d+(\.\d*)?(e[+-]?\d+)?|-?\.\d+(e[+-]?\d+)?", written, re.ASCII | re.IGNORECASE)
            else math.nan
        )
        if not math.isfinite(number) or not name:
            raise ParameterProblem("bad-point", "/at", part=part[:80])
        point[name.strip()] = number
    return point


def read_names(names: str) -> list[str]:
    """``x,y`` as names.

    >>> read_names("x, y")
    ['x', 'y']
    """
    return [name for part in names.split(",") if (name := part.strip())][:64]


def read_show(show: str) -> tuple[Show, ...]:
    """``formulas,numbers`` as kinds of labels, each once, in this order.

    >>> read_show("formulas,numbers")
    ('formulas', 'numbers')
    """
    kinds = tuple(dict.fromkeys(filter(None, show.split(","))))
    if not kinds or not set(kinds) <= set(get_args(Show)):
        raise ParameterProblem("bad-show", "/show", kinds=", ".join(get_args(Show)))
    return cast(tuple[Show, ...], kinds)


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
