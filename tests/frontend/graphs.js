/**
 * Small graphs for the tests, in the shape in which the service sends them, and the rules they need.
 */

/** @typedef {import("../../frontend/src/service/contract.js").Graph} Graph */
/** @typedef {import("../../frontend/src/service/contract.js").GraphNode} GraphNode */

/** @type {import("../../frontend/src/service/contract.js").Operations} */
export const OPERATIONS = {
  add: { arguments: ["x", "y"], value: null, backward: [["E"], ["E"]] },
  mul: {
    arguments: ["x", "y"],
    value: null,
    backward: [
      ["E", "y", ["mul", 0, 1]],
      ["E", "x", ["mul", 0, 1]],
    ],
  },
  div: {
    arguments: ["x", "y"],
    value: null,
    backward: [
      ["E", "y", ["div", 0, 1]],
      ["E", ["neg", 0], "z", ["mul", 1, 2], "y", ["div", 3, 4]],
    ],
  },
  pow: {
    arguments: ["x", "y"],
    value: null,
    backward: [
      ["E", "x", "y", ["power_base", 1, 2], ["mul", 0, 3]],
      ["E", "x", "y", ["power_exponent", 1, 2], ["mul", 0, 3]],
    ],
  },
  exp: { arguments: ["x"], value: null, backward: [["E", "z", ["mul", 0, 1]]] },
  ln: { arguments: ["x"], value: null, backward: [["E", "x", ["div", 0, 1]]] },
  abs: { arguments: ["x"], value: null, backward: [["E", "x", ["sign", 1], ["mul", 0, 2]]] },
  step: { arguments: ["x"], value: null, backward: [[0, "E", ["mul", 0, 1]]] },
  relu: {
    arguments: ["x"],
    value: ["x", 0, ["max", 0, 1]],
    backward: [["E", "x", ["step", 1], ["mul", 0, 2]]],
  },
};

/**
 * A graph from rows `[id, kind, what, inputs]`: what is a name, a number, `name=number`, or an operation. The last is
 * the output.
 * @param {[string, GraphNode["kind"], string | number | null, ...string[]][]} rows
 * @returns {Graph}
 */
export function graphOf(rows) {
  const nodes = rows.map(([id, kind, what, ...inputs]) => {
    const [name, number] = kind === "constant" && typeof what === "string" ? what.split("=") : [null, what];
    const named = kind === "variable" ? String(what) : name;
    const operation = kind === "operation" ? String(what) : null;
    const sign = kind === "branch" ? "●" : (named ?? operation ?? String(what));
    return {
      id,
      kind,
      operation,
      name: named,
      sign: { text: sign, math: sign },
      inputs,
      value: kind === "constant" ? Number(number) : null,
    };
  });
  const edges = nodes
    .flatMap(({ id, inputs }) => inputs.map((source, position) => ({ source, target: id, position })))
    .map((edge, line) => ({ id: `e${line}`, ...edge }));
  const outputs = [{ id: nodes[nodes.length - 1].id, line: "out", name: null, upstream: "E" }];
  return { expression: "", outputs, naming: "written", view: "graph", layered: false, nodes, edges, steps: [] };
}

/** a = -1; n = a^2; z = n/(n + exp(a*x)) */
export const SIGMOID = graphOf([
  ["n0", "constant", "a=-1"],
  ["n1", "branch", null, "n0"],
  ["n2", "constant", 2],
  ["n3", "operation", "pow", "n1", "n2"],
  ["n4", "branch", null, "n3"],
  ["n5", "variable", "x"],
  ["n6", "operation", "mul", "n1", "n5"],
  ["n7", "operation", "exp", "n6"],
  ["n8", "operation", "add", "n4", "n7"],
  ["n9", "operation", "div", "n4", "n8"],
]);
