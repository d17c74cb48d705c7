"""How each library spells an operation: a row an operation, a column a library.

Where a column is empty, the program has a function of its own, or writes the operation as the table defines it.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Spelled(NamedTuple):
    """Calls with a place for the arguments."""

    numpy: str
    pytorch: str
    jax: str


# A row reads better in one line, under the others.
# fmt: off
SPELLINGS: Mapping[str, Spelled] = {
    "exp":          Spelled("np.exp({})",          "torch.exp({})",                       "jnp.exp({})"),
    "expm1":        Spelled("np.expm1({})",        "torch.expm1({})",                     "jnp.expm1({})"),
    "ln":           Spelled("np.log({})",          "torch.log({})",                       "jnp.log({})"),
    "log2":         Spelled("np.log2({})",         "torch.log2({})",                      "jnp.log2({})"),
    "log10":        Spelled("np.log10({})",        "torch.log10({})",                     "jnp.log10({})"),
    "log1p":        Spelled("np.log1p({})",        "torch.log1p({})",                     "jnp.log1p({})"),
    "sqrt":         Spelled("np.sqrt({})",         "torch.sqrt({})",                      "jnp.sqrt({})"),
    "cbrt":         Spelled("np.cbrt({})",         "",                                    "jnp.cbrt({})"),
    "hypot":        Spelled("np.hypot({})",        "torch.hypot({})",                     "jnp.hypot({})"),
    "sin":          Spelled("np.sin({})",          "torch.sin({})",                       "jnp.sin({})"),
    "cos":          Spelled("np.cos({})",          "torch.cos({})",                       "jnp.cos({})"),
    "tan":          Spelled("np.tan({})",          "torch.tan({})",                       "jnp.tan({})"),
    "asin":         Spelled("np.arcsin({})",       "torch.asin({})",                      "jnp.arcsin({})"),
    "acos":         Spelled("np.arccos({})",       "torch.acos({})",                      "jnp.arccos({})"),
    "atan":         Spelled("np.arctan({})",       "torch.atan({})",                      "jnp.arctan({})"),
    "atan2":        Spelled("np.arctan2({})",      "torch.atan2({})",                     "jnp.arctan2({})"),
    "sinh":         Spelled("np.sinh({})",         "torch.sinh({})",                      "jnp.sinh({})"),
    "cosh":         Spelled("np.cosh({})",         "torch.cosh({})",                      "jnp.cosh({})"),
    "tanh":         Spelled("np.tanh({})",         "torch.tanh({})",                      "jnp.tanh({})"),
    "asinh":        Spelled("np.arcsinh({})",      "torch.asinh({})",                     "jnp.arcsinh({})"),
    "acosh":        Spelled("np.arccosh({})",      "torch.acosh({})",                     "jnp.arccosh({})"),
    "atanh":        Spelled("np.arctanh({})",      "torch.atanh({})",                     "jnp.arctanh({})"),
    "sigmoid":      Spelled("",                    "torch.sigmoid({})",                   "jax.nn.sigmoid({})"),
    "relu":         Spelled("",                    "torch.relu({})",                      "jax.nn.relu({})"),
    "softplus":     Spelled("np.logaddexp(0, {})", "",                                    "jax.nn.softplus({})"),
    "erf":          Spelled("",                    "torch.erf({})",                       "jax.lax.erf({})"),
    "erfc":         Spelled("",                    "torch.erfc({})",                      "jax.lax.erfc({})"),
    "sinc":         Spelled("",                    "torch.sinc({}/torch.pi)",             "jnp.sinc({}/jnp.pi)"),
    "log_sigmoid":  Spelled("",                    "torch.nn.functional.logsigmoid({})",  "jax.nn.log_sigmoid({})"),
    "gelu":         Spelled("",                    "torch.nn.functional.gelu({})",        "jax.nn.gelu({}, False)"),
    "mish":         Spelled("",                    "torch.nn.functional.mish({})",        ""),
    "elu":          Spelled("",                    "torch.nn.functional.elu({})",         "jax.nn.elu({})"),
    "elu_scaled":   Spelled("",                    "",                                    "jax.nn.elu({})"),
    "selu":         Spelled("",                    "torch.nn.functional.selu({})",        "jax.nn.selu({})"),
    "leaky_relu":   Spelled("",                    "torch.nn.functional.leaky_relu({})",  ""),
    "relu6":        Spelled("",                    "torch.nn.functional.relu6({})",       "jax.nn.relu6({})"),
    "hard_swish":   Spelled("",                    "torch.nn.functional.hardswish({})",   "jax.nn.hard_swish({})"),
    "hardtanh":     Spelled("",                    "torch.nn.functional.hardtanh({})",    ""),
    "softsign":     Spelled("",                    "torch.nn.functional.softsign({})",    "jax.nn.soft_sign({})"),
    "abs":          Spelled("np.abs({})",          "torch.abs({})",                       "jnp.abs({})"),
    "sign":         Spelled("np.sign({})",         "torch.sign({})",                      "jnp.sign({})"),
    "step":         Spelled("np.heaviside({}, 0)", "torch.sign(torch.relu({}))",          "jnp.heaviside({}, 0)"),
    "max":          Spelled("np.maximum({})",      "torch.maximum({})",                   "jnp.maximum({})"),
    "min":          Spelled("np.minimum({})",      "torch.minimum({})",                   "jnp.minimum({})"),
    "floor":        Spelled("np.floor({})",        "torch.floor({})",                     "jnp.floor({})"),
    "ceil":         Spelled("np.ceil({})",         "torch.ceil({})",                      "jnp.ceil({})"),
    "round":        Spelled("np.round({})",        "torch.round({})",                     "jnp.round({})"),
    "trunc":        Spelled("np.trunc({})",        "torch.trunc({})",                     "jnp.trunc({})"),
    "mod":          Spelled("np.mod({})",          "torch.remainder({})",                 "jnp.mod({})"),
}
# fmt: on

_COMPARISONS = {"gt": ">", "lt": "<", "ge": ">=", "le": "<=", "eq": "==", "ne": "!="}


def calls(library: Literal["numpy", "pytorch", "jax"]) -> dict[str, str]:
    """The column of a library.

    >>> calls("pytorch")["ln"], "softplus" in calls("pytorch")
    ('torch.log({})', False)
    """
    return {name: call for name, row in SPELLINGS.items() if (call := getattr(row, library))}


def comparisons(returned: str) -> dict[str, str]:
    """The source of each comparison as a function; ``returned`` has a place for its sign.

    >>> comparisons("float(x {} y)")["ge"].splitlines()[-1]
    '    return float(x >= y)'
    """
    return {
        name: f'''
def {name}(x, y):
    """1 where x {sign} y, else 0."""
    return {returned.format(sign)}
'''
        for name, sign in _COMPARISONS.items()
    }
