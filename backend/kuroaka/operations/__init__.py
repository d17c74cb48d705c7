"""The table of operations: one entry each, and nothing else in the project knows an operation."""

from kuroaka.operations.arithmetic import Arithmetic, Kernel
from kuroaka.operations.floats import FLOATS
from kuroaka.operations.general import is_general
from kuroaka.operations.kernels import kernels
from kuroaka.operations.many import chained, sum_signs
from kuroaka.operations.operation import Math, Operation
from kuroaka.operations.ordered import is_ordered
from kuroaka.operations.rules import apply, contribution, keeping_digits, read, run
from kuroaka.operations.slips import GENERAL, slip_names
from kuroaka.operations.table import CONSTANTS, OPERATIONS, OPPOSITES, called, functions

__all__ = [
    "CONSTANTS",
    "FLOATS",
    "GENERAL",
    "OPERATIONS",
    "OPPOSITES",
    "Arithmetic",
    "Kernel",
    "Math",
    "Operation",
    "apply",
    "called",
    "chained",
    "contribution",
    "functions",
    "is_general",
    "is_ordered",
    "keeping_digits",
    "kernels",
    "read",
    "run",
    "slip_names",
    "sum_signs",
]
