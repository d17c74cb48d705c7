/**
 * What stands on paper above the figure: the expression, the numbers that went in, where all of it can be seen moving.
 *
 * What enters: the words, a session, the link. What leaves: an element that has something in it while the page is printed.
 */

import { make } from "../typeset/markup.js";
import { numeral } from "../typeset/mathml.js";
import { setName } from "../typeset/names.js";
import { printNumber } from "../typeset/numerals.js";

export class PaperHead {
  element = make("section", { class: "paper-head" });
  #session;
  #page;

  /**
   * @param {import("../figure/session.js").Session} session
   * @param {{say: () => import("../words/words.js").Say, address: () => string}} page
   */
  constructor(session, page) {
    this.#session = session;
    this.#page = page;
    addEventListener("beforeprint", () => this.#fill());
    addEventListener("afterprint", () => this.element.replaceChildren());
  }

  #fill() {
    const { graph, leaves, result, expression } = this.#session;
    if (!graph || !result) return;
    const say = this.#page.say();
    const { nodes, outputs } = graph;
    const given = [
      ...leaves.map((leaf) => ({ name: nodes[leaf.place].name_math ?? leaf.name, value: this.#session.valueOf(leaf) })),
      ...outputs.map(({ upstream, upstream_math: math = upstream }, at) => ({ name: math, value: result.seeds[at] })),
    ];
    const numbers = given.map(({ name, value }) => make("span", {}, setName(name), " = ", numeral(printNumber(value))));
    this.element.replaceChildren(
      make("h1", {}, say("figure")),
      make("pre", {}, expression),
      make("p", { class: "paper-given", "aria-label": say("values") }, ...numbers),
      make("p", { class: "paper-link" }, this.#page.address()),
    );
  }
}
