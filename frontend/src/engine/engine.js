/**
 * The two passes in the browser, so that a slider never waits: graph and rules as data in, numbers out.
 *
 * What enters: a graph and the operations of the service (see service/contract.js), then values by name. What leaves: values
 * and adjoints a node, locals an edge, contributions a line, the same numbers as the service's. The lines are the edges and
 * then one out of each output: on these the seeds come in.
 */

import { PRIMITIVES } from "./arithmetic.js";
import { compute, placeIn, Tape } from "./tape.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../service/contract.js").Program} Program
 * @typedef {import("../service/contract.js").Values} Values
 *
 * @typedef {object} Result  a column an attribute; NaN also stands on edges without a gradient (see Engine.flows)
 * @property {Float64Array} values  one a node
 * @property {Float64Array} adjoints  one a node
 * @property {Float64Array} locals  one an edge; computed when they are asked for
 * @property {Float64Array} contributions  one a line
 * @property {readonly number[]} seeds  one an output
 *
 * @typedef {object} Return  what a node sends back
 * @property {number} node
 * @property {number[]} lines  on which it does, by position
 * @property {number} begin  of its steps on the tape
 * @property {number} end
 *
 * @typedef {object} Mistake  to learn from, at one node
 * @property {(returned: number[]) => number} [adds]  what is made of all that comes back to it, in place of the sum
 * @property {Program[]} [rules]  what it sends back instead, one an input; an empty one where it is right
 * @property {number} [upstream]  what its own rules take for E
 * @typedef {ReadonlyMap<number, Mistake>} Mistakes  by the place of the node
 */

export class Engine {
  /** Values, adjoints and contributions have their cells in this order. */
  #tape;
  /** Where the forward pass ends on the tape. */
  #turn;
  /** What has its number from outside. */
  #leaves;
  /** In which the rules of a node speak of its inputs. @type {string[][]} */
  #arguments;
  /** The latest node first. @type {Return[]} */
  #returns = [];

  /**
   * @param {Graph} graph
   * @param {Operations} operations
   */
  constructor(graph, operations) {
    const places = new Map(graph.nodes.map((node, place) => [node.id, place]));
    /** @param {string} id */
    const place = (id) => /** @type {number} */ (places.get(id));

    this.nodes = graph.nodes;
    /** The places of the outputs. */
    this.outputs = graph.outputs.map(({ id }) => place(id));
    this.inputs = graph.nodes.map((node) => node.inputs.map(place));
    /** For each node the place of the line into each of its inputs. */
    this.arrivals = this.inputs.map((inputs) => new Int32Array(inputs.length));
    graph.edges.forEach((edge, line) => {
      this.arrivals[place(edge.target)][edge.position] = line;
    });
    this.edges = graph.edges.length;
    this.differentiable = differentiable(graph.nodes, this.inputs);
    /** For each line the place where it begins. */
    this.sources = [...graph.edges.map((edge) => place(edge.source)), ...this.outputs];
    /** For each line, whether red flows along it. */
    this.flows = this.sources.map((source) => this.differentiable[source]);
    /** For each node the lines on which red values come back, in the order in which they are added: the seed first, then
     * from the latest consumer, then by position. @type {number[][]} */
    this.returning = graph.nodes.map(() => []);
    const leaving = this.outputs.map((_, at) => this.edges + at);
    for (const lines of [leaving, ...this.arrivals.toReversed()])
      for (const line of lines) if (this.flows[line]) this.returning[this.sources[line]].push(line);
    this.#arguments = graph.nodes.map(({ operation }) => operations[operation ?? ""]?.arguments ?? []);
    this.ones = /** @type {readonly number[]} */ (this.outputs.map(() => 1));
    /** For each node the number it has when no value is given: a constant's own, 1 for a variable. */
    this.defaults = graph.nodes.map((node) => (node.kind === "constant" ? numberOf(node) : 1));
    this.#leaves = graph.nodes.flatMap(({ name, inputs }, node) => (inputs.length ? [] : [{ name, node }]));
    this.#tape = new Tape(2 * graph.nodes.length + this.sources.length);
    graph.nodes.forEach((_, node) => {
      this.#writeForward(node, operations);
    });
    this.#turn = this.#tape.length;
    for (let node = graph.nodes.length - 1; node >= 0; node--) this.#writeBackward(node, operations);
    this.#tape.close();
  }

  /**
   * @param {Values} given
   * @param {readonly number[]} seeds  one an output
   * @returns {Result}
   */
  evaluate(given, seeds = this.ones) {
    const values = this.forward(given);
    /** @type {Float64Array | undefined} */
    let locals;
    const slopes = () => {
      locals ??= this.locals(values);
      return locals;
    };
    return {
      values,
      seeds,
      ...this.backward(values, seeds),
      get locals() {
        return slopes();
      },
    };
  }

  /** @param {Values} given */
  forward(given) {
    const { cells } = this.#tape;
    for (const { name, node } of this.#leaves)
      cells[node] = name && Object.hasOwn(given, name) ? given[name] : this.defaults[node];
    this.#tape.run(0, this.#turn);
    return cells.slice(0, this.nodes.length);
  }

  /**
   * @param {Float64Array} values
   * @param {readonly number[]} seeds
   * @param {Mistakes} [mistakes]
   */
  backward(values, seeds = this.ones, mistakes = undefined) {
    const { cells } = this.#tape;
    const count = values.length;
    const { sources, returning } = this;
    this.#begin(values, 0);
    /** @param {number} line */
    const arrive = (line) => {
      const source = sources[line];
      const sent = cells[2 * count + line];
      // the first is set, not added to 0, or -0 would become 0
      const replaces = returning[source][0] === line;
      cells[count + source] = replaces ? sent : cells[count + source] + sent;
    };
    seeds.forEach((seed, at) => {
      if (!this.flows[this.edges + at]) return;
      cells[2 * count + this.edges + at] = seed;
      arrive(this.edges + at);
    });
    for (const back of this.#returns) {
      const mistake = mistakes?.get(back.node);
      if (mistake) this.#mistake(back, mistake);
      else this.#send(back);
      for (const line of back.lines) arrive(line);
    }
    const end = 2 * count + sources.length;
    return { adjoints: cells.slice(count, 2 * count), contributions: cells.slice(2 * count, end) };
  }

  /**
   * What gradients are the slopes of: the outputs, each times its seed, added.
   * @param {Float64Array} values
   * @param {readonly number[]} seeds
   */
  total(values, seeds) {
    return this.outputs.map((output, at) => seeds[at] * values[output]).reduce((sum, value) => sum + value);
  }

  /**
   * The seeds with which gradients speak of the output itself: 1 whatever enters; of several outputs what enters says of
   * which of them.
   * @param {Result} result
   */
  speaking({ seeds }) {
    return seeds.length === 1 ? this.ones : seeds;
  }

  /**
   * What each edge would send back for E = 1.
   * @param {Float64Array} values
   */
  locals(values) {
    this.#begin(values, 1);
    for (const back of this.#returns) this.#send(back);
    return this.#tape.cells.slice(2 * values.length, 2 * values.length + this.edges);
  }

  /**
   * @param {Float64Array} values
   * @param {number} adjoint  of every node
   */
  #begin(values, adjoint) {
    const { cells } = this.#tape;
    const [red, sent] = [values.length, 2 * values.length];
    cells.set(values);
    cells.fill(adjoint, red, sent);
    cells.fill(Number.NaN, sent, sent + this.sources.length);
  }

  /**
   * @param {Return} back
   * @param {Mistake} mistake
   */
  #mistake(back, { adds, rules, upstream }) {
    const { cells } = this.#tape;
    const { node } = back;
    const [red, sent] = [this.nodes.length + node, 2 * this.nodes.length];
    if (adds) cells[red] = adds(this.returning[node].map((line) => cells[sent + line]));
    const adjoint = cells[red];
    if (upstream !== undefined) cells[red] = upstream;
    this.#send(back);
    cells[red] = adjoint;
    if (!rules) return;
    const names = ["E", "z", ...this.#arguments[node]];
    const numbers = [adjoint, cells[node], ...this.inputs[node].map((input) => cells[input])];
    this.arrivals[node].forEach((line, position) => {
      if (this.flows[line] && rules[position].length) cells[sent + line] = compute(rules[position], names, numbers);
    });
  }

  /** @param {Return} back */
  #send({ node, begin, end }) {
    const { cells } = this.#tape;
    // what has no value has no slope either
    const isNumber = !Number.isNaN(cells[node]) || this.inputs[node].some((input) => Number.isNaN(cells[input]));
    if (isNumber) this.#tape.run(begin, end);
  }

  /**
   * @param {number} node
   * @param {Operations} operations
   */
  #writeForward(node, operations) {
    const { kind, operation } = this.nodes[node];
    const inputs = this.inputs[node];
    const name = operation ?? "";
    if (kind === "branch") this.#tape.step("copy", node, inputs[0]);
    else if (kind !== "operation") return;
    else if (!operations[name]) throw new RangeError(`unknown operation ${name}`);
    else if (Object.hasOwn(PRIMITIVES, name)) this.#tape.step(name, node, inputs[0], inputs[1], inputs[2]);
    else {
      const { value, arguments: names } = operations[name];
      const at = placeIn(names);
      this.#tape.write(value ?? [], (argument) => inputs[at(argument)], node);
    }
  }

  /**
   * @param {number} node
   * @param {Operations} operations
   */
  #writeBackward(node, operations) {
    const inputs = this.inputs[node];
    const begin = this.#tape.length;
    const count = this.nodes.length;
    /** @type {number[]} */
    const lines = [];
    this.arrivals[node].forEach((line, position) => {
      if (!this.flows[line]) return;
      lines.push(line);
      const entry = operations[this.nodes[node].operation ?? ""];
      const target = 2 * count + line;
      const cells = [count + node, node, ...inputs];
      const at = placeIn(["E", "z", ...(entry?.arguments ?? [])]);
      this.#tape.write(entry?.backward[position] ?? ["E"], (name) => cells[at(name)], target); // a branch sends on what it gets
    });
    if (lines.length) this.#returns.push({ node, lines, begin, end: this.#tape.length });
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
