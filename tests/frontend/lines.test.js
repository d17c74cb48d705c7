import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { linesOf, sameLine } from "../../frontend/src/engine/lines.js";
import { lineName, shortTitle } from "../../frontend/src/narration/line-names.js";
import { speaker } from "../../frontend/src/words/words.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

/** h = exp(w*x); y = ln(h), as a network: w rides on the line from x to h, and its product lies in the circle of h */
function weighed() {
  const graph = graphOf([
    ["n0", "variable", "w"],
    ["n1", "variable", "x"],
    ["n2", "operation", "mul", "n0", "n1"],
    ["n3", "operation", "exp", "n2"],
    ["n4", "operation", "ln", "n3"],
  ]);
  graph.nodes[2].inside = "n3";
  graph.nodes[3].name = "h";
  graph.nodes.forEach((node, place) => {
    node.span = [place, place + 1];
  });
  return graph;
}
const NETWORK = new Map([
  ["e0", { source: "n1", target: "n3" }],
  ["e3", { source: "n3", target: "n4" }],
  ["out", { source: "n4", target: null }],
]);
const DRAWN = new Map(
  weighed().edges.map(({ id, source, target }) => [id, { source, target: /** @type {string | null} */ (target) }]),
);

test("ids of lines are none of nodes", () => {
  const { nodes, edges, outputs } = SIGMOID;
  const ids = [...nodes.map(({ id }) => id), ...edges.map(({ id }) => id), ...outputs.map(({ line }) => line)];
  assert.equal(new Set(ids).size, ids.length);
});

test("a weight rides on the line of what it weighs, whichever of the two is asked for", () => {
  const line = linesOf(weighed(), NETWORK);
  const riding = { id: "e0", place: 0, source: "n1", target: "n3", onward: 1 };
  assert.deepEqual(["e0", "e1"].map(line), [riding, riding]);
  assert.deepEqual(line("e3"), { id: "e3", place: 3, source: "n3", target: "n4", onward: -1 });
  assert.deepEqual(line("out"), { id: "out", place: 4, source: "n4", target: null, onward: -1 });
  assert.deepEqual(["e2", "n1", "e9", ""].map(line), [null, null, null, null]); // e2 lies in the circle
  assert.equal(linesOf(null, new Map())("e0"), null);
});

test("a line is found again between nodes that are written where its own were", () => {
  const network = weighed();
  const plain = weighed();
  delete plain.nodes[2].inside;
  assert.equal(sameLine(network, NETWORK, plain, "e1"), "e0");
  assert.equal(sameLine(network, NETWORK, plain, "e2"), "", "it lies in the circle now");
  assert.equal(sameLine(plain, DRAWN, network, "e0"), "e0");
  assert.equal(sameLine(plain, DRAWN, network, "out"), "out");
  assert.equal(sameLine(plain, DRAWN, network, "n1"), "");
  network.nodes[1].span = [7, 9];
  assert.equal(sameLine(network, NETWORK, plain, "e1"), "");
});

test("a line says from where to where it leads, with its numbers", () => {
  const graph = weighed();
  const engine = new Engine(graph, OPERATIONS);
  const known = { graph, engine, result: engine.evaluate({ w: 3, x: 2 }) };
  const line = linesOf(graph, NETWORK);
  const named = (/** @type {"en" | "ja"} */ lang, /** @type {string} */ id) => {
    const found = line(id);
    return found && lineName(speaker(lang), known, found);
  };
  assert.equal(named("en", "e0"), "from x to exp (h), weight w: value 3, gradient 2");
  assert.equal(named("ja", "e0"), "x から exp (h) へ、重み w: 値 3、勾配 2");
  assert.equal(named("en", "out"), "from ln to output: value 6, gradient 1");
  assert.equal(shortTitle(SIGMOID, "n1"), "● (a)");
});
