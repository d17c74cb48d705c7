"""Every sentence of the service, in Japanese and English, each in one catalogue: ``en.json`` and ``ja.json``."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "ja"]  # a language is a word here and a catalogue of its name; the first is for everybody else
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """The sentences of one language by key; parts to fill in stand in braces."""
    words: Mapping[str, str] = json.loads(Path(__file__).with_name(f"{language}.json").read_text("utf-8"))
    return words


def say(key: str, language: Language = "en", /, **parts: object) -> str:
    """The sentence of a key with its parts filled in.

    >>> say("problem.expected-value-after", "ja", after="+")
    '「+」の後に値が必要です。'
    """
    return catalogue(language)[key].format_map(parts)


def preferred(tags: Iterable[str]) -> Language:
    """The first language that is spoken here, of tags as browsers, terminals and documents have them.

    >>> preferred(["fr-CH", "ja_JP.UTF-8", "en"]), preferred(["fr"])
    ('ja', 'en')
    """
    spoken = [language for tag in tags for language in LANGUAGES if tag[:2].lower() == language]
    return spoken[0] if spoken else LANGUAGES[0]
