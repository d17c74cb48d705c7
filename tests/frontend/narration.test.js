import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { narrate, plain } from "../../frontend/src/narration/sentences.js";
import { LANGS, speaker } from "../../frontend/src/words/words.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

const graph = graphOf([
  ["n0", "variable", "a"],
  ["n1", "branch", null, "n0"],
  ["n2", "variable", "x"],
  ["n3", "operation", "mul", "n1", "n2"],
  ["n4", "operation", "add", "n1", "n3"],
]);
Object.assign(graph.nodes[1], { backward: { text: "E*(1 + x)", latex: "E" } });
Object.assign(graph.nodes[3], { forward: { text: "-a*x", latex: "-a x" } });
const labels = [null, "E*x", "E*a", "E", "E"];
graph.edges.forEach((edge, line) => {
  if (labels[line]) edge.backward = { text: labels[line], latex: labels[line].replace("*", " ") };
});
/** @type {import("../../frontend/src/service/contract.js").Operations} */
const operations = { ...OPERATIONS, add: { ...OPERATIONS.add, sign: "+", symbol: "+" } };
operations.mul = { ...OPERATIONS.mul, sign: "×", symbol: "\\times" };

/**
 * @param {"forward" | "backward"} direction
 * @param {string[]} nodes
 * @param {import("../../frontend/src/service/contract.js").Graph} [of]
 * @param {import("../../frontend/src/words/words.js").Lang} [lang]
 */
function told(direction, nodes, of = graph, lang = "en") {
  const engine = new Engine(of, operations);
  const result = engine.evaluate({ a: 2, x: -0.25 }, 1);
  return narrate(
    { graph: of, engine, result, operations, say: speaker(lang) },
    { direction, nodes, edges: [], says: "" },
  );
}

test("a clause an operation, with the numbers of this moment", () => {
  assert.equal(plain(told("forward", ["n3"])), "× gives −a*x = −0.5000.");
  assert.deepEqual(
    told("forward", ["n3"]).flatMap(({ latex }) => latex ?? []),
    ["\\times", "-a x = -0.5000"],
  );
  assert.equal(plain(told("backward", ["n3"])), "× sends back E*x = −0.2500 and E*a = 2.");
  assert.equal(plain(told("backward", ["n4"])), "+ sends E = 1 back to both inputs.");
});

test("a branch says what it adds up, in the order of adding", () => {
  assert.equal(plain(told("backward", ["n1"])), "At ● the red values 1 + (−0.2500) add up to E*(1 + x) = 0.7500.");
});

test("a power says its exponent", () => {
  const power = structuredClone(SIGMOID);
  power.nodes[2].forward = { text: "2", latex: "2" };
  assert.equal(plain(told("forward", ["n3"], power)), "□^2 gives 4.");
});

test("long formulas and many operations leave the numbers", () => {
  const long = structuredClone(graph);
  long.nodes[3].forward = { text: "x".repeat(200), latex: "x" };
  assert.equal(plain(told("forward", ["n3"], long)), "× gives −0.5000.");
  const row = (/** @type {number} */ place) => /** @type {any} */ ([`n${place + 1}`, "operation", "exp", "n0"]);
  const wide = graphOf([["n0", "constant", 0], ...Array.from({ length: 6 }, (_, place) => row(place))]);
  const all = wide.nodes.slice(1).map(({ id }) => id);
  assert.equal(plain(told("forward", all, wide)), "6 nodes work at once: exp 1; exp 1; exp 1; exp 1; and 2 more.");
});

for (const lang of LANGS) {
  test(`no slot stays empty in ${lang}`, () => {
    for (const direction of /** @type {const} */ (["forward", "backward"]))
      assert.doesNotMatch(plain(told(direction, ["n1", "n3", "n4"], graph, lang)), /[{}]|undefined/);
  });
}

test("a circle goes by its name, says what it means, and sends back along all lines that enter it", () => {
  const folded = structuredClone(graph);
  folded.nodes.push({ id: "n5", kind: "operation", operation: "mul", name: null, inputs: ["n4", "n4"], value: null });
  folded.edges.push({ id: "e5", source: "n4", target: "n5", position: 0 });
  folded.edges.push({ id: "e6", source: "n4", target: "n5", position: 1 });
  folded.output = "n5";
  folded.nodes[3].inside = "n4";
  Object.assign(folded.nodes[4], {
    name: "h",
    folded: { text: "h", latex: "h" },
    forward: { text: "h", latex: "h", means: "a + a*x", means_latex: "a+a x" },
  });
  assert.equal(plain(told("forward", ["n4"], folded)), "h gives a + a*x = 1.500.");
  assert.equal(plain(told("backward", ["n4"], folded)), "h sends back E*x = −0.7500 and E*a = 6 and E = 3.");
});
