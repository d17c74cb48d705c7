import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { conventions } from "../../frontend/src/engine/kinks.js";
import { origins, spread } from "../../frontend/src/engine/nonfinite.js";
import { nodesAt } from "../../frontend/src/narration/nodes-at.js";
import { shortNames } from "../../frontend/src/narration/short-names.js";
import { parts } from "../../frontend/src/typeset/mathml.js";
import { putIn } from "../../frontend/src/typeset/put-in.js";
import { cut } from "../../frontend/src/typeset/spans.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";
import { shape } from "./shapes.js";

/** ln(x)/y */
const RATIO = graphOf([
  ["n0", "variable", "x"],
  ["n1", "operation", "ln", "n0"],
  ["n2", "variable", "y"],
  ["n3", "operation", "div", "n1", "n2"],
]);

for (const [at, of, wanted] of /** @type {[Record<string, number>, string, [number, string][]][]} */ ([
  [{ x: 1, y: 2 }, "value", []],
  [{ x: -1, y: 2 }, "value", [[1, "domain"]]],
  [{ x: 0, y: 2 }, "value", [[1, "pole"]]],
  [{ x: 2, y: 0 }, "value", [[3, "pole"]]],
  [{ x: 2, y: 1e-320 }, "value", [[3, "overflow"]]],
  [{ x: 2, y: 1e-200 }, "gradient", [[3, "overflow"]]],
  [
    { x: 0, y: Infinity },
    "value",
    [
      [1, "pole"],
      [3, "domain"],
    ],
  ], // −∞/∞ is NaN, and neither of them was
  [{ x: -1, y: 0 }, "value", [[1, "domain"]]],
])) {
  test(`ln(x)/y at ${JSON.stringify(at)}: where what is not finite begins (${of})`, () => {
    const engine = new Engine(RATIO, OPERATIONS);
    const begun = origins(engine, engine.evaluate(at)).filter((origin) => origin.of === of);
    assert.deepEqual(
      begun.map(({ node, why }) => [node, why]),
      wanted,
    );
  });
}

test("what is not finite is counted, forward and backward", () => {
  const engine = new Engine(RATIO, OPERATIONS);
  assert.equal(spread(engine, engine.evaluate({ x: 1, y: 2 })), 0);
  assert.equal(spread(engine, engine.evaluate({ x: 0, y: 2 })), 4); // ln and its quotient; the slopes in x and in y
});

test("a convention is told at the kink alone", () => {
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "operation", "relu", "n0"],
  ]);
  const told = { ...OPERATIONS, relu: { ...OPERATIONS.relu, note: "0 at 0", kink: ["x"] } };
  const engine = new Engine(graph, told);
  assert.deepEqual(conventions(engine, engine.evaluate({ x: 0 }), told), [{ node: 1, note: "0 at 0" }]);
  assert.deepEqual(conventions(engine, engine.evaluate({ x: 1e-9 }), told), []);
});

test("a rule has numbers put in, with signs of products and brackets where they are needed", () => {
  const numbers = new Map(Object.entries({ E: "−1", x: "2", y: "−3", z: "1.5·10⁻⁷" }));
  const filled = (/** @type {import("../../frontend/src/service/contract.js").Tree} */ rule) =>
    shape(parts(putIn(rule, numbers)));
  assert.equal(filled("E"), "[− 1]");
  assert.equal(filled(["times", "E", "y"]), "[[− 1] × [( [− 3] )]]");
  assert.equal(
    filled(["row", "−", ["times", "E", ["frac", "z", "y"]]]),
    "[− [[( [− 1] )] × frac([1.5 ⋅ sup(10, [− 7])], [− 3])]]",
  );
  assert.equal(
    filled(["times", "E", "y", ["sup", "x", ["row", "y", "−", "1"]]]),
    "[[− 1] × [( [− 3] )] × sup(2, [[− 3] − 1])]",
  );
  assert.equal(
    filled(["times", "E", ["par", ["row", "1", "−", ["sup", "z", "2"]]]]),
    "[[− 1] × [( [1 − sup([( [1.5 ⋅ sup(10, [− 7])] )], 2)] )]]",
  );
  assert.equal(filled(["frac", "E", ["of", ["sup", "cos", "2"], "x"]]), "frac([− 1], [sup(cos, 2) of space 2])");
  assert.equal(filled(["of", "log", "y"]), "[log of [( [− 3] )]]");
  assert.equal(filled(["times", "E", ["call", "step", "x"]]), "[[− 1] × [step of [( [2] )]]]");
  assert.equal(filled(["frac", "E", ["times", "2", "z"]]), "frac([− 1], [2 × [1.5 ⋅ sup(10, [− 7])]])");
});

test("a place in the text belongs to its name, else to the smallest part around it", () => {
  const graph = {
    ...graphOf([
      ["n0", "variable", "𝑥"],
      ["n1", "variable", "y"],
      ["n2", "operation", "add", "n0", "n1"],
    ]),
  };
  const spans = /** @type {[number, number][]} */ ([
    [0, 1],
    [4, 5],
    [0, 5],
  ]);
  const nodes = graph.nodes.map((node, place) => ({ ...node, span: spans[place] }));
  const placed = { ...graph, expression: "𝑥 + y", nodes };
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((offset) => nodesAt(placed, offset)),
    [["n0"], ["n0"], ["n2"], ["n2"], ["n1"], ["n1"]],
  );
  assert.deepEqual(cut("𝑥 + y", [2, 3]), ["𝑥 ", "+", " y"]);
});

test("a short name is listed once, values before gradients", () => {
  const label = (/** @type {string} */ text) => ({ text, math: text, means: `${text} in full` });
  const nodes = SIGMOID.nodes.map((node, place) => ({
    ...node,
    forward: place === 8 ? label("v_8") : { text: "x", math: "x" },
    backward: place > 7 ? label("g_8") : null,
  }));
  const found = shortNames({ ...SIGMOID, nodes });
  assert.deepEqual(
    found.map(({ text }) => text),
    ["v_8", "g_8"],
  );
});
