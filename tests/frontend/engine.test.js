import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

/**
 * @param {number} actual
 * @param {number} expected
 */
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) <= 1e-14 * Math.abs(expected), `${actual} is not ${expected}`);

test("the article's sigmoid: z(1 - z) at x, -(x + 2) z(1 - z) at the constant -1", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  for (const x of [-3, -0.25, 0, 0.5, 4]) {
    const { values, adjoints, contributions } = engine.evaluate({ x });
    const z = 1 / (1 + Math.exp(-x));
    near(values[9], z);
    near(adjoints[5], z * (1 - z));
    near(adjoints[0], -(x + 2) * z * (1 - z));
    near(contributions[5], adjoints[5]); // the line from x
  }
});

test("a seed scales what flows back", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  near(engine.evaluate({ x: 0.5 }, [3]).adjoints[5], 3 * engine.evaluate({ x: 0.5 }).adjoints[5]);
});

test("a variable without a value is 1, a constant its number, and both may be given", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  assert.equal(engine.evaluate({}).values[5], 1);
  assert.equal(engine.evaluate({}).values[0], -1);
  assert.equal(engine.evaluate({ a: 2, toString: 5 }).values[3], 4);
});

test("no red flows to a literal", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  const exponent = SIGMOID.edges.findIndex((edge) => edge.source === "n2");
  assert.equal(engine.flows[exponent], false);
  assert.ok(Number.isNaN(engine.evaluate({}).contributions[exponent]));
});

test("x*x keeps two edges, and a branch adds them", () => {
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "branch", null, "n0"],
    ["n2", "operation", "mul", "n1", "n1"],
  ]);
  const { adjoints, contributions } = new Engine(graph, OPERATIONS).evaluate({ x: 3 });
  assert.deepEqual([...contributions], [6, 3, 3, 1]);
  assert.equal(adjoints[0], 6);
});

for (const [operation, x, gradient] of /** @type {[string, number, number][]} */ ([
  ["abs", -2, -1],
  ["abs", 0, 0],
  ["abs", 3, 1],
  ["relu", -2, 0],
  ["relu", 0, 0],
  ["relu", 3, 1],
])) {
  test(`the slope of ${operation} at ${x} is ${gradient}`, () => {
    const graph = graphOf([
      ["n0", "variable", "x"],
      ["n1", "operation", operation, "n0"],
    ]);
    assert.equal(Math.abs(new Engine(graph, OPERATIONS).evaluate({ x }).adjoints[0] - gradient), 0);
  });
}

test("numbers leave the finite as IEEE says", () => {
  const log = graphOf([
    ["n0", "variable", "x"],
    ["n1", "operation", "ln", "n0"],
  ]);
  const { values, adjoints } = new Engine(log, OPERATIONS).evaluate({ x: 0 });
  assert.deepEqual([values[1], adjoints[0]], [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);

  const ratio = graphOf([
    ["n0", "variable", "x"],
    ["n1", "variable", "y"],
    ["n2", "operation", "div", "n0", "n1"],
  ]);
  const engine = new Engine(ratio, OPERATIONS);
  assert.equal(engine.evaluate({ x: -1, y: 0 }).values[2], Number.NEGATIVE_INFINITY);
  assert.ok(Number.isNaN(engine.evaluate({ x: 0, y: 0 }).values[2]));
});

test("a minus zero that flows back stays one", () => {
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "constant", 0],
    ["n2", "operation", "mul", "n0", "n1"],
  ]);
  assert.ok(Object.is(new Engine(graph, OPERATIONS).evaluate({ x: 1 }, [-1]).adjoints[0], -0));
});

test("an operation without rules is refused, not guessed", () => {
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "operation", "zeta", "n0"],
  ]);
  assert.throws(() => new Engine(graph, OPERATIONS), /unknown operation zeta/);
});
