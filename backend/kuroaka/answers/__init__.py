"""A scene in, the JSON of the contract out; what the answers hold, and those that a file or a notebook brings along."""
