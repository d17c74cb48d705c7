import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { isTold, narrate, plain } from "../../frontend/src/narration/sentences.js";
import { graphOf, OPERATIONS } from "./graphs.js";

/** a + a*x */
const graph = graphOf([
  ["n0", "variable", "a"],
  ["n1", "branch", null, "n0"],
  ["n2", "variable", "x"],
  ["n3", "operation", "mul", "n1", "n2"],
  ["n4", "operation", "add", "n1", "n3"],
]);
Object.assign(graph.nodes[1], { backward: { text: "E*(1 + x)", math: ["times", "E", ["par", "1+x"]] } });
Object.assign(graph.nodes[3], { forward: { text: "-a*x", math: ["row", "−", ["times", "a", "x"]] } });
Object.assign(graph.nodes[4], { forward: { text: "h", math: "h", means: "a + a*x", means_math: "means" } });
Object.assign(graph.edges[1], { backward: { text: "E*x", math: ["times", "E", "x"] } });

/**
 * @param {(string | import("../../frontend/src/service/contract.js").Slot)[]} clauses
 * @param {Record<string, number>} at
 */
function told(clauses, at = { a: 2, x: -0.25 }) {
  const engine = new Engine(graph, OPERATIONS);
  return narrate({ graph, engine, result: engine.evaluate(at) }, { clauses });
}

test("words stay, slots are filled with the signs, formulas and numbers of this moment", () => {
  const pieces = told([["sign", "n3"], " gives ", ["value", "n3"], "."]);
  assert.equal(plain(pieces), "mul gives −a*x = −0.5.");
  assert.deepEqual(pieces[0], { text: "mul", math: "mul", sign: true });
  assert.deepEqual(pieces[2].math, ["row", ["row", "−", ["times", "a", "x"]], "=", ["row", "−", "0.5"]]);
  assert.equal(plain(told([["contribution", "e1"]])), "E*x = −0.25");
});

test("a brief slot has its number alone, and so has one without a formula", () => {
  assert.equal(plain(told([["value", "n3", "brief"]])), "−0.5");
  assert.equal(plain(told([["adjoint", "n2"]])), "2");
});

test("a branch adds up in the order of adding: the latest consumer first, then by position", () => {
  assert.equal(plain(told([["sum", "n1"]])), "E*(1 + x) = 1 + (−0.25) = 0.75");
  assert.deepEqual(new Engine(graph, OPERATIONS).returning[1], [3, 1]);
});

test("addends that do not add up as they are printed say so", () => {
  assert.equal(plain(told([["sum", "n1", "brief"]], { a: 1, x: 1e-9 })), "1.000 + 10⁻⁹ ≈ 1.000");
});

test("what has no number is not said to equal a formula", () => {
  assert.equal(plain(told([["sum", "n1"]], { a: 2, x: Number.NaN })), "1 + NaN = NaN");
  assert.ok(!isTold({ text: "0", math: "0" }, 1));
  assert.ok(!isTold({ text: "x/x", math: "x" }, Number.NaN));
  assert.ok(isTold({ text: "1/2", math: "1" }, 0.5));
});

test("a circle says what its name means", () => {
  const circle = { ...graph.nodes[4], folded: { text: "h", math: "h" } };
  const folded = { ...graph, nodes: [...graph.nodes.slice(0, 4), circle] };
  const engine = new Engine(folded, OPERATIONS);
  const result = engine.evaluate({ a: 2, x: -0.25 });
  assert.equal(plain(narrate({ graph: folded, engine, result }, { clauses: [["value", "n4"]] })), "a + a*x = 1.5");
});
