import assert from "node:assert/strict";
import { test } from "node:test";
import { PRIMITIVES } from "../../frontend/src/engine/arithmetic.js";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** @type {[string, number, number, number][]} name, x, y, value */
const CASES = [
  ["pow", nan, 0, 1],
  ["pow", 1, nan, 1],
  ["pow", -1, infinity, 1],
  ["pow", 0, 0, 1],
  ["pow", 0, -1, infinity],
  ["pow", -8, 1 / 3, nan],
  ["power_base", 0, 0, 0],
  ["power_base", 3, 2, 6],
  ["power_exponent", 0, 2, 0],
  ["power_exponent", 2, 3, 8 * Math.log(2)],
  ["max", nan, 1, nan],
  ["max", 1, nan, nan],
  ["min", 2, 1, 1],
  ["min", nan, 1, nan],
  ["sign", -0, 0, 0],
  ["sign", nan, 0, nan],
  ["step", 0, 0, 0],
  ["step", 1e-300, 0, 1],
  ["step", nan, 0, nan],
  ["round", 2.5, 0, 2],
  ["round", -3.5, 0, -4],
  ["round", -0.3, 0, -0],
  ["round", 0.49999999999999994, 0, 0],
  ["round", 2 ** 52 - 0.5, 0, 2 ** 52],
  ["round", -infinity, 0, -infinity],
  ["mod", -7, 3, 2],
  ["mod", 7, -3, -2],
  ["mod", 6, -3, -0],
  ["mod", -1, infinity, infinity],
  ["mod", 1, 0, nan],
  ["ge", 2, 2, 1],
  ["ne", nan, nan, nan],
  ["erf", -0, 0, -0],
  ["erf", -infinity, 0, -1],
  ["erfc", -infinity, 0, 2],
  ["erfc", 30, 0, 0],
  ["erfc", nan, 0, nan],
  ["sinc", -0, 0, 1],
  ["sinc_slope", 0, 0, -0],
  ["logit", 0.5, 0, 0],
  ["logit", 1, 0, infinity],
  ["div", 1, -0, -infinity],
  ["exp", 1000, 0, infinity],
  ["ln", -1, 0, nan],
  ["sigmoid", -745, 0, 5e-324],
  ["sigmoid", 40, 0, 1],
  ["softplus", 1000, 0, 1000],
  ["softplus", -745, 0, 5e-324],
];
for (const [name, x, y, value] of CASES) {
  test(`${name}(${x}, ${y}) = ${value}`, () => assert.ok(Object.is(PRIMITIVES[name](x, y, 0), value)));
}
