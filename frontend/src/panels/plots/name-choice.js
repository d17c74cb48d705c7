/**
 * Which input a panel is about: a choice among the names of an expression.
 *
 * What enters: the leaves, the wanted name. What leaves: an element; `chosen(name)` when the reader chooses.
 */

import { make } from "../../typeset/markup.js";

/** @typedef {import("../../figure/session.js").Leaf} Leaf */

export class NameChoice {
  /**
   * @param {string} id
   * @param {(name: string) => void} chosen
   */
  constructor(id, chosen) {
    this.label = make("label", { for: id });
    this.select = make("select", { id });
    this.element = make("span", { class: "name-choice" }, this.label, this.select);
    this.select.addEventListener("change", () => chosen(this.select.value));
    this.shown = "";
  }

  /**
   * @param {string} label
   * @param {Leaf[]} leaves
   * @param {string} wanted
   * @returns {Leaf | undefined} the leaf of that name, else the first variable, else the first constant
   */
  show(label, leaves, wanted) {
    const leaf =
      leaves.find(({ name }) => name === wanted) ?? leaves.find(({ kind }) => kind === "variable") ?? leaves[0];
    const shown = leaves.map(({ name }) => name).join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      this.select.replaceChildren(...leaves.map(({ name }) => make("option", { value: name }, name)));
    }
    if (this.label.textContent !== label) this.label.textContent = label;
    if (leaf && this.select.value !== leaf.name) this.select.value = leaf.name;
    return leaf;
  }
}
