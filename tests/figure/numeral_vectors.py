"""The printed numbers of tests/contract/numerals.json, computed apart from the code under test.

`python -m tests.figure.numeral_vectors` writes the file; both languages are tested against it.
"""

import json
import math
import random
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PATH = Path(__file__).parent.parent / "contract" / "numerals.json"


def expected(value: float) -> str:
    """The rule of the paper, by division into whole numbers of the last place."""
    if math.isnan(value):
        return "NaN"
    sign = "−" if math.copysign(1.0, value) < 0 else ""
    if math.isinf(value):
        return sign + "∞"
    exact = abs(Decimal(value))
    if exact == exact.to_integral_value() and exact < 100_000:
        return sign + str(int(exact))
    place = exact.adjusted() - 3
    units = (
        int((exact / Decimal(10) ** place).quantize(Decimal(1), ROUND_HALF_UP))
        if place >= -300
        else _tiny(exact, place)
    )
    if units == 10_000:
        units, place = 1000, place + 1
    if Decimal("0.001") <= exact < 100_000:
        digits = str(units) + "0" * max(place, 0)
        if place >= 0:
            return sign + digits
        digits = digits.rjust(1 - place, "0")
        return f"{sign}{digits[:place]}.{digits[place:]}"
    exponent = place + 3
    text = str(units)
    return f"{sign}{text[0]}.{text[1:]}e{'−' if exponent < 0 else ''}{abs(exponent)}"


def _tiny(exact: Decimal, place: int) -> int:
    numerator, denominator = exact.as_integer_ratio()
    scaled = numerator * 10**-place
    return int((2 * scaled + denominator) // (2 * denominator))


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


def vectors() -> list[list[float | str]]:
    return [[as_json(value), expected(value)] for value in chosen()]


if __name__ == "__main__":
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in vectors())
    PATH.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
