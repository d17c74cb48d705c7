import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { pointsFor, probe, sweep } from "../../frontend/src/engine/sweep.js";
import { rangeOf, ticks } from "../../frontend/src/panels/plots/axis.js";
import { pieces } from "../../frontend/src/panels/plots/segments.js";
import { turns } from "../../frontend/src/panels/plots/turns.js";
import { OPERATIONS, SIGMOID } from "./graphs.js";

/**
 * @param {(x: number) => number} at
 * @param {number} [from]
 * @param {number} [to]
 */
function trace(at, from = -5, to = 5, count = 401) {
  const points = Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1));
  return pieces(points, points.map(at), at);
}

test("a sweep has value and derivative at every point, both ends included", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  const at = probe(engine, { x: 9 }, { name: "x", place: 5 });
  const { points, values, derivatives } = sweep(at, -5, 5, pointsFor(engine));
  assert.deepEqual([points.length, points[0], points[200], points[400]], [401, -5, 0, 5]);
  points.forEach((x, place) => {
    const z = 1 / (1 + Math.exp(-x));
    assert.ok(Math.abs(values[place] - z) < 1e-15);
    assert.ok(Math.abs(derivatives[place] - z * (1 - z)) < 1e-15);
  });
});

test("a smooth curve is one piece, however steep", () => {
  for (const at of [
    Math.sin,
    Math.abs,
    Math.cbrt,
    (/** @type {number} */ x) => 1 / (1 + Math.exp(-1000 * x)),
    () => 3,
  ]) {
    const { runs, breaks } = trace(at);
    assert.equal(runs.length, 1, String(at));
    assert.deepEqual(breaks, []);
  }
});

test("rounding breaks no curve: turns and flat ends", () => {
  const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
  const shifted = (/** @type {number} */ x) => 1e8 + Math.sin(x) - 1e8;
  /** @type {[(x: number) => number, number, number][]} */
  const smooth = [
    [Math.sin, -5, 5],
    [Math.cos, -5, 5],
    [Math.sin, -1.2345, 7],
    [shifted, -5, 5],
    [Math.tanh, -20, 20],
    [Math.tanh, 14, 16],
    [sigmoid, -40, 40],
    [sigmoid, 30, 40],
    [(x) => 1 - sigmoid(x), 20, 40],
  ];
  for (const [at, from, to] of smooth) {
    const { runs, breaks } = trace(at, from, to);
    assert.deepEqual([runs.length, breaks], [1, []], `${at} from ${from}`);
  }
});

test("a pole that a point nearly meets hides no other break", () => {
  const at = (/** @type {number} */ x) => 1 / (x - 1) + 1 / (x + 1.01);
  const points = Array.from({ length: 401 }, (_, place) => -5 + place / 40 + (place === 240 ? 1e-14 : 0));
  assert.deepEqual(
    pieces(points, points.map(at), at).breaks.map((x) => x.toFixed(6)),
    ["-1.010000", "1.000000"],
  );
});

test("a pole is found and never crossed, whether a point meets it or not", () => {
  for (const from of [-5, -5.0123]) {
    const { runs, breaks, poles } = trace((x) => 1 / x, from);
    assert.equal(runs.length, 2);
    assert.deepEqual(breaks, [0]);
    assert.deepEqual(poles, [0]);
    assert.ok(runs[0].every(([x]) => x < 0) && runs[1].every(([x]) => x > 0));
  }
  const { poles } = trace(Math.tan);
  assert.deepEqual(
    poles.map((x) => x.toFixed(6)),
    ["-4.712389", "-1.570796", "1.570796", "4.712389"],
  );
});

test("a jump breaks the curve and is no pole", () => {
  for (const at of [Math.sign, (/** @type {number} */ x) => (x > 0.0071 ? 1 : 0)]) {
    const { runs, breaks, poles } = trace(at);
    assert.ok(runs.length >= 2, String(at));
    assert.ok(Math.abs(breaks[0]) < 0.0072);
    assert.deepEqual(poles, []);
  }
});

test("a curve begins where its domain does", () => {
  const { runs, breaks } = trace((x) => Math.sqrt(x - 0.3));
  assert.equal(runs.length, 1);
  assert.ok(Math.abs(runs[0][0][0] - 0.3) < 1e-9 && runs[0][0][1] < 1e-4);
  assert.ok(Math.abs(breaks[0] - 0.3) < 1e-9);
  assert.deepEqual(
    trace(() => Number.NaN),
    { runs: [], breaks: [], poles: [] },
  );
});

test("the range shows what is usual, not the heights near a pole", () => {
  const points = Array.from({ length: 401 }, (_, place) => -5 + place / 40);
  const [low, high] = rangeOf(points.map((x) => 1 / x));
  assert.ok(low > -6 && high < 6 && low < -3 && high > 3);
  const [from, to] = rangeOf(points.map((x) => x * x));
  assert.ok(from < 0 && to > 25 && to < 30);
  assert.deepEqual(rangeOf([2, 2 + 1e-15]), [1, 3]);
  assert.deepEqual(rangeOf([0, 0]), [-1, 1]);
  assert.deepEqual(rangeOf([Number.NaN]), [-1, 1]);
  const [bottom, top] = rangeOf([-Number.MAX_VALUE, 0, Number.MAX_VALUE]);
  assert.ok(Number.isFinite(top - bottom) && top > 0 && bottom < 0);
});

test("ticks are round and say what they are", () => {
  /** @type {(from: number, to: number, wanted: number) => string[]} */
  const texts = (from, to, wanted) => ticks([from, to], wanted).map(({ text }) => text);
  assert.deepEqual(texts(-5, 5, 6), ["−4", "−2", "0", "2", "4"]);
  assert.deepEqual(texts(-0.02, 0.27, 4), ["0", "0.1", "0.2"]);
  assert.deepEqual(texts(0, 250000, 4), ["0", "10⁵", "2·10⁵"]);
  assert.deepEqual(texts(1.00001, 1.00002, 2), ["1.000010", "1.000015", "1.000020"].slice(0, 3));
});

test("a curve that turns is said to, one that only rises is not", () => {
  assert.deepEqual(turns([25, 4, 0, 4, 25]), { low: "0" });
  assert.deepEqual(turns([0, 1, -1, 0]), { low: "−1", high: "1" });
  assert.deepEqual(turns([0.1, 0.5, 0.9]), {});
  assert.deepEqual(turns([3, 3, 3]), {});
  assert.deepEqual(turns([1, Number.NaN, 2]), {}, "what has no value is no turn");
});
