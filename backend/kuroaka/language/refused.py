"""What people type that is no expression here, by the word, sign or command that shows it: the code of the sentence
that names it and says what to type instead.
"""

from collections.abc import Mapping

# Words of plain text that are no names where nobody has bound them.
WORDS: Mapping[str, str] = {
    **dict.fromkeys("if then else when otherwise".split(), "conditional"),
    **dict.fromkeys("and or not".split(), "logic"),
    **dict.fromkeys("for while import from class def assert return in is".split(), "program"),
    **dict.fromkeys("inf infinity Infinity INF Inf".split(), "infinity"),
    **dict.fromkeys("nan NaN NAN".split(), "infinity"),
}

# Words that are called, but are no function of the table.
CALLED: Mapping[str, str] = {
    **dict.fromkeys("diff derivative grad gradient D Derivative backward".split(), "derivative"),
    **dict.fromkeys("integrate integral int quad".split(), "integral"),
    **dict.fromkeys("limit lim argmax argmin sup inf".split(), "limit"),
    **dict.fromkeys("factorial gamma Gamma beta binom comb besselj zeta lgamma gammaln".split(), "special-function"),
    **dict.fromkeys("softmax Softmax log_softmax logsumexp".split(), "softmax"),
    **dict.fromkeys("mean average avg var std median".split(), "mean"),
    **dict.fromkeys("norm dot matmul transpose inner outer vector matrix array tensor Tensor det".split(), "vectors"),
    **dict.fromkeys("print return int float str len range list input eval exec __import__".split(), "program"),
    **dict.fromkeys("if If ifelse iff cond piecewise Piecewise".split(), "conditional"),
    **dict.fromkeys("frac dfrac tfrac".split(), "fraction-call"),
    **dict.fromkeys("Sum Prod product sum prod".split(), "open-sum"),
    **dict.fromkeys("re Re im Im conj arg".split(), "complex"),
    **dict.fromkeys("rand random randn uniform normal".split(), "random"),
}

SIGNS: Mapping[str, str] = {
    **dict.fromkeys("∂∇", "derivative"),
    **dict.fromkeys("∫∮", "integral"),
    "∞": "infinity",
    "°": "degrees",
    "!": "factorial",
    "%": "percent",
    "?": "conditional",
    **dict.fromkeys(("…", "...", "⋯"), "dots"),
    **dict.fromkeys("∑Σ", "open-sum"),
    "∏": "open-sum",
    **dict.fromkeys(("≈", "∝", "∼", "~", "≡", "≅", "∈", "→", "⇒", "->", "←", "↦"), "relation"),
    **dict.fromkeys((".*", "./", ".^"), "element-wise"),
    **dict.fromkeys("⊙⊗⊕∘@", "vectors"),
    "//": "slashes",
    "±": "plus-minus",
    "$": "several-formulas",
    "ー": "japanese-dash",
    ":": "colon",
    "&": "ampersand",
    '"': "quotes",
    "∀": "relation",
}

COMMANDS: Mapping[str, str] = {
    **dict.fromkeys("partial nabla dot ddot differentialD".split(), "derivative"),
    **dict.fromkeys("int iint oint".split(), "integral"),
    **dict.fromkeys("lim limsup liminf sup inf argmax argmin".split(), "limit"),
    "infty": "infinity",
    "circ": "degrees",
    "degree": "degrees",
    **dict.fromkeys("cdots dots ldots vdots ddots dotsc dotsb".split(), "dots"),
    **dict.fromkeys(
        "approx propto sim simeq cong in to rightarrow Rightarrow mapsto implies iff leftarrow".split(), "relation"
    ),
    **dict.fromkeys("vec odot otimes oplus top intercal overrightarrow langle rangle".split(), "vectors"),
    **dict.fromkeys("pm mp".split(), "plus-minus"),
    **dict.fromkeys("mathbb".split(), "letter-of-a-set"),
    **dict.fromkeys("binom choose dbinom".split(), "special-function"),
    "%": "percent",
    "placeholder": "empty-place",
    "imaginaryI": "complex",
    **dict.fromkeys("wedge land vee lor neg lnot".split(), "logic"),
}
