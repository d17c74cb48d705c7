"""What is shown by a link of the page that does not say it; the page has the same in ``state/examples.js``."""

WELCOME = {"expr": "z = x*y", "at": "x:2,y:3", "show": "numbers"}  # what the bare address of the page shows
FIRST = {"expr": "a = -1; n = a^2; z = n/(n + exp(a*x))"}  # what any other shows that names no expression
USUAL = {"x": 0.5}  # and where it looks at it, or at any other expression with such a name
