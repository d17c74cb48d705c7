"""Kuroaka: type an expression, see values flow forward in black and gradients flow back in red."""
