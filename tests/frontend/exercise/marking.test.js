import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../../frontend/src/engine/engine.js";
import { lineOf, mark } from "../../../frontend/src/exercise/marking.js";
import { mistaken, reaching, slipsOf } from "../../../frontend/src/exercise/slips.js";
import { valuesOf } from "../../../frontend/src/exercise/values.js";
import { graphOf, OPERATIONS, SIGMOID } from "../graphs.js";

/** @typedef {Parameters<typeof graphOf>[0]} Rows */

/** @type {import("../../../frontend/src/service/contract.js").Slips} */
const TABLE = {
  slips: ["other", "overwrote", "averaged", "upstream", "seed", "inner", "value"].map((name) => ({ name, says: name })),
  general: [
    { name: "inner", backward: ["E"] },
    { name: "value", backward: ["E", "z", ["mul", 0, 1]] },
  ],
  operations: {
    mul: [
      {
        name: "other",
        backward: [
          ["E", "x", ["mul", 0, 1]],
          ["E", "y", ["mul", 0, 1]],
        ],
      },
    ],
  },
};

/**
 * @param {import("../../../frontend/src/service/contract.js").Graph} graph
 * @param {Record<string, number>} values
 * @param {number[]} seeds
 */
function exerciseOf(graph, values, seeds = [1.5]) {
  const operations = { ...OPERATIONS, exp: { ...OPERATIONS.exp, spellings: ["exp"] } };
  return { graph, engine: new Engine(graph, operations), operations, values, seeds };
}

/** @param {string} name @param {string} text @param {ReturnType<typeof exerciseOf>} exercise */
function marked(name, text, exercise) {
  const line = lineOf(
    exercise.engine,
    exercise.graph.nodes.findIndex((node) => node.name === name),
  );
  return mark(exercise, TABLE, { line, direction: "backward" }, text);
}

const SIGMOID_AT = exerciseOf({ ...SIGMOID, expression: "sigmoid" }, { x: 0.7 });

test("a right answer counts in whatever form, the sigmoid's in each of its own", () => {
  const z = 1 / (1 + Math.exp(-0.7));
  const right = { x: 1.5 * z * (1 - z), a: -1.5 * 2.7 * z * (1 - z) };
  const inA = [
    "-E*(x+2)*(1/(1+e^(-x)))*(1-1/(1+e^(-x)))",
    "-E(x+2)e^{-x}/(1+e^{-x})^2",
    String.raw`-\frac{E(x+2)e^{-x}}{(1+e^{-x})^2}`,
    String.raw`-E\cdot\left(x+2\right)\times\frac{\exp(-x)}{\left(1+\exp(-x)\right)^{2}}`,
    right.a.toFixed(4),
    right.a.toPrecision(3),
  ];
  for (const text of inA) assert.equal(marked("a", text, SIGMOID_AT).status, "right", text);
  assert.equal(marked("x", right.x.toPrecision(3), SIGMOID_AT).status, "right");
  const short = marked("x", right.x.toPrecision(2), SIGMOID_AT);
  assert.ok(short.status === "unread" && short.fault.key === "answerDigits");
  assert.deepEqual(marked("x", "7.77", SIGMOID_AT), { status: "wrong", slips: [] });
});

test("the names of the figure may stand in an answer", () => {
  const named = SIGMOID.nodes.map((node) => (node.id === "n9" ? { ...node, name: "z" } : node));
  const exercise = exerciseOf({ ...SIGMOID, nodes: named, expression: "sigmoid" }, { x: 0.7 });
  assert.equal(marked("a", "-E*(x+2)*z*(1-z)", exercise).status, "right");
});

test("a wrong answer is told its slip and the circle", () => {
  const product = exerciseOf(
    graphOf([
      ["n0", "variable", "x"],
      ["n1", "variable", "y"],
      ["n2", "operation", "mul", "n0", "n1"],
    ]),
    { x: 1.3, y: -0.7 },
  );
  assert.deepEqual(marked("x", "E*x", product), { status: "wrong", slips: [{ name: "other", node: "n2" }] });
  assert.deepEqual(marked("x", "y", product), {
    status: "wrong",
    slips: [
      { name: "upstream", node: "n2" },
      { name: "seed", node: "n2" },
    ],
  });
  assert.deepEqual(marked("x", "E*x*y^2 + 3", product), { status: "wrong", slips: [] });
});

test("where red adds up, one value alone and the mean are slips", () => {
  const square = exerciseOf(
    graphOf([
      ["n0", "variable", "x"],
      ["n1", "branch", null, "n0"],
      ["n2", "operation", "exp", "n1"],
      ["n3", "operation", "mul", "n1", "n2"],
    ]),
    { x: 0.7 },
  );
  const told = (/** @type {string} */ text) => {
    const verdict = marked("x", text, square);
    return verdict.status === "wrong" ? verdict.slips : verdict.status;
  };
  assert.equal(told("E*e^x*(1+x)"), "right");
  assert.deepEqual(told("E*e^x"), [{ name: "overwrote", node: "n1" }]);
  assert.deepEqual(told("E*x*e^x")[0], { name: "overwrote", node: "n1" });
  assert.deepEqual(told("E*e^x*(1+x)/2"), [{ name: "averaged", node: "n1" }]);
});

test("only a mistake further on towards the output can reach a line", () => {
  const { engine } = SIGMOID_AT;
  const slips = slipsOf(SIGMOID_AT, TABLE);
  const x = lineOf(engine, 5);
  const found = new Set(reaching(engine, x, slips));
  const point = { values: engine.forward({ x: 0.7 }), seeds: [1.5] };
  const right = engine.backward(point.values, point.seeds).contributions[x];
  for (const slip of slips)
    if (!found.has(slip)) assert.equal(mistaken(engine, point, slip)[x], right, `${slip.name} ${slip.node}`);
});

test("values are the same for the same seed, with one decimal, and never those that hide slips", () => {
  const drawn = ["a", "a", "b"].map((seed) => valuesOf(SIGMOID_AT, TABLE, [lineOf(SIGMOID_AT.engine, 5)], seed));
  assert.deepEqual(drawn[0], drawn[1]);
  assert.notDeepEqual(drawn[0], drawn[2]);
  for (const one of drawn) {
    assert.ok(one);
    for (const number of [...Object.values(one.values), ...one.seeds]) {
      assert.equal(number, Math.round(number * 10) / 10);
      assert.ok(![0, 0.5, 1, 2].includes(number));
    }
    assert.ok(!("a" in one.values));
  }
});

test("an answer to a graph of 130 nodes is marked in a moment", () => {
  /** @type {Rows} */
  const rows = [["n0", "variable", "x"]];
  for (let node = 0; rows.length < 130; node = rows.length - 1) {
    rows.push([`n${node + 1}`, "branch", null, `n${node}`]);
    rows.push([`n${node + 2}`, "operation", node % 4 ? "add" : "mul", `n${node + 1}`, `n${node + 1}`]);
    rows.push([`n${node + 3}`, "operation", "ln", `n${node + 2}`]);
    rows.push([`n${node + 4}`, "operation", "exp", `n${node + 3}`]);
    rows.push([`n${node + 5}`, "operation", "div", `n${node + 4}`, `n${node + 3}`]);
  }
  const exercise = exerciseOf(graphOf(rows), { x: 1.1 });
  marked("x", "E*x", exercise);
  const begun = performance.now();
  const verdict = marked("x", "E*x", exercise);
  const spent = performance.now() - begun;
  assert.ok(verdict.status === "wrong" || verdict.status === "unsure", verdict.status);
  assert.ok(spent < 250, `${spent} ms`); // on a busy machine; some 10 on a quiet one
});
