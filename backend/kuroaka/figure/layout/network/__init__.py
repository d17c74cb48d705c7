"""A drawn network in, geometry out: layers in columns, lines straight, labels beside them."""
