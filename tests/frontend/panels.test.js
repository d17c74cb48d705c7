import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../frontend/src/engine/engine.js";
import { conventions } from "../../frontend/src/engine/kinks.js";
import { origins, spread } from "../../frontend/src/engine/nonfinite.js";
import { nodesAt } from "../../frontend/src/narration/nodes-at.js";
import { shortNames } from "../../frontend/src/narration/short-names.js";
import { cut } from "../../frontend/src/typeset/spans.js";
import { fillIn } from "../../frontend/src/typeset/substitute.js";
import { graphOf, OPERATIONS, SIGMOID } from "./graphs.js";

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
  const numbers = new Map(Object.entries({ E: "−1", x: "2", y: "−3", z: "1.5e−7" }));
  const filled = (/** @type {string} */ rule) => fillIn(rule, numbers).replaceAll(" ", "");
  assert.equal(filled("E"), "-1");
  assert.equal(filled("E y"), "-1\\times\\left(-3\\right)");
  assert.equal(filled("-E\\frac{z}{y}"), "-\\left(-1\\right)\\times\\frac{1.5\\cdot10^{-7}}{-3}");
  assert.equal(filled("E y x^{y-1}"), "-1\\times\\left(-3\\right)\\times2^{-3-1}");
  assert.equal(filled("E\\left(1-z^{2}\\right)"), "-1\\times\\left(1-\\left(1.5\\cdot10^{-7}\\right)^{2}\\right)");
  assert.equal(filled("\\frac{E}{\\cos^{2} x}"), "\\frac{-1}{\\cos^{2}2}");
  assert.equal(filled("E \\mathrm{step}(x)"), "-1\\times\\mathrm{step}(2)");
  assert.equal(filled("\\frac{E}{2 z}"), "\\frac{-1}{2\\times1.5\\cdot10^{-7}}");
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
  const label = (/** @type {string} */ text) => ({ text, latex: text, means: `${text} in full` });
  const nodes = SIGMOID.nodes.map((node, place) => ({
    ...node,
    forward: place === 8 ? label("v_8") : { text: "x", latex: "x" },
    backward: place > 7 ? label("g_8") : null,
  }));
  const found = shortNames({ ...SIGMOID, nodes });
  assert.deepEqual(
    found.map(({ text }) => text),
    ["v_8", "g_8"],
  );
});
