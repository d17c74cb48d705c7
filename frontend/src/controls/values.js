/**
 * A row for each variable and named constant, and one for E, the gradient that enters at the output; of several outputs one
 * for each.
 *
 * What enters: the leaves and their numbers. What leaves: `moved(name, value)`, `seeded(name, value)`, `ranged(name, ends)`.
 */

import { make } from "../typeset/markup.js";
import { rangeFor } from "../typeset/number-fields.js";
import { ValueRow } from "./value.js";

/**
 * @typedef {import("../figure/session.js").Leaf} Leaf
 * @typedef {import("../service/contract.js").Output} Output
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {import("../typeset/number-fields.js").Range} Range
 * @typedef {import("./value.js").Ends} Ends
 *
 * @typedef {object} Commands
 * @property {(name: string, value: number) => void} moved
 * @property {(name: string, value: number) => void} seeded  by the name of one of several outputs, "" for an only one
 * @property {(name: string, ends: Ends) => void} ranged
 */

/** The rows of E go by words that no name can be. */
const SEED = "=";

export class ValuesPanel {
  /** @param {Commands} commands */
  constructor(commands) {
    this.commands = commands;
    /** @type {Map<string, ValueRow>} */
    this.rows = new Map();
    this.shown = "";
    this.element = make("section", { class: "values" });
  }

  /**
   * @param {Say} say
   * @param {Leaf[]} leaves
   * @param {(leaf: Leaf) => number} numberOf
   * @param {readonly Output[]} outputs
   * @param {readonly number[]} seeds
   * @param {Readonly<Record<string, Ends>>} ends  of the sliders that the reader set
   */
  show(say, leaves, numberOf, outputs, seeds, ends) {
    this.element.setAttribute("aria-label", say("values"));
    const shown = [
      say("values"),
      ...leaves.map(({ name, standard }) => `${name}=${standard}`),
      ...outputs.map(({ name, upstream }) => `${name} ${upstream}`),
    ].join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      const { moved, seeded, ranged } = this.commands;
      this.rows = new Map(
        leaves.map((leaf) => [
          leaf.name,
          new ValueRow(say, leaf, {
            moved: (value) => moved(leaf.name, value),
            ranged: (chosen) => ranged(leaf.name, chosen),
          }),
        ]),
      );
      for (const { name, upstream, upstream_math: math = upstream } of outputs) {
        const key = SEED + upstream;
        const row = new ValueRow(
          say,
          {
            name: upstream,
            math,
            key,
            standard: 1,
            says: outputs.length > 1 ? say("valueSeedOf", { name: name ?? "" }) : say("valueSeed"),
          },
          {
            moved: (value) => seeded(outputs.length > 1 ? (name ?? "") : "", value),
            ranged: (chosen) => ranged(key, chosen),
          },
        );
        row.element.classList.add("seed");
        this.rows.set(key, row);
      }
      this.element.replaceChildren(...[...this.rows.values()].map(({ element }) => element));
    }
    const chosen = new Map(Object.entries(ends));
    for (const leaf of leaves) this.rows.get(leaf.name)?.show(numberOf(leaf), chosen.get(leaf.name) ?? null);
    outputs.forEach(({ upstream }, at) => {
      this.rows.get(SEED + upstream)?.show(seeds[at], chosen.get(SEED + upstream) ?? null);
    });
  }

  /**
   * The range of a name's slider.
   * @param {Leaf} leaf
   * @returns {Range}
   */
  rangeOf({ name, standard }) {
    return this.rows.get(name)?.range ?? rangeFor(standard);
  }
}
