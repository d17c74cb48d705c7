"""Every sentence of the service, in Japanese and English, each in one catalogue: ``en.json`` and ``ja.json``."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """The sentences of one language by key; parts to fill in stand in braces."""
    words: Mapping[str, str] = json.loads(files(__name__).joinpath(f"{language}.json").read_text("utf-8"))
    return words


def say(key: str, language: Language = "en", **parts: object) -> str:
    """The sentence of a key with its parts filled in.

    >>> say("problem.expected-value-after", "ja", after="+")
    '「+」の後に値が必要です。'
    """
    return catalogue(language)[key].format_map(parts)
