"""The command line: ``kuroaka serve | draw | export | evaluate | lesson check``.

Exit codes: 0 done, 1 an expression or a lesson (or one of many) was refused, 2 the command itself was wrong.
"""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the program in the language of the reader's environment."""
    from kuroaka.extras import MissingExtra, extra  # noqa: PLC0415  (kuroaka.cli is imported by tools that only look)

    try:
        with extra("cli"):
            import click  # noqa: F401, PLC0415

        from kuroaka.cli.program import program  # noqa: PLC0415
        from kuroaka.cli.reader import language_of_environment  # noqa: PLC0415

        program(language_of_environment())()
    except MissingExtra as missing:
        sys.exit(f"kuroaka: {missing}")
