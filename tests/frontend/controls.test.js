import assert from "node:assert/strict";
import { test } from "node:test";
import { splitAt } from "../../frontend/src/controls/fault.js";
import { rangeFor, readNumber, writeNumber } from "../../frontend/src/controls/ranges.js";
import { fit } from "../../frontend/src/stage.js";

test("a fault is found by code points, also behind an astral character and a line break", () => {
  assert.deepEqual(splitAt("𝑥 = 1\n𝑥 + * 2", { offset: 10, length: 1 }), ["𝑥 = 1\n𝑥 + ", "*", " 2"]);
  assert.deepEqual(splitAt("x +", { offset: 3, length: 0 }), ["x +", "", ""]);
  assert.deepEqual(splitAt("x", { offset: 9, length: 9 }), ["x", "", ""]);
});

test("a slider is -5 to 5, wider when its value is", () => {
  assert.deepEqual(rangeFor(0.5), { min: -5, max: 5, step: 0.01 });
  assert.deepEqual(
    [5, -6, 17, 20, 21, 1e6].map((value) => rangeFor(value).max),
    [5, 10, 20, 20, 50, 1e6],
  );
});

test("numbers are read as people type them", () => {
  assert.deepEqual(["0.5", " −2 ", "１．５", "1e-3", ".5"].map(readNumber), [0.5, -2, 1.5, 0.001, 0.5]);
  for (const text of ["", "-", "1,5", "x", "Infinity", "1e999"]) assert.ok(Number.isNaN(readNumber(text)), text);
  assert.equal(readNumber(writeNumber(-1.5e-7)), -1.5e-7);
});

test("a figure fits its box, or is readable and scrolls", () => {
  assert.equal(fit({ width: 1200, height: 300 }, { width: 1200, height: 600 }), 1);
  assert.equal(fit({ width: 100, height: 50 }, { width: 1200, height: 600 }), 1.5);
  assert.equal(fit({ width: 1200, height: 300 }, { width: 340, height: 300 }), 1);
  assert.equal(fit({ width: 1200, height: 800 }, { width: 340, height: 300 }), 0.72);
});
