/**
 * The bound names of an expression as switches: what is on is one circle in the figure.
 *
 * What enters: the nodes that can be folded, and the names of those that are. What leaves: `fold(names, folded)` when the reader
 * switches some; the row is hidden where there are none.
 */

import { make } from "../typeset/markup.js";
import { spokenName } from "../typeset/names.js";

/** @typedef {import("../service/contract.js").GraphNode} GraphNode */
/** @typedef {import("../words/words.js").Say} Say */

export class Folding {
  /** @param {(names: readonly string[], folded: boolean) => void} fold */
  constructor(fold) {
    this.fold = fold;
    this.shown = "";
    /** Whether all are folded. */
    this.whole = false;
    this.label = make("span", { class: "folding-label", id: "folding" });
    this.names = make("span", { class: "folding-names" });
    this.all = make("button", { type: "button", class: "plain" });
    this.element = make(
      "div",
      { class: "folding", role: "group", "aria-labelledby": "folding", hidden: true },
      this.label,
      this.names,
      this.all,
    );
    this.all.addEventListener("click", () => fold([...this.buttons.keys()], !this.whole));
    /** @type {Map<string, HTMLButtonElement>} */
    this.buttons = new Map();
  }

  /**
   * @param {Say} say
   * @param {readonly GraphNode[]} nodes
   * @param {readonly string[]} folded
   */
  show(say, nodes, folded) {
    const names = nodes.map(({ name }) => name ?? "");
    this.element.hidden = names.length === 0;
    this.label.textContent = say("folding");
    this.whole = names.every((name) => folded.includes(name));
    this.all.textContent = say(this.whole ? "foldNone" : "foldAll");
    const shown = names.join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      this.buttons = new Map(nodes.map((node) => [node.name ?? "", this.#button(node)]));
      this.names.replaceChildren(...this.buttons.values());
    }
    for (const [name, button] of this.buttons) button.ariaPressed = String(folded.includes(name));
    this.all.hidden = names.length < 2;
  }

  /** @param {GraphNode} node */
  #button({ name, name_math }) {
    const button = make("button", { type: "button", class: "fold" }, ...spokenName(name_math ?? "", name ?? ""));
    button.addEventListener("click", () => this.fold([name ?? ""], button.ariaPressed !== "true"));
    return button;
  }
}
