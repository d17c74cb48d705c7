"""What the figure is made of: words for sizes and places, glyphs, measures, the room that labels need."""
