"""The language of an answer: what the request asks for in, ours out."""

from fastapi import Request

from kuroaka.words import Language, preferred


def language_of(request: Request) -> Language:
    """The language of an answer: ``?lang=``, else the most wanted of ``Accept-Language`` spoken here, else English."""
    return preferred([request.query_params.get("lang", ""), *wanted(request.headers.get("accept-language", ""))])


def wanted(accepted: str) -> list[str]:
    """The languages of a header, most wanted first, without those that are not wanted.

    >>> wanted("en;q=0.1, ja"), wanted("ja;q=0, en-GB")
    (['ja', 'en'], ['en-GB'])
    """
    weighed: list[tuple[float, str]] = []
    for part in accepted.split(","):
        tag, _, quality = part.strip().partition(";")
        name, _, number = quality.strip().partition("=")
        try:
            weight = float(number) if name.strip().lower() == "q" else 1.0
        except ValueError:
            weight = 0.0
        weighed.append((weight, tag.strip()))
    return [tag for weight, tag in sorted(weighed, key=lambda one: -one[0]) if weight > 0]
