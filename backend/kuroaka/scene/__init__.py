"""What is asked in, what is known about it out: graph, numbers, drawing, labels, for every writer the same."""

from kuroaka.scene.parts import END, Line, Node, edge_id, node_id
from kuroaka.scene.scene import Scene, structure
from kuroaka.scene.signs import Sign

__all__ = ["END", "Line", "Node", "Scene", "Sign", "edge_id", "node_id", "structure"]
