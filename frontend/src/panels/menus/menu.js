/**
 * A pictogram that opens a few choices above it, and is closed by Escape, by a press elsewhere, or when the focus goes on.
 *
 * What enters: its name, its pictogram, what is in it. What leaves: an element.
 */

import { make, pictogram } from "../../typeset/markup.js";

export class Menu {
  body = make("div", { class: "menu-body" });
  #summary;

  /**
   * @param {string} name
   * @param {string} path  of the pictogram
   */
  constructor(name, path) {
    this.#summary = make("summary", {}, pictogram(path));
    this.element = make("details", { class: `menu ${name}`, slot: "tools" }, this.#summary, this.body);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.element.open) return;
      event.preventDefault();
      this.#summary.focus();
      this.close();
    });
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!event.composedPath().includes(this.element)) this.close();
    });
  }

  /** @param {string} label */
  name(label) {
    this.#summary.ariaLabel = label;
    this.#summary.title = label;
  }

  close() {
    this.element.open = false;
  }
}
