"""What is done before there is a worker: the process that they are copied from loads this, and with it the font."""

from kuroaka.api import work
from kuroaka.asked import Asked

work.figure(Asked(expression="1/(1 + exp(-x))", show=("formulas", "numbers")))
