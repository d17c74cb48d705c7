"""A figure in, what a notebook keeps of it out: its file and its picture, by media type.

No HTML among them. Viewers of notebooks that clean what they show (nbconvert with sanitize_html, and so perhaps GitHub)
print the markup of an image in HTML as text, but show an SVG or a PNG that is an output of its own.
"""

from base64 import b64encode

from kuroaka.figure.raster import rasterise, size
from kuroaka.figure.scope import scoped

Outputs = tuple[dict[str, object], dict[str, object]]


def outputs(svg: str, title: str) -> Outputs:
    """Data and metadata as ``_repr_mimebundle_`` returns them: an SVG that plays, and a still PNG where none is shown.

    >>> sorted(outputs('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>', "x")[0])
    ['image/png', 'image/svg+xml', 'text/plain']
    """
    width, height = size(svg)
    png = b64encode(rasterise(svg)).decode()
    return (
        {"image/svg+xml": scoped(svg), "image/png": png, "text/plain": title},
        {"image/png": {"width": round(width), "height": round(height), "alt": title}},
    )
