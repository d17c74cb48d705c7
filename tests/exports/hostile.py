"""Expressions whose names and comments try to be something else than text, in every format at once."""

from kuroaka.graph import Evaluation, build, evaluate

COMMENTS = [
    '</title><script>alert("kuroaka-was-here")</script><img src=x onerror=alert(1)>',
    '"""; print("kuroaka-was-here") # \'\'\'',
    'one\rprint("kuroaka-was-here")',
    'two\u2028print("kuroaka-was-here")\u2029print(1)\x85print(2)\x0cprint(3)\x0bprint(4)',
    "coding: utf-7 +AAo-print(+ACI-kuroaka-was-here+ACI-)",
    r"\end{document} \immediate\write18{touch kuroaka-was-here} \input{/etc/passwd} ^^M\typeout{kuroaka-was-here}",
    '100% } { $ & # _ ~ ^ \\ \\\\ `x` \\n \\" *',
    '%%{init: {"securityLevel": "loose", "theme": "dark"}}%% ```\\n---\\ntitle: kuroaka-was-here\\n---',
    '"]; evil [label="kuroaka-was-here" URL="javascript:alert(1)"]; } digraph { */ evil',
    "n0 --> evil; click n0 call alert() \u202e\u200b\ufeff\x00\x1b[31m",
]

NAMES = "lambda*np + E*w'*w'' + x_αβ + Α*α''/ς_max + None + print*exec + loss_1_2 + end*graph_1 + class'"


def hostile() -> list[Evaluation]:
    """One expression for each comment, with names that are words elsewhere; and each comment on a line of its own."""
    return [evaluate(build(f"{NAMES} # {text}")) for text in COMMENTS] + [
        evaluate(build(f"# {text}\nx*y")) for text in COMMENTS
    ]
