"""A scene in, what a notebook keeps of it out: its file and its picture, by media type.

No HTML among them. Viewers of notebooks that clean what they show (nbconvert with sanitize_html, and so perhaps GitHub)
print the markup of an image in HTML as text, but show an SVG or a PNG that is an output of its own.
"""

from base64 import b64encode
from importlib.util import find_spec

from kuroaka.figure.drawing.compose import figure
from kuroaka.scene import Scene

Outputs = tuple[dict[str, object], dict[str, object]]


def outputs(scene: Scene) -> Outputs:
    """Data and metadata as ``_repr_mimebundle_`` returns them: an SVG that plays, and a still PNG where none is shown,
    if the extra ``png`` is installed.

    >>> from kuroaka.asked import Asked
    >>> sorted(outputs(Scene(Asked(expression="x*y")))[0])
    ['image/png', 'image/svg+xml', 'text/plain']
    """
    drawn: dict[str, object] = {"image/svg+xml": figure(scene), "text/plain": scene.graph.text}
    said: dict[str, object] = {"image/svg+xml": {"alt": scene.title}}
    if find_spec("resvg_py") is None:
        return drawn, said
    from kuroaka.figure.files.raster import rasterise, size  # noqa: PLC0415  (needs it)

    still = figure(scene.but(animate=False))
    width, height = size(still)
    png = b64encode(rasterise(still)).decode()
    return (
        {**drawn, "image/png": png},
        {**said, "image/png": {"width": round(width), "height": round(height), "alt": scene.title}},
    )
