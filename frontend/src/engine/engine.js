/**
 * The two passes in the browser, so that a slider never waits: graph and rules as data in, numbers out.
 *
 * What enters: a graph and the operations of the service (see service/contract.js), then values by name. What leaves: values
 * and adjoints a node, locals and contributions an edge, the same numbers as the service's.
 */

import { PRIMITIVES } from "./arithmetic.js";
import { assemble, run } from "./program.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("./program.js").Code} Code
 *
 * @typedef {object} Result  a column an attribute; NaN also stands on edges without a gradient (see Engine.flows)
 * @property {Float64Array} values  one a node
 * @property {Float64Array} adjoints  one a node
 * @property {Float64Array} locals  one an edge
 * @property {Float64Array} contributions  one an edge
 */

export class Engine {
  /**
   * @param {Graph} graph
   * @param {Operations} operations
   */
  constructor(graph, operations) {
    const places = new Map(graph.nodes.map((node, place) => [node.id, place]));
    /** @param {string} id */
    const place = (id) => /** @type {number} */ (places.get(id));

    this.nodes = graph.nodes;
    this.output = place(graph.output);
    this.inputs = graph.nodes.map((node) => node.inputs.map(place));
    /** For each node the place of the line into each of its inputs. */
    this.arrivals = this.inputs.map((inputs) => new Int32Array(inputs.length));
    graph.edges.forEach((edge, line) => {
      this.arrivals[place(edge.target)][edge.position] = line;
    });
    this.lines = graph.edges.length;
    this.differentiable = differentiable(graph.nodes, this.inputs);
    /** For each edge, whether red flows along it. */
    this.flows = graph.edges.map((edge) => this.differentiable[place(edge.source)]);
    this.sources = graph.edges.map((edge) => place(edge.source));
    /** For each node the lines on which red values come back, in the order in which they are added: the latest consumer
     * first, then by position. @type {number[][]} */
    this.returning = graph.nodes.map(() => []);
    for (const lines of this.arrivals.toReversed())
      for (const line of lines) if (this.flows[line]) this.returning[this.sources[line]].push(line);
    /** For each node the number it has when no value is given: a constant's own, 1 for a variable. */
    this.defaults = graph.nodes.map((node) => (node.kind === "constant" ? numberOf(node) : 1));
    this.rules = graph.nodes.map((node) => (node.kind === "operation" ? rule(node, operations) : null));
    const arities = this.inputs.map((inputs) => inputs.length);
    this.numbers = new Float64Array(2 + Math.max(3, ...arities));
  }

  /**
   * @param {Values} given
   * @param {number} seed
   * @returns {Result}
   */
  evaluate(given, seed = 1) {
    const values = this.forward(given);
    return { values, ...this.backward(values, seed) };
  }

  /** @param {Values} given */
  forward(given) {
    const values = new Float64Array(this.nodes.length);
    const { numbers, inputs, rules, defaults } = this;
    for (let node = 0; node < values.length; node++) {
      const { kind, name } = this.nodes[node];
      const rule = rules[node];
      if (rule) {
        inputs[node].forEach((input, position) => {
          numbers[2 + position] = values[input];
        });
        values[node] = rule.primitive ? rule.primitive(numbers[2], numbers[3], numbers[4]) : run(rule.value, numbers);
      } else if (kind === "branch") {
        values[node] = values[inputs[node][0]];
      } else {
        values[node] = name && Object.hasOwn(given, name) ? given[name] : defaults[node];
      }
    }
    return values;
  }

  /**
   * @param {Float64Array} values
   * @param {number} seed
   * @param {{overwrite?: boolean}} [how]  `overwrite`: a mistake to learn from: what comes back last replaces the rest
   */
  backward(values, seed, { overwrite = false } = {}) {
    const adjoints = new Float64Array(values.length);
    const locals = new Float64Array(this.lines).fill(Number.NaN);
    const contributions = new Float64Array(this.lines).fill(Number.NaN);
    const { numbers, inputs, rules } = this;
    const reached = new Uint8Array(values.length); // the first value is set, not added to 0, or -0 would become 0
    adjoints[this.output] = seed;
    for (let node = values.length - 1; node >= 0; node--) {
      const rule = rules[node];
      for (let position = 0; position < inputs[node].length; position++) {
        const source = inputs[node][position];
        if (!this.differentiable[source]) continue;
        const line = this.arrivals[node][position];
        if (rule) {
          inputs[node].forEach((input, place) => {
            numbers[2 + place] = values[input];
          });
          numbers[1] = values[node];
          numbers[0] = 1;
          // what has no value has no slope either
          const isNumber = !Number.isNaN(values[node]) || inputs[node].some((input) => Number.isNaN(values[input]));
          locals[line] = isNumber ? run(rule.backward[position], numbers) : Number.NaN;
          numbers[0] = adjoints[node];
          contributions[line] = isNumber ? run(rule.backward[position], numbers) : Number.NaN;
        } else {
          locals[line] = 1;
          contributions[line] = adjoints[node];
        }
        adjoints[source] = reached[source] && !overwrite ? adjoints[source] + contributions[line] : contributions[line];
        reached[source] = 1;
      }
    }
    return { adjoints, locals, contributions };
  }
}

/** @param {GraphNode} node */
function numberOf(node) {
  return node.value ?? Number(node.nonfinite ?? Number.NaN);
}

/**
 * For each node, whether it leads from a variable or a named constant.
 * @param {GraphNode[]} nodes
 * @param {number[][]} inputs
 */
function differentiable(nodes, inputs) {
  /** @type {boolean[]} */
  const leads = [];
  nodes.forEach((node, place) => {
    const leaf = node.kind === "variable" || (node.kind === "constant" && Boolean(node.name));
    leads.push(leaf || inputs[place].some((input) => leads[input]));
  });
  return leads;
}

/**
 * @param {GraphNode} node
 * @param {Operations} operations
 */
function rule(node, operations) {
  const name = node.operation ?? "";
  const operation = operations[name];
  if (!operation) throw new RangeError(`unknown operation ${name}`);
  const names = ["E", "z", ...operation.arguments];
  return {
    /** @type {((x: number, y: number, z: number) => number) | undefined} */
    primitive: Object.hasOwn(PRIMITIVES, name) ? PRIMITIVES[name] : undefined,
    value: assemble(operation.value ?? [], names),
    backward: operation.backward.map((program) => assemble(program, names)),
  };
}
