/**
 * The result line: the value of the output in black, its gradients in red, live.
 *
 * What enters: a session with a result. What leaves: an element.
 */

import { make } from "../typeset/markup.js";
import { numeral } from "../typeset/mathml.js";
import { derivativeOf, outputName, setName } from "../typeset/names.js";
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
  show(say, { engine, result, leaves, seed }) {
    if (!engine || !result) return;
    const output = engine.nodes[engine.output];
    const shown = [say("output"), output.name, String(seed === 1), ...leaves.map((leaf) => leaf.name)].join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      const inputs = leaves.map(({ place }) => engine.nodes[place]);
      this.#build(say, output, inputs, seed === 1 ? "" : "E");
    }
    this.#write("=", result.values[engine.output]);
    for (const leaf of leaves) this.#write(leaf.name, result.adjoints[leaf.place]);
  }

  /**
   * @param {Say} say
   * @param {import("../service/contract.js").GraphNode} output
   * @param {import("../service/contract.js").GraphNode[]} inputs
   * @param {string} factor  what stands before the derivatives: E, unless that is 1
   */
  #build(say, output, inputs, factor) {
    this.element.setAttribute("aria-label", say("result"));
    this.numbers = new Map();
    const value = this.#entry("=", "forward", outputName(say, output));
    const gradients = inputs.map((input) =>
      this.#entry(input.name ?? "", "backward", factor && setName(factor), derivativeOf(say, output, input)),
    );
    this.element.replaceChildren(value, ...gradients);
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
