"""A figure's file in, the same file out that may stand inside a page beside others of its kind.

Ids, classes and keyframes are names of the whole page. Some notebooks (VS Code) paste the SVG of every output into one
page, where a second figure would take the first one's glyphs and times.
"""

import re
from hashlib import blake2b
from xml.etree import ElementTree

from kuroaka.figure.drawing.svg import NAMESPACE


def scoped(svg: str) -> str:
    """The figure with names of its own, made from what is in it, so that the same figure is the same file.

    >>> scoped('<svg xmlns="http://www.w3.org/2000/svg"><style>.s1{animation-name:s1}</style></svg>')[40:]
    'class="k1c55b02"><style>.k1c55b02 .s1{animation-name:k1c55b02-s1}</style></svg>'
    """
    scope = f"k{blake2b(svg.encode(), digest_size=4).hexdigest()[:7]}"
    root = ElementTree.fromstring(svg.replace(NAMESPACE, "", 1))  # noqa: S314 - our own file
    root.set("class", f"{root.get('class', '')} {scope}".strip())
    if "aria-labelledby" in root.attrib:
        root.set("aria-labelledby", " ".join(f"{scope}-{name}" for name in root.get("aria-labelledby", "").split()))
    for element in root.iter():
        if "id" in element.attrib:
            element.set("id", f"{scope}-{element.get('id')}")
        if "href" in element.attrib:
            element.set("href", f"#{scope}-{element.get('href', '')[1:]}")
    for style in root.iter("style"):
        names = re.sub(r"(@keyframes |animation-name:)", rf"\g<1>{scope}-", style.text or "")
        style.text = re.sub(r"(?<![\d\w])\.(?=[a-z])", f".{scope} .", names)
    return ElementTree.tostring(root, encoding="unicode").replace("<svg", f"<svg{NAMESPACE}", 1)
