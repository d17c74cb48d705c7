"""A lesson as one file that needs no service, and as a package of SCORM 1.2 that a teacher drags into a course.

The file is the lesson's document with its styles, its script, and the answers of the service that its figures ask for.
"""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kuroaka.answers.encoding import encode
from kuroaka.answers.packed import packed
from kuroaka.answers.slips import slips_answer
from kuroaka.exports.html import POLICY
from kuroaka.lessons.document import sections
from kuroaka.lessons.lesson import Lesson, Shown
from kuroaka.page.bundle import bundle
from kuroaka.page.files import font_face, sheet
from kuroaka.scene import Scene
from kuroaka.words import Language

_FILE = """<!doctype html>
<html lang="{language}" data-lesson="{name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kuroaka">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{styles}
</style>
<script type="application/json" class="carried">{carried}</script>
<script type="module">
{script}
</script>
</head>
<body>
<main class="lesson">
<h1>{title}</h1>
<p class="about">{about}</p>
{body}
</main>
</body>
</html>
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
    return _FILE.format(
        language=language,
        name=escape(lesson.name),
        policy=escape(POLICY),
        title=escape(lesson.title[language]),
        about=escape(lesson.about[language]),
        styles=font_face() + sheet("entries/lesson"),
        carried=encode(_carried(lesson, language)).decode().replace("<", "\\u003c"),
        script=bundle("entries/lesson.js").replace("</script", "<\\/script"),
        body=sections(lesson, language, "", pictures=False),
    )


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
