"""A scene in, one animated SVG out: labels chosen and placed, strokes, motion, the file itself."""
