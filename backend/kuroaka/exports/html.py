"""One file with everything in it: the page, its styles, and the answers of the service for one expression.

It opens from a disk and asks nobody anything; its own policy forbids it to.
"""

from html import escape

from kuroaka.answers.encoding import encode
from kuroaka.answers.packed import packed
from kuroaka.page.bundle import bundle
from kuroaka.page.files import font_face, sheet
from kuroaka.scene import Scene
from kuroaka.words import Language

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_FILE = """<!doctype html>
<html lang="{language}"{attributes}>
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
<body>{body}</body>
</html>
"""


def write(scene: Scene) -> str:
    """The page with one expression, as it was asked for.

    >>> from kuroaka.asked import Asked
    >>> write(Scene(Asked(expression="x*y", at={"x": 2}))).splitlines()[8]
    '<title>x*y</title>'
    """
    return alone("page", scene.asked.lang, scene.graph.text.strip(), packed(scene))


def alone(entry: str, language: Language, title: str, carried: object, body: str = "", attributes: str = "") -> str:
    """An entry of the page as a file that plays alone: with its sheet, its script and the answers it carries."""
    return _FILE.format(
        language=language,
        attributes=attributes,
        policy=escape(POLICY),
        title=escape(title),
        styles=font_face() + sheet(f"entries/{entry}"),
        carried=encode(carried).decode().replace("<", "\\u003c"),
        script=bundle(f"entries/{entry}.js").replace("</script", "<\\/script"),
        body=body,
    )
