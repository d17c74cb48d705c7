"""Names of a graph in, names of a program out: readable, and never a word that the program uses itself."""

import builtins
import keyword
import unicodedata
from collections.abc import Collection

from kuroaka.graph import Graph

_WORDS = frozenset({*keyword.kwlist, *dir(builtins)})


class Identifiers:
    """A name for the value of every node and one for its gradient; those of the graph come first.

    A prime becomes a word, a node without a name its number, a branch the name of what it branches.

    >>> from kuroaka.graph import build
    >>> names = Identifiers(build("lambda*w' + np*h_{t-1}"), {"np"})
    >>> names.values, names.gradients[0]
    (['lambda_', 'w_prime', 'v2', 'np_', 'h_t_minus_1', 'v5', 'v6'], 'dlambda')
    """

    def __init__(self, graph: Graph, taken: Collection[str] = ()) -> None:
        self._taken = {*_WORDS, *taken}
        words = [_word(name) for name in graph.names]
        own = {node: self.free(word) for node, word in enumerate(words) if word}
        self.values: list[str] = []
        self.gradients: list[str] = []
        for node, kind in enumerate(graph.kinds):
            if kind == "branch":
                source = graph.inputs[node][0]
                self.values.append(self.values[source])
                self.gradients.append(self.gradients[source])
            else:
                self.values.append(own.get(node) or self.free(f"v{node}"))
                self.gradients.append(self.free(f"d{words[node] or f'v{node}'}"))

    def free(self, word: str) -> str:
        """The word, or what is left of it to use; from now on it is taken."""
        while word in self._taken:
            word += "_"
        self._taken.add(word)
        return word


def _word(name: str) -> str:
    """A name as a program may write it. Python reads names in NFKC, in which ϕ and φ are one."""
    written = unicodedata.normalize("NFKC", name).replace("'", "_prime").replace("+", "_plus_").replace("-", "_minus_")
    return written.replace("{", "").replace("}", "")
