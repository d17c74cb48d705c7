"""The mistakes that can be made with any operation, and in the pass as a whole; those with one stand in its row."""

from kuroaka.operations.table import OPERATIONS

# Wrong rules of every operation: the upstream gradient passed on as it is, the value taken for the slope.
GENERAL: tuple[tuple[str, str], ...] = (("inner", "E"), ("value", "E*z"))

# Mistakes that are no rule: the upstream gradient taken for 1 in one rule; where red adds up, one contribution alone,
# or the mean; what enters at the output taken for 1.
OF_PASS = ("upstream", "overwrote", "averaged", "seed")

# Mistakes in a value: the inputs exchanged, another sign, an input passed on as it is.
OF_VALUE = ("exchanged", "negated", "untouched")


def slip_names() -> tuple[str, ...]:
    """The name of every slip, each once: the more a slip says, the earlier it stands.

    >>> slip_names()[:3], slip_names()[-2:]
    (('sign', 'other', 'square'), ('inner', 'value'))
    """
    own = dict.fromkeys(name for operation in OPERATIONS.values() for name, *_ in operation.slips)
    return (*own, *OF_PASS, *OF_VALUE, *(name for name, _ in GENERAL))
