import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { check, EXPONENTS, nudgeOf, shared, valley, verdict } from "../../frontend/src/engine/gradient-check.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

const RELU = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "relu", "n0"],
]);

/**
 * @param {import("../../frontend/src/service/contract.js").Graph} graph
 * @param {number} place
 * @param {number} value
 */
function checked(graph, place, value) {
  const { gradient, at } = check(new Engine(graph, OPERATIONS), {}, { name: "x", place, value });
  return { gradient, at, all: EXPONENTS.map((exponent) => at(nudgeOf(exponent))) };
}

test("nudges are the powers of ten, exactly", () => {
  assert.deepEqual(EXPONENTS.map(nudgeOf), [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12]);
});

test("the error falls with h squared, then rounding takes over", () => {
  const { gradient, at, all } = checked(SIGMOID, 5, 0.5);
  assert.ok(Math.abs(gradient - 0.2350037122015945) < 1e-15);
  assert.ok(Math.abs(all[0].error / all[1].error - 100) < 5);
  assert.deepEqual(
    [0, 4, 11].map((row) => verdict(gradient, all[row], all)),
    ["coarse", "agrees", "rounds"],
  );
  const [run] = valley(at);
  assert.ok(run.length > 60 && run[0][0] === -12 && run[run.length - 1][0] === -1);
});

test("at a kink no nudge agrees, and what is not finite is not compared", () => {
  const { gradient, all } = checked(RELU, 0, 0);
  assert.equal(gradient, 0);
  assert.equal(verdict(gradient, all[3], all), "kink");
  const lost = { h: 0.1, up: Number.NaN, down: 1, slope: Number.NaN, error: Number.NaN };
  assert.equal(verdict(1, lost, [lost]), "infinite");
});

test("two numbers share their first digits", () => {
  assert.deepEqual(shared(1.25, 1.5), ["1.", "250000000000000", "500000000000000"]);
  assert.deepEqual(shared(2, 2), ["2.000000000000000", "", ""]);
  assert.deepEqual(shared(Number.NEGATIVE_INFINITY, 2), ["", "−∞", "2.000000000000000"]);
});
