import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine.js";
import { retell } from "../../frontend/src/narration.js";
import { graphOf, OPERATIONS } from "./graphs.js";

const graph = graphOf([
  ["n0", "variable", "a"],
  ["n1", "variable", "x"],
  ["n2", "operation", "mul", "n0", "n1"],
]);
Object.assign(graph.nodes[2], { value: 1, forward: { text: "a*x", latex: "a x" } });
Object.assign(graph.edges[0], { contribution: 1, backward: { text: "E*x", latex: "E x" } });
Object.assign(graph.edges[1], { contribution: 1, backward: { text: "-E", latex: "-E" } });

/** @param {"forward" | "backward"} direction @param {string} says */
const retold = (direction, says) => {
  const engine = new Engine(graph, OPERATIONS);
  return retell(graph, { direction, nodes: ["n2"], edges: [], says }, engine, engine.evaluate({ a: 2, x: 0.25 }));
};

test("a sentence is told again with the numbers of this moment", () => {
  assert.equal(retold("forward", "× gives a*x = 1."), "× gives a*x = 0.5000.");
  assert.equal(retold("backward", "× sends back E*x = 1 and -E = 1."), "× sends back E*x = 0.2500 and −E = 2.");
});

test("only whole equations are replaced", () => {
  assert.equal(retold("forward", "b + a*x = 1.5 stays."), "b + a*x = 1.5 stays.");
  assert.equal(retold("forward", "Nothing to replace."), "Nothing to replace.");
});
