"""What can be asked: one object, one table of its rows. Every door (HTTP, command line, Sphinx, notebook, library,
links, the page) reads the rows from here, so that all of them ask the same thing.
"""

from kuroaka.asked.kinds import SHOWS, Fit, Kind, Naming, Paper, Show
from kuroaka.asked.problem import ParameterProblem
from kuroaka.asked.rows import ROWS, Asked, Door, Row, rows_of

__all__ = [
    "ROWS",
    "SHOWS",
    "Asked",
    "Door",
    "Fit",
    "Kind",
    "Naming",
    "Paper",
    "ParameterProblem",
    "Row",
    "Show",
    "rows_of",
]
