"""A scene in, the figure out: layout, typeset glyphs, and one animated SVG."""
