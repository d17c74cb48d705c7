"""A scene in, a PyTorch program out: forward as written, backward by PyTorch, the same numbers printed."""

from kuroaka.exports.source import Source, Target, exact, heading, printed
from kuroaka.exports.spellings import calls, comparisons
from kuroaka.graph.passes import forward
from kuroaka.scene import Scene

TORCH = Target(
    imports="import torch\n\ntorch.set_default_dtype(torch.float64)",
    number="torch.tensor({})",
    taken=("torch",),
    strict=True,
    calls=calls("pytorch"),
    helpers={
        "softplus": '''
def softplus(x):
    """ln(1 + exp(x)); torch's own is rounded above 20."""
    return torch.logaddexp(x, torch.zeros_like(x))
''',
        **comparisons("(x {} y) + 0*(x + y)  # with gradients, of 0"),
        "clamp": '''
def clamp(x, a, b):
    """x between a and b; at a bound the gradient goes to the bound."""
    x = torch.where(x <= a, a, x)
    return torch.where(x >= b, b, x)
''',
        "elu_scaled": '''
def elu_scaled(x, a):
    """x where x > 0, else a*(e**x - 1); far to the right no infinity comes into its slope."""
    return torch.where(x > 0, x, a*torch.expm1(torch.where(x > 0, 0, x)))
''',
        "where": '''
def where(c, x, y):
    """x where c is not 0, else y; the gradient of c is 0."""
    return torch.where(c != 0, x, y) + 0*c
''',
    },
)


def write(scene: Scene) -> str:
    """The program.

    >>> from kuroaka.asked import Asked
    >>> print(write(Scene(Asked(expression="x^2 + y", at={"x": 3}))))
    import torch
    <BLANKLINE>
    torch.set_default_dtype(torch.float64)
    <BLANKLINE>
    # x^2 + y
    <BLANKLINE>
    # Values
    x = torch.tensor(3.0, requires_grad=True)
    y = torch.tensor(1.0, requires_grad=True)
    <BLANKLINE>
    # Forward
    v2 = x**2
    v4 = v2 + y
    <BLANKLINE>
    # Backward
    v4.backward()
    <BLANKLINE>
    print("value:", v4.item())
    print("gradient of x:", x.grad.item())
    print("gradient of y:", y.grad.item())
    <BLANKLINE>
    """
    graph, evaluation, language = scene.graph, scene.evaluation, scene.asked.lang
    source = Source(graph, TORCH, language)
    names = source.names.values
    leaves = [
        f"{names[node]} = torch.tensor({exact(evaluation.point[name])}, requires_grad=True)"
        for name, node in graph.leaves.items()
    ]
    values = forward(graph, source.leaf, source.arithmetic(), source.keep)
    outputs = [values[output] for output in graph.outputs]
    seeds = [f"torch.tensor({exact(seed)})" for seed in evaluation.seeds]
    held = [one.text if one.number is None else f"torch.tensor({one.number})" for one in outputs]
    if len(outputs) == 1:
        backward = f"{outputs[0].text}.backward({'' if evaluation.seeds[0] == 1 else seeds[0]})"
    else:
        flowing = [at for at, output in enumerate(graph.outputs) if graph.differentiable[output]]
        into, entering = (", ".join(one[at] for at in flowing) for one in (held, seeds))
        backward = f"torch.autograd.backward([{into}], [{entering}])"
    return source.program(
        (heading("values", language), leaves),
        (heading("forward", language), source.lines["forward"]),
        (heading("backward-automatic", language), [backward] if graph.leaves else []),
        (
            "",
            printed(evaluation, language, [f"{one}.item()" for one in held], [f"{name}.grad.item()" for name in names]),
        ),
    )
