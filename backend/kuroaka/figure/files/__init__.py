"""The figure for other places: as a picture, in a notebook, inside a page; and the card that says why there is none."""
