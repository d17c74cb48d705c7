/**
 * The result line: the values of the outputs in black, the gradients in red, live, each from the frame on that computes it.
 *
 * What enters: a session with a result, a frame. What leaves: an element.
 */

import { make } from "../typeset/markup.js";
import { numeral } from "../typeset/mathml.js";
import { derivativeOf, nameOf, setName, totalOf } from "../typeset/names.js";
import { printNumber } from "../typeset/numerals.js";

/** @typedef {import("../figure/session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */

export class ResultLine {
  constructor() {
    this.element = make("section", { class: "result" });
    /** @type {Map<string, HTMLElement>} by what they show */
    this.numbers = new Map();
    this.shown = "";
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {number} frame
   */
  show(say, session, frame) {
    const { graph, engine, result, leaves } = session;
    if (!graph || !engine || !result) return;
    const { values, adjoints, seeds } = result;
    const { nodes, outputs } = graph;
    const total = totalOf(graph, seeds);
    const factor = outputs.length === 1 && seeds[0] !== 1 ? (outputs[0].upstream_math ?? "E") : "";
    const names = [...outputs, ...leaves].map(({ name }) => name);
    const shown = [...names, total.name, JSON.stringify(factor)].join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      this.element.setAttribute("aria-label", say("result"));
      this.numbers = new Map();
      const whats = outputs.length === 1 ? [total] : outputs;
      this.element.replaceChildren(
        ...whats.map((output, at) => this.#entry(keyOf(at), "forward", nameOf(output))),
        ...leaves.map(({ name, place }) =>
          this.#entry(name, "backward", factor && setName(factor), derivativeOf(total, nodes[place])),
        ),
      );
    }
    engine.outputs.forEach((output, at) => {
      this.#write(keyOf(at), values[output]);
    });
    for (const { name, place } of leaves) this.#write(name, adjoints[place]);
    this.follow(session, frame);
  }

  /**
   * What is not computed yet cannot be read yet; its place is kept.
   * @param {Session} session
   * @param {number} frame
   */
  follow({ graph, leaves }, frame) {
    if (!graph) return;
    const { steps, outputs, edges, nodes } = graph;
    const seen = new Set(
      steps.slice(0, frame).flatMap(({ direction, nodes, edges }) => [...nodes, ...edges].map((id) => direction + id)),
    );
    const all = frame >= steps.length;
    outputs.forEach(({ id, line }, at) => {
      this.#reveal(keyOf(at), all || seen.has(`forward${id}`) || seen.has(`forward${line}`));
    });
    for (const { name, place } of leaves) {
      const { id } = nodes[place];
      const lines = edges.filter(({ source }) => source === id);
      this.#reveal(name, all || lines.some((line) => seen.has(`backward${line.id}`)));
    }
  }

  /**
   * @param {string} key
   * @param {boolean} known
   */
  #reveal(key, known) {
    this.numbers.get(key)?.classList.toggle("yet", !known);
  }

  /**
   * @param {string} key
   * @param {"forward" | "backward"} direction
   * @param {(Node | string)[]} what
   */
  #entry(key, direction, ...what) {
    const number = make("span", { class: "printed" });
    number.dataset.of = key;
    this.numbers.set(key, number);
    return make("span", { class: `entry ${direction}` }, ...what, " = ", number);
  }

  /**
   * @param {string} key
   * @param {number} value
   */
  #write(key, value) {
    const number = this.numbers.get(key);
    const printed = printNumber(value);
    if (!number || number.dataset.printed === printed) return;
    number.dataset.printed = printed;
    number.replaceChildren(numeral(printed));
  }
}

/**
 * The key of an output, which no name can be.
 * @param {number} at
 */
function keyOf(at) {
  return at ? `=${at + 1}` : "=";
}
