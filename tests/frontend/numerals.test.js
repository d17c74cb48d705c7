import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { printNumber, setNumber } from "../../frontend/src/typeset/numerals.js";

/** @type {[number, string][]} */
const PRINTED = [
  [0, "0"],
  [-0, "−0"],
  [-2, "−2"],
  [99999, "99999"],
  [100000, "1.000e5"],
  [0.5, "0.5000"],
  [0.6224593312018546, "0.6225"],
  [-12.345, "−12.35"],
  [12345.6, "12350"],
  [99999.7, "100000"],
  [0.001, "0.001000"],
  [0.00099999, "1.000e−3"],
  [0.0012344, "0.001234"],
  [6.02214e23, "6.022e23"],
  [-1.2345e-5, "−1.234e−5"], // the double just below 1.2345e-5
  [5e-324, "4.941e−324"],
  [Number.MAX_VALUE, "1.798e308"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
  [Number.NaN, "NaN"],
];
for (const [value, printed] of PRINTED) {
  test(`${Object.is(value, -0) ? "-0" : value} is printed ${printed}`, () => assert.equal(printNumber(value), printed));
}

const vectors = new URL("../contract/numerals.json", import.meta.url);
test("the service prints the same", () => {
  /** @type {[number | string, string][]} */
  const cases = JSON.parse(readFileSync(vectors, "utf8"));
  assert.ok(cases.length > 200);
  for (const [value, printed] of cases) assert.equal(printNumber(Number(value)), printed, `${value}`);
});

test("glyphs stand around their centre, and digits do not move when one of them changes", () => {
  const advances = new Map([
    ...Array.from("0123456789", (digit) => /** @type {[string, number]} */ ([`d-${digit}`, 8])),
    ["d-point", 4],
    ["d-minus", 10],
  ]);
  const set = setNumber("−1.5", advances, 100);
  assert.deepEqual(set, [
    { glyph: "d-minus", x: 85 },
    { glyph: "d-1", x: 95 },
    { glyph: "d-point", x: 103 },
    { glyph: "d-5", x: 107 },
  ]);
  const other = setNumber("−7.9", advances, 100);
  assert.deepEqual(
    set.map(({ x }) => x),
    other.map(({ x }) => x),
  );
});
