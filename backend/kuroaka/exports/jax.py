"""A scene in, a JAX program out: forward as a function, backward by JAX, the same numbers printed."""

from kuroaka.exports.comments import comment
from kuroaka.exports.source import Source, Target, exact, heading, printed
from kuroaka.exports.spellings import calls, comparisons
from kuroaka.graph import Graph
from kuroaka.graph.passes import forward
from kuroaka.scene import Scene
from kuroaka.words import say

JAX = Target(
    imports='import jax\nimport jax.numpy as jnp\n\njax.config.update("jax_enable_x64", True)',
    number="jnp.float64({})",
    taken=("jax", "jnp", "forward", "backward"),
    calls=calls("jax"),
    helpers={
        **comparisons("jnp.where(x {} y, 1.0, 0.0)"),
        "clamp": '''
def clamp(x, a, b):
    """x between a and b; at a bound the gradient goes to the bound."""
    x = jnp.where(x <= a, a, x)
    return jnp.where(x >= b, b, x)
''',
        "hardtanh": '''
def hardtanh(x):
    """x between -1 and 1; flat where it bends."""
    return jnp.where(jnp.abs(x) < 1, x, jnp.sign(x))
''',
        "where": '''
def where(c, x, y):
    """x where c is not 0, else y."""
    return jnp.where(c != 0, x, y)
''',
    },
)

# Operations at whose kinks JAX has another convention than the table.
_DIFFERS = ("abs", "pow")


def write(scene: Scene) -> str:
    """The program. ``jax.vjp`` rather than ``jax.grad``, because it takes the gradient that enters at the output.

    >>> from kuroaka.asked import Asked
    >>> print(write(Scene(Asked(expression="x^2 + y", at={"x": 3}))))
    import jax
    import jax.numpy as jnp
    <BLANKLINE>
    jax.config.update("jax_enable_x64", True)
    <BLANKLINE>
    # x^2 + y
    <BLANKLINE>
    # Values
    x = 3.0
    y = 1.0
    <BLANKLINE>
    # Forward
    def forward(x, y):
        v2 = x**2
        v4 = v2 + y
        return v4
    <BLANKLINE>
    # Backward
    v4, backward = jax.vjp(forward, x, y)
    dx, dy = backward(1.0)
    <BLANKLINE>
    print("value:", float(v4))
    print("gradient of x:", float(dx))
    print("gradient of y:", float(dy))
    <BLANKLINE>
    """
    graph, evaluation, language = scene.graph, scene.evaluation, scene.asked.lang
    source = Source(graph, JAX, language)
    names, gradients = source.names.values, source.names.gradients
    made = forward(graph, source.leaf, source.arithmetic(), source.keep)
    outputs = [made[output].text for output in graph.outputs]
    leaves = list(graph.leaves.values())
    arguments = [names[node] for node in leaves]
    function = [
        f"def forward({', '.join(arguments)}):",
        *(f"    {line}" for line in "\n".join(source.lines["forward"]).splitlines()),
        f"    return {', '.join(outputs)}",
    ]
    values = [
        text if text == names[node] else source.names.free("value")
        for text, node in zip(outputs, graph.outputs, strict=True)
    ]
    held, seeds = ", ".join(values), ", ".join(map(exact, evaluation.seeds))
    if len(outputs) > 1:
        held, seeds = f"({held})", f"({seeds})"
    differs = {name for node, name in enumerate(graph.operations) if name in _DIFFERS and _moves(graph, node)}
    notes = [comment(say(f"export.jax-{name}", language), "# ") for name in sorted(differs)]
    backward = [*notes, f"{held}, backward = jax.vjp({', '.join(['forward', *arguments])})"]
    if leaves:
        found = ", ".join(gradients[node] for node in leaves) + "," * (len(leaves) == 1)
        backward.append(f"{found} = backward({seeds})")
    return source.program(
        (
            heading("values", language),
            [f"{names[node]} = {exact(evaluation.point[name])}" for name, node in graph.leaves.items()],
        ),
        (heading("forward", language), function),
        (heading("backward-automatic", language), backward),
        ("", printed(evaluation, language, values, gradients, "float({})")),
    )


def _moves(graph: Graph, node: int) -> bool:
    """Whether a gradient flows to every input of a node; a power with a literal exponent has no kink."""
    return all(graph.differentiable[source] for source in graph.inputs[node])
