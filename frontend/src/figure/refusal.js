/**
 * What stands in a figure's place when the service refuses to draw it: what is wrong with the expression, and where.
 *
 * What enters: the words, a problem, the expression. What leaves: an element.
 */

import { make, withCode } from "../typeset/markup.js";
import { splitAt } from "../typeset/spans.js";

/** @typedef {import("../words/words.js").Say} Say */

export class Refusal {
  element = make("div", { class: "refusal", role: "alert", hidden: true });

  /**
   * @param {Say} say
   * @param {import("../service/problem.js").Problem | null} problem  null when there is none
   * @param {string} [expression]
   */
  show(say, problem, expression = "") {
    this.element.hidden = !problem;
    if (!problem) return this.element.replaceChildren();
    /** @type {HTMLElement[]} */
    const lines = [make("p", {}, problem.message || say("refused"))];
    const fault = problem.faults.find(({ offset }) => offset !== undefined);
    if (fault) {
      const [before, at, after] = splitAt(expression, fault);
      lines.push(make("pre", {}, before, make("mark", {}, at || " "), after));
    }
    for (const { hint } of problem.faults) if (hint) lines.push(make("p", { class: "hint" }, ...withCode(hint)));
    this.element.replaceChildren(...lines);
  }
}
