"""What the page says, for what of it the service writes before the script runs."""

import json
import re
from collections.abc import Mapping
from functools import cache

from kuroaka.page.files import frontend
from kuroaka.words import Language

_WORD = re.compile(r'^  (\w+):\s+("(?:[^"\\]|\\.)*"),$', re.MULTILINE)  # as our own formatter leaves it


@cache
def words(language: Language) -> Mapping[str, str]:
    """The words of the page by key; parts to fill in stand in braces.

    >>> words("ja")["titleOf"]
    '{expression} · Kuroaka 黒赤'
    """
    text = (frontend() / "src" / "words" / f"{language}.js").read_text(encoding="utf-8")
    return {key: json.loads(written) for key, written in _WORD.findall(text)}
