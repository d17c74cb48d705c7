"""One file with everything in it: the page, its styles, and the answers of the service for one expression.

It opens from a disk and asks nobody anything; its own policy forbids it to.
"""

from html import escape

from kuroaka.answers.encoding import encode
from kuroaka.answers.packed import packed
from kuroaka.page.bundle import bundle
from kuroaka.page.files import font_face, sheet
from kuroaka.scene import Scene

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_FILE = """<!doctype html>
<html lang="{language}">
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
<body></body>
</html>
"""


def write(scene: Scene) -> str:
    """The page with one expression, as it was asked for.

    >>> from kuroaka.asked import Asked
    >>> write(Scene(Asked(expression="x*y", at={"x": 2}))).splitlines()[8]
    '<title>x*y</title>'
    """
    return _FILE.format(
        language=scene.asked.lang,
        policy=escape(POLICY),
        title=escape(scene.graph.text.strip()),
        styles=font_face() + sheet("entries/page"),
        carried=encode(packed(scene)).decode().replace("<", "\\u003c"),
        script=bundle("entries/page.js").replace("</script", "<\\/script"),
    )
