import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { check, EXPONENTS, nudgeOf, shared, valley, verdict } from "../../frontend/src/engine/gradient-check.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

const RELU = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "relu", "n0"],
]);

const ABS = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "abs", "n0"],
]);
const LN = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "ln", "n0"],
]);
const FAR = graphOf([
  ["n0", "variable", "x"],
  ["n1", "constant", -16384],
  ["n2", "operation", "add", "n0", "n1"],
  ["n3", "operation", "abs", "n2"],
]);
const STEP = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "step", "n0"],
]);
const SQUARE = graphOf([
  ["n0", "variable", "x"],
  ["n1", "constant", 2],
  ["n2", "operation", "pow", "n0", "n1"],
]);

/**
 * @param {import("../../frontend/src/service/contract.js").Graph} graph
 * @param {number} place
 * @param {number} value
 */
function checked(graph, place, value) {
  const seen = check(new Engine(graph, OPERATIONS), {}, { name: "x", place, value });
  const all = EXPONENTS.map((exponent) => seen.at(nudgeOf(exponent)));
  return { ...seen, all, verdicts: all.map((row) => verdict(seen, row, all)) };
}

test("nudges are the powers of ten, exactly", () => {
  assert.deepEqual(EXPONENTS.map(nudgeOf), [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12]);
});

test("the error falls with h squared, then rounding takes over", () => {
  const { gradient, at, all, verdicts } = checked(SIGMOID, 5, 0.5);
  assert.ok(Math.abs(gradient - 0.2350037122015945) < 1e-15);
  assert.ok(Math.abs(all[0].error / all[1].error - 100) < 5);
  assert.deepEqual(
    [0, 4, 11].map((row) => verdicts[row]),
    ["coarse", "agrees", "rounds"],
  );
  const [run] = valley(at);
  assert.ok(run.length > 60 && run[0][0] === -12 && run[run.length - 1][0] === -1);
});

test("at a kink no nudge agrees, and what is not finite is not compared", () => {
  const { gradient, atKink, all, verdicts } = checked(RELU, 0, 0);
  assert.deepEqual([gradient, atKink], [0, true]);
  assert.deepEqual(new Set(verdicts), new Set(["kink"]));
  const symmetric = checked(ABS, 0, 0); // the slope between both ends is the convention itself
  assert.deepEqual([symmetric.atKink, symmetric.all[3].slope, symmetric.all[3].error], [true, 0, 1]);
  const lost = { h: 0.1, up: Number.NaN, down: 1, slope: Number.NaN, error: Number.NaN };
  assert.equal(verdict({ gradient: 1, relative: true, atKink: false }, lost, [...all, lost]), "infinite");
  const edge = checked(LN, 0, 0.05).verdicts; // x - h leaves the domain at the first nudge alone
  assert.deepEqual([edge[0], edge[1], edge[5]], ["infinite", "coarse", "agrees"]);
});

test("a jump is one, a bend that ends in the smooth is none", () => {
  assert.ok(checked(STEP, 0, 0).atKink);
  assert.ok(!checked(STEP, 0, 1e-5).atKink);
  assert.ok(!checked(ABS, 0, 1e-7).atKink);
});

test("a kink where the smallest nudge can be made to one side only has the error of that side", () => {
  const { atKink, all } = checked(FAR, 0, 16384);
  assert.ok(atKink);
  assert.deepEqual(
    all.map(({ error }) => error),
    Array(12).fill(1),
  );
});

test("of a red number that no nudge can tell from 0 only the distance is said", () => {
  const { gradient, relative, atKink, verdicts } = checked(SQUARE, 0, 0);
  assert.deepEqual([gradient, relative, atKink], [0, false, false]);
  assert.deepEqual(new Set(verdicts), new Set(["level"]));
});

test("a flat end agrees as far as rounding lets it, and no further", () => {
  const { gradient, relative, atKink, all, verdicts } = checked(SIGMOID, 5, 30);
  assert.ok(gradient > 9e-14 && gradient < 1e-13);
  assert.deepEqual([relative, atKink], [true, false]);
  assert.ok(all[0].error > 1e-4 && all[0].error < 0.01);
  assert.deepEqual([verdicts[0], verdicts[5]], ["faint", "rounds"]);
});

test("a nudge too small to be made is not the best one", () => {
  const { all, verdicts } = checked(SQUARE, 0, 1e6);
  assert.ok(Number.isNaN(all[11].error));
  assert.deepEqual([verdicts[0], verdicts[11]], ["agrees", "rounds"]);
  assert.equal(checked(SQUARE, 0, 1e18).verdicts[0], "rounds");
});

test("two numbers share their first digits", () => {
  assert.deepEqual(shared(1.25, 1.5), ["1.", "250000000000000", "500000000000000"]);
  assert.deepEqual(shared(2, 2), ["2.000000000000000", "", ""]);
  assert.deepEqual(shared(Number.NEGATIVE_INFINITY, 2), ["", "−∞", "2.000000000000000"]);
});
