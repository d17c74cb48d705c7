"""A lesson as one file that needs no service, and as a package of SCORM 1.2 that a teacher drags into a course.

The file is the lesson's document with its styles, its script, and the answers of the service that its figures ask for.
"""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kuroaka.answers.packed import packed
from kuroaka.answers.slips import slips_answer
from kuroaka.exports.html import alone
from kuroaka.lessons.document import sections
from kuroaka.lessons.lesson import Lesson, Shown
from kuroaka.scene import Scene
from kuroaka.words import Language

_BODY = """
<main class="lesson">
<h1>{title}</h1>
<p class="about">{about}</p>
{sections}
</main>
"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="kuroaka-{name}" version="1.2"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="kuroaka">
    <organization identifier="kuroaka">
      <title>{title}</title>
      <item identifier="item" identifierref="lesson"><title>{title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="lesson" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
"""
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same lesson is the same file


def write_file(lesson: Lesson, language: Language) -> str:
    r"""The lesson as one HTML file.

    >>> from kuroaka.lessons.shelf import LESSONS, lesson_named
    >>> write_file(lesson_named(LESSONS[0]), "en")[:31]
    '<!doctype html>\n<html lang="en"'
    """
    title = lesson.title[language]
    body = _BODY.format(
        title=escape(title),
        about=escape(lesson.about[language]),
        sections=sections(lesson, language, "", pictures=False),
    )
    name = f' data-lesson="{escape(lesson.name)}"'
    return alone("lesson", language, title, _carried(lesson, language), body, name)


def write_package(lesson: Lesson, language: Language) -> bytes:
    """The lesson as a package: a zip with a manifest, for the same lesson always the same bytes."""
    made = BytesIO()
    manifest = _MANIFEST.format(name=escape(lesson.name), title=escape(lesson.title[language]))
    with ZipFile(made, "w") as package:
        for name, text in {"imsmanifest.xml": manifest, "index.html": write_file(lesson, language)}.items():
            entry = ZipInfo(name, _WHEN)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text)
    return made.getvalue()


def _carried(lesson: Lesson, language: Language) -> dict[str, Any]:
    """The mistakes, the operations, each drawing once, and for each figure of the document which drawing it is."""
    drawings: dict[str, dict[str, Any]] = {}
    places = []
    operations: Any = {}
    for shown in _figures(lesson):
        asked = shown.asked.but(lang=language, at={}, seed=1.0, seeds={}, frame=None, show=("formulas",), animate=True)
        key = asked.link()
        if key not in drawings:
            answers = packed(Scene(asked))
            operations = answers["operations"]
            drawings[key] = {"plain": answers["plain"], "named": answers["named"]}
        places.append([*drawings].index(key))
    return {
        "slips": slips_answer(language),
        "operations": operations,
        "drawings": [*drawings.values()],
        "places": places,
    }


def _figures(lesson: Lesson) -> Iterator[Shown]:
    for step in lesson.steps:
        yield from step.figures
