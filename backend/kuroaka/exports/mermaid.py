"""Graph and point in, a Mermaid flowchart out: black arrows forward, red arrows back."""

from kuroaka.exports.comments import comment
from kuroaka.exports.lines import TextLine, lines, nodes
from kuroaka.figure.type.measures import BLACK, RED
from kuroaka.scene import Scene

_NAME = '["{}"]:::name'
_SHAPES = {"operation": '(("{}"))', "branch": '(("{}")):::dot', "variable": _NAME, "constant": _NAME, "output": _NAME}
_SPECIAL = '"#&;<>`\\'


def write(scene: Scene) -> str:
    """The flowchart.

    >>> from kuroaka.asked import Asked
    >>> print(write(Scene(Asked(expression="x^2"))))
    %% x^2
    flowchart LR
      n0["x"]:::name
      n2(("□²"))
      out[" "]:::name
      n0 <-->|"x<br><font color='#d3232f'>2*E*x</font>"| n2
      n2 <-->|"x^2<br><font color='#d3232f'>E</font>"| out
      classDef name fill:none,stroke:none
      classDef dot fill:#000,stroke:#000
    <BLANKLINE>
    """
    body = [f"{node.id}{_SHAPES[node.kind].format(_escaped(node.text))}" for node in nodes(scene)]
    body += [_line(line) for line in lines(scene)]
    body += ["classDef name fill:none,stroke:none", f"classDef dot fill:{BLACK},stroke:{BLACK}"]
    written = "".join(f"  {line}\n" for line in body)
    return f"{comment(scene.graph.text.replace('%', '％'), '%% ')}\nflowchart LR\n{written}"


def _line(line: TextLine) -> str:
    """One arrow for both directions: with two, Mermaid would see circles and lay them out as such."""
    if line.backward is None:
        return f'{line.source} -->|"{_escaped(line.forward)}"| {line.target}'
    # An attribute `style` would do too, but Mermaid takes the last semicolon from any line with that word, a # and a ;.
    red = f"<font color='{RED}'>{_escaped(line.backward)}</font>"
    return f'{line.source} <-->|"{_escaped(line.forward)}<br>{red}"| {line.target}'


def _escaped(text: str) -> str:
    """Text between quotes; what Mermaid or a browser could take for something else is written by its number."""
    return "".join(f"#{ord(c)};" if c in _SPECIAL else c for c in text or " ")
