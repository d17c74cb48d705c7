import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { overwriting } from "../../frontend/src/engine/mistakes.js";
import { along, paths, printCount } from "../../frontend/src/engine/paths.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

/** @typedef {Parameters<typeof graphOf>[0]} Rows */

/**
 * Random sums and products of all that came before, repeatably.
 * @param {number} seed
 */
function random(seed) {
  let state = seed;
  const below = (/** @type {number} */ count) => {
    state = (state * 48271) % 2147483647;
    return state % count;
  };
  /** @type {Rows} */
  const rows = [
    ["n0", "variable", "x"],
    ["n1", "variable", "y"],
    ["n2", "constant", 0.5],
    ["n3", "branch", null, "n0"],
  ];
  while (rows.length < 14) {
    const of = () => `n${Math.max(rows.length - 1 - below(4), 0)}`;
    rows.push([`n${rows.length}`, "operation", below(2) ? "add" : "mul", of(), of()]);
  }
  return graphOf(rows);
}

for (let seed = 1; seed <= 40; seed++) {
  test(`the products along all paths add up to the gradient (random graph ${seed})`, () => {
    const graph = random(seed);
    const before = graph.nodes[graph.nodes.length - 3]; // with lines of its own to where it is used
    graph.outputs.push({ id: before.id, line: "out2", name: "h", upstream: "E_2" });
    const engine = new Engine(graph, OPERATIONS);
    const result = engine.evaluate({ x: 1.25, y: -0.75 }, [2, -3]);
    const { adjoints } = result;
    for (const source of [0, 1]) {
      const walks = paths(engine, source, 100_000);
      assert.equal(walks.count, BigInt(walks.paths.length));
      const products = walks.paths.map((lines) => along(lines, result));
      const sum = products.reduce((total, product) => total + product, 0);
      const size = products.reduce((total, product) => total + Math.abs(product), 0);
      assert.ok(Math.abs(sum - adjoints[source]) <= 1e-12 * size, `${sum} is not ${adjoints[source]}`);
    }
  });
}

test("the sigmoid's constant has three paths, its variable one, a literal none", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  assert.deepEqual(
    [0, 5, 2].map((source) => paths(engine, source, 20).count),
    [3n, 1n, 0n],
  );
});

test("2^1000 paths are counted, not walked", () => {
  /** @type {Rows} */
  const rows = [["n0", "variable", "x"]];
  for (let layer = 1; layer <= 1000; layer++) {
    const before = `n${layer - 1}`;
    rows.push([`n${layer}`, "operation", "add", before, before]);
  }
  const engine = new Engine(graphOf(rows), OPERATIONS);
  const { count, paths: listed } = paths(engine, 0, 20);
  assert.equal(count, 2n ** 1000n);
  assert.equal(new Set(listed.map(String)).size, 20);
  assert.equal(printCount(count), "1.07 × 10^301");
  assert.equal(printCount(2n ** 30n), "1\u2009073\u2009741\u2009824");
});

test("overwriting instead of adding keeps the last red value alone", () => {
  const engine = new Engine(SIGMOID, OPERATIONS);
  const { values, adjoints } = engine.evaluate({ x: 0.5 });
  const wrong = engine.backward(values, [1], overwriting(engine));
  assert.equal(wrong.adjoints[5], adjoints[5]); // no branch on its way
  assert.notEqual(wrong.adjoints[0], adjoints[0]);
  const [last] = SIGMOID.edges.flatMap((edge, line) => (edge.source === "n4" ? [wrong.contributions[line]] : []));
  assert.equal(wrong.adjoints[4], last);
});
