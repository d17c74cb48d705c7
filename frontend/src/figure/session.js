/**
 * One expression and its numbers: asks the service when the text changes, computes alone when a value changes.
 *
 * What enters: an expression, how it is drawn, values by name, a language. What leaves: the events "graph" (a new graph and its figure),
 * "figure" (the same graph drawn again), "result" (new numbers) and "problem". What was good stays until it is replaced.
 */

import { Engine } from "../engine/engine.js";
import { narrate } from "../narration/sentences.js";
import { Client, isAborted, Problem } from "../service/client.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("../engine/engine.js").Result} Result
 * @typedef {{name: string, math: import("../service/contract.js").Tree, kind: "variable" | "constant", place: number,
 *   standard: number}} Leaf
 */

/** The labels a figure brings along; which of them are seen is the drawing's matter. */
const KINDS = ["formulas", "numbers", "rules"];
/** How long a constant must rest at a new value before the figure is drawn again, in milliseconds. */
const REST = 250;

export class Session extends EventTarget {
  expression = "";
  /** What the present graph was asked for with. @type {import("../service/client.js").Asked} */
  asked = { expr: "", open: "", fold: "", lang: "en" };
  /** E, the gradient that enters at the output. */
  seed = 1;
  /** @type {Values} what the reader gave, also for names that the present expression does not have */
  values = {};
  /** @type {Graph | null} */
  graph = null;
  /** The graph whose sentences fit the drawing: constants that were moved go by their names. @type {Graph | null} */
  told = null;
  /** @type {import("../service/contract.js").Operations} */
  operations = {};
  /** @type {Engine | null} */
  engine = null;
  /** @type {Result | null} */
  result = null;
  /** @type {Leaf[]} variables and named constants, in the order of the text */
  leaves = [];
  /** Places of the edges by id. @type {Map<string, number>} */
  lines = new Map();
  /** The text of the figure's SVG. */
  svg = "";

  /** Whom it asks. @type {Pick<Client, "operations" | "graph" | "figure" | "abort">} */
  client = new Client();
  #asked = 0;
  #drawn = "";
  #rest = 0;

  /**
   * @param {import("../service/client.js").Asked} asked
   * @param {Values} values
   */
  async open(asked, values) {
    const expression = asked.expr;
    const ticket = ++this.#asked;
    clearTimeout(this.#rest);
    this.values = { ...values };
    try {
      // The first figure is asked for together with its graph: which of the names are constants can be read off the
      // text well enough, and if the graph then says otherwise it is asked for again. While the reader types, most
      // texts are no expression yet, and one refusal is enough.
      const guess = this.graph ? null : pick(this.values, boundNames(expression));
      const early = guess && this.client.figure(asked, guess, KINDS).catch((error) => error);
      const [operations, graph] = await Promise.all([this.client.operations(asked.lang), this.client.graph(asked, {})]);
      const engine = new Engine(graph, operations);
      const leaves = leavesOf(engine);
      const overridden = this.#overridden(leaves);
      let svg = await early;
      if (!guess || names(overridden) !== names(guess)) svg = await this.client.figure(asked, overridden, KINDS);
      if (typeof svg !== "string") throw svg;
      const told = names(overridden) ? await this.client.graph(asked, overridden) : graph;
      if (ticket !== this.#asked) return;
      Object.assign(this, { expression, asked, graph, told, operations, engine, leaves, svg });
      this.lines = new Map(graph.edges.map((edge, place) => [edge.id, place]));
      this.#drawn = names(overridden);
      this.result = engine.evaluate(this.values, this.seed);
      this.dispatchEvent(new Event("graph"));
      this.#redrawWhenConstantsChange();
    } catch (error) {
      if (ticket === this.#asked && !isAborted(error)) this.#report(error);
    }
  }

  /**
   * New numbers for some names; the figure's own numbers follow in the same turn.
   * @param {Values} values
   */
  set(values) {
    Object.assign(this.values, values);
    if (!this.engine) return;
    this.result = this.engine.evaluate(this.values, this.seed);
    this.dispatchEvent(new Event("result"));
    this.#redrawWhenConstantsChange();
  }

  /** @param {Leaf} leaf */
  valueOf(leaf) {
    return Object.hasOwn(this.values, leaf.name) ? this.values[leaf.name] : leaf.standard;
  }

  /** Of the output; NaN without a graph. */
  get value() {
    const { engine, result } = this;
    return engine && result ? result.values[engine.output] : Number.NaN;
  }

  /** Of the variables and named constants, by name. @returns {Values} */
  get gradients() {
    return Object.fromEntries(this.leaves.map(({ name, place }) => [name, this.result?.adjoints[place] ?? Number.NaN]));
  }

  /**
   * What happens in a frame, with the numbers of this moment.
   * @param {number} frame
   * @returns {import("../narration/sentences.js").Piece[]}
   */
  sentence(frame) {
    const { told, engine, result } = this;
    const step = told?.steps[frame - 1];
    return told && step && engine && result ? narrate({ graph: told, engine, result }, step) : [];
  }

  close() {
    clearTimeout(this.#rest);
    this.#asked++;
    this.client.abort();
  }

  /** Formulas show a constant's number, but the name of one that was moved: the set of those decides the drawing. */
  #redrawWhenConstantsChange() {
    clearTimeout(this.#rest);
    if (names(this.#overridden(this.leaves)) === this.#drawn) return;
    this.#rest = setTimeout(() => this.#redraw(), REST);
  }

  async #redraw() {
    const ticket = this.#asked;
    const overridden = this.#overridden(this.leaves);
    try {
      const [svg, told] = await Promise.all([
        this.client.figure(this.asked, overridden, KINDS),
        this.client.graph(this.asked, overridden),
      ]);
      if (ticket !== this.#asked) return;
      Object.assign(this, { svg, told });
      this.#drawn = names(overridden);
      this.dispatchEvent(new Event("figure"));
      this.#redrawWhenConstantsChange();
    } catch (error) {
      if (ticket === this.#asked && !isAborted(error)) this.#report(error);
    }
  }

  /** @param {Leaf[]} leaves */
  #overridden(leaves) {
    const moved = leaves.filter((leaf) => leaf.kind === "constant" && !Object.is(this.valueOf(leaf), leaf.standard));
    return pick(
      this.values,
      moved.map((leaf) => leaf.name),
    );
  }

  /** @param {unknown} error */
  #report(error) {
    const problem = error instanceof Problem ? error : new Problem(-1);
    this.dispatchEvent(new CustomEvent("problem", { detail: problem }));
  }
}

/**
 * @param {Engine} engine
 * @returns {Leaf[]}
 */
function leavesOf(engine) {
  return engine.nodes.flatMap(({ kind, name, sign }, place) =>
    name && (kind === "variable" || kind === "constant")
      ? [{ name, math: sign.math, kind, place, standard: engine.defaults[place] }]
      : [],
  );
}

/**
 * Names at the beginning of a line that an equals sign follows.
 * @param {string} expression
 */
function boundNames(expression) {
  return [...expression.matchAll(/(?:^|[;\n])\s*([^\s=;]+)\s*=/gu)].map(([, name]) => name);
}

/**
 * @param {Values} values
 * @param {string[]} wanted
 * @returns {Values}
 */
function pick(values, wanted) {
  return Object.fromEntries(wanted.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]));
}

/** @param {Values} values */
function names(values) {
  return Object.keys(values).sort().join(" ");
}
