"""The codes of problems in, the status of each out."""

from collections.abc import Mapping

from kuroaka.words.problem import CODES

_OTHERS: Mapping[str, int] = {
    "malformed-json": 400,
    "malformed-request": 400,
    "not-found": 404,
    "unknown-format": 404,
    "unknown-version": 404,
    "method-not-allowed": 405,
    "body-too-large": 413,
    "address-too-long": 414,
    "unsupported-media-type": 415,
    "too-many-requests": 429,
    "headers-too-large": 431,
    "internal": 500,
    "away": 502,
    "too-busy": 503,
    "time-budget": 503,
    "too-slow": 504,
}
STATUS: Mapping[str, int] = {code: _OTHERS.get(code, 422) for code in CODES}  # 422: understood, but refused
