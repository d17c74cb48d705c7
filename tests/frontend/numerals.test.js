import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  figureNumber,
  numberMath,
  printNumber,
  printSum,
  setNumber,
  sumMath,
  sumText,
} from "../../frontend/src/typeset/numerals.js";

const vectors = new URL("../contract/numerals.json", import.meta.url);
/** @type {{numbers: [number | string, string, string][], sums: [(number | string)[], number | string, string[], string, string][]}} */
const { numbers, sums } = JSON.parse(readFileSync(vectors, "utf8"));

test("the service prints the same numbers", () => {
  assert.ok(numbers.length > 200);
  for (const [value, figure, text] of numbers) {
    assert.equal(figureNumber(Number(value)), figure, `${value}`);
    assert.equal(printNumber(Number(value)), text, `${value}`);
  }
});

test("the service prints the same sums", () => {
  assert.ok(sums.length > 200);
  for (const [addends, total, ...printed] of sums) {
    const sum = printSum(addends.map(Number), Number(total));
    assert.deepEqual([sum.addends, sum.sign, sum.total], printed, `${addends} ${total}`);
  }
});

test("a printed number is set with its power of ten", () => {
  assert.deepEqual(numberMath("−0.5"), ["row", "−", "0.5"]);
  assert.deepEqual(numberMath("−1.234·10⁻⁵"), ["row", "−", ["times", "1.234", "⋅", ["sup", "10", ["row", "−", "5"]]]]);
  assert.deepEqual(numberMath("10²³"), ["sup", "10", "23"]);
  assert.deepEqual(["10", "100", "NaN", "∞"].map(numberMath), ["10", "100", "NaN", "∞"]);
});

test("addends behind a plus stand in brackets where they are negative", () => {
  assert.equal(sumText(["−1", "2", "−3", "…"]), "−1 + 2 + (−3) + …");
  assert.deepEqual(sumMath(["−1", "−3", "…"]), ["row", ["row", "−", "1"], "+", ["par", ["row", "−", "3"]], "+", "…"]);
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
