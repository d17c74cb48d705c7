/**
 * One expression and its numbers: asks the service when the text changes, computes alone when a value changes.
 *
 * What enters: the store, of which it follows the numbers (`at`, `seed`, `seeds`); an expression, and how it is drawn. What leaves:
 * the events "graph" (a new graph and its figure), "figure" (the same graph drawn again), "result" (new numbers), "waiting"
 * (for the service, how long already) and "problem". What was good stays until all that replaces it is there and read.
 */

import { Engine } from "../engine/engine.js";
import { linesOf } from "../engine/lines.js";
import { narrate } from "../narration/sentences.js";
import { Client } from "../service/client.js";
import { explain, Problem } from "../service/problem.js";
import { askedOf, question } from "../state/asked.js";
import { defaults } from "../state/state.js";
import { Drawing } from "./drawing.js";
import { boundNames, leavesOf, names, numberOf, overriddenBy, pick } from "./leaves.js";
import { Patience } from "./patience.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("../engine/engine.js").Result} Result
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/asked.js").Asked} Asked
 * @typedef {import("./leaves.js").Leaf} Leaf
 */

/** How long a constant must rest at a new value before the figure is drawn again, in milliseconds. */
const REST = 250;

export class Session extends EventTarget {
  /** The text that the spans of the nodes are places of. */
  expression = "";
  /** What the present graph was asked for with. @type {Asked} */
  asked = askedOf(defaults());
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
  /** Places of the lines by id. @type {Map<string, number>} */
  lines = new Map();
  /** @type {Drawing | null} */
  drawing = null;

  /** The lines of a drawing, by id. @type {{graph: Graph | null, drawing: Drawing | null, line: ReturnType<typeof linesOf>}} */
  #known = { graph: null, drawing: null, line: () => null };

  /** Values that are asked for: names for a screen reader do not tell them. @type {"" | "red" | "black" | "both"} */
  secret = "";
  /** Whom it asks. @type {Pick<Client, "operations" | "graph" | "figure">} */
  client = new Client();
  #store;
  /** The question that is under way, or was the last. */
  #asking = new AbortController();
  /** Questions for another graph that are under way. */
  #opening = 0;
  #patience = new Patience((wait) => this.dispatchEvent(new CustomEvent("waiting", { detail: wait })));
  /** The kind of labels of the present figure, and the constants that go by their names in it. */
  #drawn = { show: "", named: "" };
  #rest = 0;
  /** The numbers of the present result. @type {Pick<State, "at" | "seed" | "seeds">} */
  #given = defaults();

  /** @param {import("../state/store.js").Store} store */
  constructor(store) {
    super();
    this.#store = store;
    store.on(["at", "seed", "seeds"], () => this.#evaluate());
    store.on(["show"], () => this.#redrawIfOther(0));
  }

  /** What was given, also for names that the present expression does not have. @returns {Values} */
  get values() {
    return this.#store.state.at;
  }

  /**
   * Asks the service. What it was asked with is in the store, or is put there in turn with "graph".
   * @param {Asked} asked
   * @param {Partial<State>} rows  what else is to be in the store then
   */
  async open(asked, rows = {}) {
    const asking = question(asked);
    const given = () => ({ ...this.#store.state, ...rows });
    clearTimeout(this.#rest);
    this.#opening++;
    await this.#ask(async (how) => {
      // The first figure is asked for together with its graph: which of the names are constants can be read off the
      // text well enough, and if the graph then says otherwise it is asked for again. While the reader types, most
      // texts are no expression yet, and one refusal is enough.
      const guess = this.graph ? null : pick(given().at, boundNames(asked.expr));
      const { show } = given();
      const early = guess && this.client.figure(asking, guess, show, how).catch((error) => error);
      const [table, graph] = await Promise.all([
        this.client.operations(asked.lang, how),
        this.client.graph(asking, {}, how),
      ]);
      /** A reader may call a function as an object calls what it inherits. @type {import("../service/contract.js").Operations} */
      const operations = Object.assign(Object.create(null), table, graph.functions);
      const engine = new Engine(graph, operations);
      const leaves = leavesOf(engine);
      const overridden = overriddenBy(given().at, leaves);
      let svg = await early;
      if (!guess || names(overridden) !== names(guess)) svg = await this.client.figure(asking, overridden, show, how);
      if (typeof svg !== "string") throw svg;
      const told = names(overridden) ? await this.client.graph(asking, overridden, how) : graph;
      const drawing = drawn(svg, told);
      const numbers = given();
      const result = engine.evaluate(numbers.at, seedsOf(graph, numbers));
      return () => {
        this.#given = numbers;
        const { expression } = graph;
        Object.assign(this, { expression, asked, graph, told, operations, engine, leaves, drawing, result });
        const lines = [...graph.edges.map(({ id }) => id), ...graph.outputs.map(({ line }) => line)];
        this.lines = new Map(lines.map((id, place) => [id, place]));
        this.#drawn = { show, named: names(overridden) };
        this.dispatchEvent(new Event("graph"));
      };
    });
    this.#opening--;
    this.#redrawIfOther(REST);
  }

  /** New numbers; the figure's own follow in the same turn. */
  #evaluate() {
    const { graph, engine } = this;
    const { at, seed, seeds } = this.#store.state;
    const before = this.#given;
    if (!graph || !engine || (at === before.at && seed === before.seed && seeds === before.seeds)) return;
    this.#given = { at, seed, seeds };
    this.result = engine.evaluate(at, seedsOf(graph, this.#given));
    this.dispatchEvent(new Event("result"));
    this.#redrawIfOther(REST);
  }

  /**
   * The line of an id, as it is drawn; null if there is none.
   * @param {string} id
   */
  line(id) {
    const { graph, drawing } = this;
    if (this.#known.graph !== graph || this.#known.drawing !== drawing)
      this.#known = { graph, drawing, line: linesOf(graph, drawing?.ends ?? new Map()) };
    return this.#known.line(id);
  }

  /** @param {Leaf} leaf */
  valueOf(leaf) {
    return numberOf(leaf, this.values);
  }

  /** Of the output, of several the first; NaN without a graph. */
  get value() {
    const { engine, result } = this;
    return engine && result ? result.values[engine.outputs[0]] : Number.NaN;
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

  /** What stands is wanted again: nobody waits for anything else any more. */
  stand() {
    this.#asking.abort();
    this.#patience.end();
    this.dispatchEvent(new Event("graph"));
  }

  close() {
    clearTimeout(this.#rest);
    this.#patience.end();
    this.#asking.abort();
  }

  /**
   * Formulas show a constant's number, but the name of one that was moved: the set of those decides the drawing, and the
   * kind of its labels, which each have their own layout.
   * @param {number} rest  milliseconds
   */
  #redrawIfOther(rest) {
    clearTimeout(this.#rest);
    if (this.#opening || !this.graph) return;
    const { show, named } = this.#drawn;
    if (show === this.#store.state.show && named === names(overriddenBy(this.values, this.leaves))) return;
    if (rest) this.#rest = setTimeout(() => this.#redraw(), rest);
    else this.#redraw();
  }

  async #redraw() {
    const { show } = this.#store.state;
    const overridden = overriddenBy(this.values, this.leaves);
    const named = names(overridden);
    const isTold = named === this.#drawn.named;
    await this.#ask(async (how) => {
      const [svg, told] = await Promise.all([
        this.client.figure(question(this.asked), overridden, show, how),
        (isTold && !how.afresh && this.told) || this.client.graph(question(this.asked), overridden, how),
      ]);
      const drawing = drawn(svg, told);
      return () => {
        Object.assign(this, { drawing, told });
        this.#drawn = { show, named };
        this.dispatchEvent(new Event("figure"));
        this.#redrawIfOther(REST);
      };
    });
  }

  /**
   * One question at a time: a newer one ends the one before. What cannot be read is asked for once more, afresh.
   * @param {(how: import("../service/client.js").How) => Promise<() => void>} read  all that is needed; then what takes it in
   */
  async #ask(read) {
    this.#asking.abort();
    const asking = new AbortController();
    const { signal } = asking;
    this.#asking = asking;
    this.#patience.begin(() => asking.abort(new Problem("away", { code: "late" })));
    /** @type {() => void} */
    let end;
    try {
      end = await read({ signal }).catch((error) => {
        if (signal.aborted || !["broken", "old"].includes(explain(error).kind)) throw error;
        return read({ signal, afresh: true });
      });
    } catch (error) {
      end = () => this.dispatchEvent(new CustomEvent("problem", { detail: explain(error) }));
    }
    if (this.#asking !== asking || (signal.aborted && !(signal.reason instanceof Problem))) return; // nobody waits for it
    this.#patience.end();
    end();
  }
}

/**
 * What enters at each output.
 * @param {Graph} graph
 * @param {Pick<State, "seed" | "seeds">} numbers
 */
function seedsOf({ outputs }, { seed, seeds }) {
  const named = new Map(Object.entries(seeds));
  return outputs.map(({ name }) => named.get(name ?? "") ?? seed);
}

/**
 * The figure of a graph; a RangeError if it is that of another.
 * @param {string} svg
 * @param {Graph} graph
 */
function drawn(svg, { steps }) {
  const drawing = new Drawing(svg);
  if (drawing.timeline.times.length !== steps.length + 1) throw new RangeError("the figure of another graph");
  return drawing;
}
