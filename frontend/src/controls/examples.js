/**
 * The menu of examples: a list of the browser's own, so that a phone shows it its own way.
 *
 * What enters: the words. What leaves: `chosen(example)`.
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
   * @param {import("../words/words.js").Say} say
   */
  show(label, say) {
    let place = 0;
    const groups = EXAMPLES.map(({ title, examples }) => {
      const options = examples.map((example) => make("option", { value: String(place++) }, say(example.title)));
      return make("optgroup", { label: say(title) }, ...options);
    });
    this.element.setAttribute("aria-label", label);
    this.element.replaceChildren(make("option", { value: "" }, label), ...groups);
  }
}
