/**
 * The result line: the values of the outputs in black, the gradients in red, live.
 *
 * What enters: a session with a result. What leaves: an element.
 */

import { make } from "../typeset/markup.js";
import { numeral } from "../typeset/mathml.js";
import { derivativeOf, outputName, setName, totalOf } from "../typeset/names.js";
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
   */
  show(say, { graph, engine, result, leaves }) {
    if (!graph || !engine || !result) return;
    const { values, adjoints, seeds } = result;
    const { nodes, outputs } = graph;
    const total = totalOf(graph, seeds);
    const factor = outputs.length === 1 && seeds[0] !== 1 ? (outputs[0].upstream_math ?? "E") : "";
    const names = [...outputs, ...leaves].map(({ name }) => name);
    const shown = [say("output"), ...names, total.name, JSON.stringify(factor)].join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      this.element.setAttribute("aria-label", say("result"));
      this.numbers = new Map();
      const whats = outputs.length === 1 ? [total] : outputs;
      this.element.replaceChildren(
        ...whats.map((output, at) => this.#entry(keyOf(at), "forward", outputName(say, output))),
        ...leaves.map(({ name, place }) =>
          this.#entry(name, "backward", factor && setName(factor), derivativeOf(say, total, nodes[place])),
        ),
      );
    }
    engine.outputs.forEach((output, at) => {
      this.#write(keyOf(at), values[output]);
    });
    for (const { name, place } of leaves) this.#write(name, adjoints[place]);
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
