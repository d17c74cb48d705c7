"""The printed numbers of tests/contract/numerals.json, computed apart from the code under test; and its printed sums.

`python -m tests.figure.numeral_vectors` writes the file; both languages are tested against it.
"""

import json
import math
import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from kuroaka.formulas.numerals import print_sum

PATH = Path(__file__).parent.parent / "contract" / "numerals.json"


def expected(value: float) -> str:
    """What the figure shows, by the rule: the number itself where it has few digits, within what a computation knows,
    else rounded to the fourth; in whole numbers of the last place throughout."""
    if math.isnan(value):
        return "NaN"
    sign = "−" if value < 0 else ""
    if math.isinf(value):
        return sign + "∞"
    exact = Fraction(abs(value))
    if exact == 0:
        return "0"
    whole = math.floor(exact + Fraction(1, 2))
    if whole < 100_000 and known_as(exact, Fraction(whole)):
        return sign + str(whole)
    place = exponent_of(exact) - 3
    units = math.floor(exact / ten(place) + Fraction(1, 2))
    if units == 10_000:
        units, place = 1000, place + 1
    short = float(f"{units}e{place}")
    is_short = math.isfinite(short) and known_as(exact, Fraction(short))
    digits = str(units)
    if Fraction(1, 1000) <= (units * ten(place) if is_short else exact) < 100_000:
        if place >= 0:
            return sign + digits + "0" * place
        digits = digits.rjust(1 - place, "0")
        return f"{sign}{digits[:place]}.{digits[place:]}".rstrip("0" if is_short else "").rstrip(".")
    mantissa = f"{digits[0]}.{digits[1:]}".rstrip("0" if is_short else "").rstrip(".")
    return f"{sign}{mantissa}e{place + 3}".replace("-", "−")


def spelled(printed: str) -> str:
    """The same in a text."""
    mantissa, _, exponent = printed.partition("e")
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹⁻"["0123456789−".index(digit)] for digit in exponent)
    return f"{mantissa}·10{raised}".replace("−1·", "−").removeprefix("1·") if exponent else mantissa


def known_as(exact: Fraction, other: Fraction) -> bool:
    return abs(exact - other) <= exact / 10**12


def ten(power: int) -> Fraction:
    return Fraction(10) ** power


def exponent_of(exact: Fraction) -> int:
    guess = math.floor(math.log10(exact.numerator) - math.log10(exact.denominator))
    return next(power for power in (guess + 1, guess, guess - 1) if ten(power) <= exact)


def chosen() -> list[float]:
    """Boundaries, ties, carries into the next power, and a scatter over all magnitudes."""
    values = [
        0.0, 1.0, 2.0, 10.0, 123.0, 1234.0, 12345.0, 99998.0, 99999.0, 100000.0, 100001.0, 123456.0, 1e6, 1e15,
        1e16, 1e21, 1e22, 1e23, 6.02214076e23, 1e100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
        0.001, math.nextafter(0.001, 0), math.nextafter(0.001, 1), 0.00099995, 0.000999949, 0.0009999999,
        0.00012345, 0.01, 0.1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.2, 0.3, 0.7, 0.9, 0.99, 0.999, 0.9999, 0.99994,
        0.99995, 0.99996, 9.9995, 9.9994, 99.995, 99.994, 999.95, 999.94, 999.9, 9999.5, 9999.4, 9999.49, 9999.999,
        99999.5, 99999.4, 99994.9, 99995.5, 12345.5, 12344.5, 12335.5, 10005.5, 10000.5, 1000.5, 1001.5, 1234.5,
        1235.5, 2.5, 3.5, 0.62245933120185459, 0.23500371220159449, 1.5, 1.25, 1.0625, 1.00048828125, 1.00146484375,
        2048.5, 4096.5, 8191.5, 16384.5, 1 / 3, 2 / 3, math.pi, math.e, math.pi * 1e-5, math.pi * 1e5, 100.125,
        100.25, 10.0125, 1.00125, 0.100125, 1.0005, 1.0015, 100050.0, 100150.0, 100250.0, 123450.0, 123550.0,
        0.1 + 0.2, 0.1 * 3, 1.1 * 1.1, 1.0000000000000002, 0.9999999999999999, 12345.000000000002, 0.49999999999, 715.0,
        1.1, -1.1, 0.4999999, 1e-4, 3e-7, 1.5e-7, 2.5e300, 0.3 - 1e-11, 0.3 - 1e-13, 1e5 + 1e-6, 1e5 - 1e-9, 99999.9,
        1234500000.0, 1.2345e-7, 1.2355e-7, 9.9995e-5, 9.99949e-5, 9.9996e20, 99995000.0, 99994999.0, 2.0**52,
        2.0**53, 2.0**53 + 2, 2.0**70, 2.0**-20, 2.0**-30, 2.0**-1074 * 3,
    ]  # fmt: skip
    rng = random.Random(2020)
    values += [rng.uniform(1, 10) * 10.0 ** rng.randint(-9, 9) for _ in range(60)]
    values += [rng.randint(1000, 9999) / 2.0 ** rng.randint(1, 12) for _ in range(20)]
    values += [-value for value in values[::3]]
    return [*values, math.inf, -math.inf, math.nan]


def as_json(value: float) -> float | str:
    """JSON has no word for these four."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return "-0" if value == 0 and math.copysign(1.0, value) < 0 else value


def sums() -> Iterator[tuple[list[float], float]]:
    """Addends with their sum as a machine adds them: of one size, of all sizes, exact, cancelling, without end."""
    yield from (([1.0, -0.25], 0.75), ([0.1, 0.2, -0.3], 0.1 + 0.2 - 0.3), ([1000.0, 1e-4], 1000.0001))
    yield from (
        ([math.inf, -math.inf], math.nan),
        ([math.inf, 1.0], math.inf),
        ([0.0, -0.0], 0.0),
        ([0.0, 1 / 3], 1 / 3),
    )
    yield from (([12345.6, 1.0], 12346.6), ([9.9996, 0.00041], 10.00001), ([-1.24501, 0.77494, -0.11748], -0.58755))
    rng = random.Random(7)
    for _ in range(200):
        scale = 10.0 ** rng.choice([0, 0, 0, 1, 3, 5, -3, -5, 20, -300])
        spread = rng.choice([0, 0, 1, 3, 6])
        addends = [rng.uniform(-3, 3) * scale * 10.0 ** -rng.randint(0, spread) for _ in range(rng.randint(2, 6))]
        yield addends, sum(addends)


def vectors() -> dict[str, list[list[object]]]:
    """Numbers with what the figure and what a text shows; sums with their addends, their sign and their total."""
    return {
        "numbers": [[as_json(value), expected(value), spelled(expected(value))] for value in chosen()],
        "sums": [[[*map(as_json, addends)], as_json(total), *print_sum(addends, total)] for addends, total in sums()],
    }


if __name__ == "__main__":
    lines = ",\n".join
    tables = [
        f'"{name}": [\n' + lines(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
        for name, rows in vectors().items()
    ]
    PATH.write_text("{\n" + lines(tables) + "\n}\n", encoding="utf-8")
