"""A drawn network and sizes in, geometry out: layers in columns, lines straight, a lane below for what skips a
column.
"""

from collections.abc import Sequence

from kuroaka.figure.layout.network.net import Net
from kuroaka.figure.layout.network.paths import layout
from kuroaka.figure.layout.network.placing import Placing
from kuroaka.figure.type.geometry import Layout, LineSize, NodeSize
from kuroaka.graph.fold import Drawn

STRETCHED = (1.0, 1.15, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 2.0, 2.2, 2.6)  # distances of rows to try, to the least
WORK = 200  # labels beside straight lines, times distances tried: some tenths of a second
PAGE = 5 / 3  # width to height of what reads best


def lay_out_network(
    drawn: Drawn, nodes: Sequence[NodeSize], lines: Sequence[LineSize], ends: Sequence[NodeSize]
) -> Layout:
    """Place a network. ``lines`` has one entry a line; ``ends`` are the names behind those that leave the graph.

    Of some distances between the rows that one is taken which leaves out the fewest labels and needs the least of a
    page.
    """
    net, tries = Net(drawn, nodes, lines, ends), list[Layout]()
    labelled = sum(len(fan) for fan in net.fans) - len(net.faint)
    most = max(WORK // max(labelled, 1), 1)
    for stretch in STRETCHED[:: -(-len(STRETCHED) // most)]:
        tries.append(layout(Placing(net, stretch)))
        if len(tries[-1].faint) == len(net.faint) and tries[-1].height * PAGE >= tries[-1].width:
            break  # what follows is higher still
    return min(tries, key=lambda found: (len(found.faint), max(found.width, found.height * PAGE)))
