"""A network in, what its gradients are called out, where they are needed on many lines: ``h_bar_1``, ``delta_h_1``."""

from kuroaka.formulas import bar
from kuroaka.graph import Drawn


def gradient_names(drawn: Drawn) -> dict[int, str]:
    """By node of the whole graph: that at the sum of a neuron is δ with the neuron's name or a number, that at a leaf
    which many take is the name of the leaf with a bar.

    >>> from kuroaka.graph import build, fold, network
    >>> gradient_names(network(fold(build("h = tanh(w*x + b*y); v*h + x"))))
    {1: 'x_bar', 2: 'x_bar', 7: 'delta_h'}
    """
    graph = drawn.whole
    dots = {node: graph.inputs[node][0] for node, kind in enumerate(graph.kinds) if kind == "branch"}
    found: dict[int, str] = {}
    for dot, leaf in dots.items():
        if graph.kinds[leaf] != "operation":
            found[dot] = found[leaf] = bar(graph.names[leaf])
    weighed = {drawn.nodes[drawn.graph.edges[line].target] for line in drawn.onward}
    unnamed = 0
    for function, node in sorted(drawn.halves.items()):
        if not graph.names[node] and function in weighed:
            unnamed += not graph.names[function]
            found[node] = f"delta_{graph.names[function] or unnamed}"
    return {node: name for node, name in sorted(found.items()) if name}
