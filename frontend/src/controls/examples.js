/**
 * The menu of examples: a list of the browser's own, so that a phone shows it its own way.
 *
 * What enters: the language. What leaves: `chosen(example)`.
 */

import { EXAMPLES } from "../state/examples.js";
import { make } from "../typeset/markup.js";

/** @typedef {import("../state/examples.js").Example} Example */

export class ExamplesMenu {
  /** @param {(example: Example) => void} chosen */
  constructor(chosen) {
    this.element = make("select", { class: "examples" });
    const all = EXAMPLES.flatMap(({ examples }) => examples);
    this.element.addEventListener("change", () => {
      const example = all[Number(this.element.value)];
      this.element.selectedIndex = 0; // the same one can be chosen again
      if (example) chosen(example);
    });
  }

  /**
   * @param {string} label
   * @param {import("../state/state.js").Lang} lang
   */
  show(label, lang) {
    let place = 0;
    const groups = EXAMPLES.map(({ titles, examples }) => {
      const options = examples.map((example) => make("option", { value: String(place++) }, example.titles[lang]));
      return make("optgroup", { label: titles[lang] }, ...options);
    });
    this.element.setAttribute("aria-label", label);
    this.element.replaceChildren(make("option", { value: "" }, label), ...groups);
  }
}
