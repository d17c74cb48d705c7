import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, inARoom } from "../../frontend/src/figure/scales.js";
import { cut, highlight } from "../../frontend/src/narration/highlight.js";
import { rangeFor, rangeOf, readNumber, tidy, writeNumber } from "../../frontend/src/typeset/number-fields.js";
import { splitAt } from "../../frontend/src/typeset/spans.js";

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
  assert.deepEqual(
    ["ー３", "－0.5", "–1", "１／２", "-1/4", "½", "- 2"].map(readNumber),
    [-3, -0.5, -1, 0.5, -0.25, 0.5, -2],
  );
  for (const text of ["", "-", "1,5", "x", "Infinity", "1e999", "1/0", "1/", "/2", "1/2/3"])
    assert.ok(Number.isNaN(readNumber(text)), text);
  assert.equal(readNumber(writeNumber(-1.5e-7)), -1.5e-7);
});

test("a slider goes in steps of a power of ten", () => {
  assert.deepEqual([rangeOf(0, 1).step, rangeOf(0.3, 1.7).step, rangeOf(-20, 20).step], [0.001, 0.001, 0.1]);
  assert.equal(tidy(0.30000000000000004, 0.1), 0.3);
});

test("whatever its ends, a slider has a distance and a step", () => {
  const ends = [-1e308, -1, -5e-324, 0, 5e-324, 1, 1 + Number.EPSILON, 1e308, Number.MAX_VALUE];
  const ranges = [...ends.flatMap((min) => ends.map((max) => rangeOf(min, max))), ...[1.5e308, -1e308].map(rangeFor)];
  for (const { min, max, step } of ranges) {
    assert.ok(Number.isFinite(max - min) && max > min && step > 0, `${min} ${max} ${step}`);
    assert.ok(Number.isFinite(tidy(max, step)), `${max} ${step}`);
  }
  assert.deepEqual(rangeOf(2, 1), rangeOf(-5, 5));
  assert.ok(rangeOf(-1e308, 1e308).max > 1e307);
});

const FUNCTIONS = new Set(["sin", "log", "silu", "σ"]);

/** @param {string} text */
const kinds = (text) =>
  highlight(text, FUNCTIONS)
    .filter(({ kind }) => kind)
    .map(({ kind, text }) => `${kind} ${text}`);

test("the pieces of an expression are told apart, and are the whole text", () => {
  assert.deepEqual(kinds("w_1' = 2.5e-3*sin(x₁) # slope"), [
    "name w_1'",
    "operator =",
    "number 2.5e-3",
    "operator *",
    "function sin",
    "operator (",
    "name x₁",
    "operator )",
    "comment # slope",
  ]);
  assert.deepEqual(kinds("\\frac{\\alpha}{2} \\sin x % y"), [
    "operator \\frac",
    "operator {",
    "name \\alpha",
    "operator }",
    "operator {",
    "number 2",
    "operator }",
    "function \\sin",
    "name x",
    "comment % y",
  ]);
  for (const text of ["（１＋ｘ）÷２\n# 日本語", "x 漢字 \u200b 𝑥 $", "\\", "{", ""])
    assert.equal(
      highlight(text, FUNCTIONS)
        .map((piece) => piece.text)
        .join(""),
      text,
    );
});

test("a known function before a bracket is one, and nothing else is", () => {
  assert.deepEqual(kinds("silu (x)"), ["function silu", "operator (", "name x", "operator )"]);
  assert.deepEqual(kinds("f(x)")[0], "name f");
  assert.deepEqual(kinds("log_2(8)")[0], "function log_2");
  assert.deepEqual(kinds("σ + σ(e)"), ["name σ", "operator +", "function σ", "operator (", "number e", "operator )"]);
  assert.deepEqual(kinds("\\sigma\\left(x\\right)")[0], "function \\sigma");
  assert.deepEqual(kinds("\\sigma x")[0], "name \\sigma");
});

test("while the functions are not known, what stands before a bracket is taken for one", () => {
  assert.equal(highlight("sin(x)", null)[0].kind, "function");
  assert.equal(highlight("sin x", null)[0].kind, "name");
});

test("a part of the pieces is cut where it begins and ends", () => {
  assert.deepEqual(cut(highlight("sin(x)", FUNCTIONS), 1, 5), [
    { kind: "function", text: "in" },
    { kind: "operator", text: "(" },
    { kind: "name", text: "x" },
  ]);
});

test("a figure fits its box, or is readable and scrolls", () => {
  assert.equal(fit({ width: 1200, height: 300 }, { width: 1200, height: 600 }), 1);
  assert.equal(fit({ width: 100, height: 50 }, { width: 1200, height: 600 }), 1.5);
  assert.equal(fit({ width: 1200, height: 300 }, { width: 340, height: 300 }), 1);
  assert.equal(fit({ width: 1200, height: 800 }, { width: 340, height: 300 }), 0.72);
});

test("before a room a digit is a twenty-fifth of the screen, or the figure scrolls", () => {
  const scales = inARoom(10, 1000); // so a digit needs 40 pixels
  assert.equal(fit({ width: 100, height: 50 }, { width: 1900, height: 800 }, scales), 8);
  assert.equal(fit({ width: 400, height: 50 }, { width: 1900, height: 800 }, scales), 4.75);
  assert.equal(fit({ width: 800, height: 50 }, { width: 1900, height: 800 }, scales), 4);
  assert.equal(fit({ width: 800, height: 900 }, { width: 1900, height: 800 }, scales), 4);
});
