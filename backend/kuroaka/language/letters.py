"""Greek letters: what LaTeX calls them. Whoever reads or writes one looks here."""

from collections.abc import Mapping

# The letters that have a command, by its word.
LETTERS: Mapping[str, str] = dict(
    zip(
        (
            "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma "
            "tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
        ).split(),
        "αβγδϵεζηθϑικλμνξπρστυϕφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        strict=True,
    )
)

COMMANDS: Mapping[str, str] = {letter: word for word, letter in LETTERS.items()}

# The letters without one: what LaTeX prints instead.
LOOKALIKES: Mapping[str, str] = {
    **{greek: rf"\mathrm{{{latin}}}" for greek, latin in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", strict=True)},
    "ο": "o",
    "ς": r"\varsigma ",
}
