"""Graph and point in, a drawing for Graphviz out: black lines forward, red lines back."""

from html import escape

from kuroaka.exports.comments import comment
from kuroaka.exports.lines import TextLine, lines, nodes
from kuroaka.figure.type.measures import RED
from kuroaka.scene import Scene

_SHAPES = {
    "operation": "",
    "branch": " shape=point width=0.08",
    "variable": " shape=plaintext width=0.2 height=0.2",
    "constant": " shape=plaintext width=0.2 height=0.2",
    "output": " shape=plaintext width=0.2 height=0.2",
}


def write(scene: Scene) -> str:
    """The drawing: each line is a black and a red one side by side, with an arrow head at either end.

    >>> from kuroaka.asked import Asked
    >>> print(write(Scene(Asked(expression="x^2"))))
    // x^2
    digraph {
      rankdir=LR
      node [shape=circle fontname="Times" margin=0.04]
      edge [fontname="Times-Italic" arrowhead=vee arrowtail=vee arrowsize=0.6]
      n0 [label="x" shape=plaintext width=0.2 height=0.2]
      n2 [label="□²"]
      out [label="" shape=plaintext width=0.2 height=0.2]
      n0 -> n2 [label=<x<br/><font color="#d3232f">2*E*x</font>> color="black:#d3232f" dir=both]
      n2 -> out [label=<x^2<br/><font color="#d3232f">E</font>> color="black:#d3232f" dir=both]
    }
    <BLANKLINE>
    """
    body = [f"{node.id} [label={_quoted(node.text)}{_SHAPES[node.kind]}]" for node in nodes(scene)]
    body += [f"{line.source} -> {line.target} [{_drawn(line)}]" for line in lines(scene)]
    written = "".join(f"  {line}\n" for line in body)
    return f"""{comment(scene.graph.text, "// ")}
digraph {{
  rankdir=LR
  node [shape=circle fontname="Times" margin=0.04]
  edge [fontname="Times-Italic" arrowhead=vee arrowtail=vee arrowsize=0.6]
{written}}}
"""


def _drawn(line: TextLine) -> str:
    if line.backward is None:
        return f"label={_quoted(line.forward)}"
    red = f'<font color="{RED}">{escape(line.backward)}</font>'
    return f'label=<{escape(line.forward)}<br/>{red}> color="black:{RED}" dir=both'


def _quoted(text: str) -> str:
    """Text in quotes, in which Graphviz reads backslashes and the entities of HTML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") + '"'
