"""The guide: what is made for it, how it is served, and what is built of it."""
