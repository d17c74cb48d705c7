"""Sizes in, places out: what is level with what, what stands above what, how high, how far to the right."""
