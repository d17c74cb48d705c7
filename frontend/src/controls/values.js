/**
 * A row for each variable and named constant, and one for E, the gradient that enters at the output.
 *
 * What enters: the leaves and their numbers. What leaves: `moved(name, value)`, `seeded(value)`, `ranged(name, ends)`.
 */

import { make } from "../typeset/markup.js";
import { rangeFor } from "../typeset/number-fields.js";
import { ValueRow } from "./value.js";

/**
 * @typedef {import("../figure/session.js").Leaf} Leaf
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {import("../typeset/number-fields.js").Range} Range
 * @typedef {import("./value.js").Ends} Ends
 *
 * @typedef {object} Commands
 * @property {(name: string, value: number) => void} moved
 * @property {(value: number) => void} seeded
 * @property {(name: string, ends: Ends) => void} ranged
 */

/** The row of E goes by a word that no name can be. */
const SEED = "=E";

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
   * @param {number} seed
   * @param {Readonly<Record<string, Ends>>} ends  of the sliders that the reader set
   */
  show(say, leaves, numberOf, seed, ends) {
    this.element.setAttribute("aria-label", say("values"));
    const shown = [say("values"), ...leaves.map(({ name, standard }) => `${name}=${standard}`)].join(" ");
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
      const what = { name: "E", math: "E", key: SEED, standard: 1 };
      const row = new ValueRow(say, what, { moved: seeded, ranged: (chosen) => ranged(SEED, chosen) });
      row.element.classList.add("seed");
      row.element.title = say("valueSeed");
      this.rows.set(SEED, row);
      this.element.replaceChildren(...[...this.rows.values()].map(({ element }) => element));
    }
    const chosen = new Map(Object.entries(ends));
    for (const leaf of leaves) this.rows.get(leaf.name)?.show(numberOf(leaf), chosen.get(leaf.name) ?? null);
    this.rows.get(SEED)?.show(seed, chosen.get(SEED) ?? null);
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
