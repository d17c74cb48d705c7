"""What is asked in, what is known about it out: graph, numbers, drawing, labels, for every writer the same."""

from kuroaka.scene.parts import Line, Node
from kuroaka.scene.scene import Scene, structure
from kuroaka.scene.signs import Sign
from kuroaka.scene.slots import rule_in_slots, slots

__all__ = ["Line", "Node", "Scene", "Sign", "rule_in_slots", "slots", "structure"]
