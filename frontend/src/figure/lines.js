/**
 * The lines of a figure as buttons: each has a name, and can be chosen. The Tab key passes them by, as there are many: a
 * node's card leads to its lines, and arrows lead from a line to the nodes at its ends.
 *
 * What enters: a drawing's SVG, a session, the words. What leaves: roles, names, marks.
 */

import { lineName } from "../narration/line-names.js";

/** @typedef {import("./session.js").Session} Session */

export class Lines {
  /** @type {Map<string, SVGElement>} by id */
  #groups = new Map();
  #session;
  #say;

  /**
   * @param {SVGSVGElement} svg
   * @param {Session} session
   * @param {import("../words/words.js").Say} say
   */
  constructor(svg, session, say) {
    this.#session = session;
    this.#say = say;
    for (const group of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll(".line"))) {
      group.setAttribute("role", "button");
      group.tabIndex = -1;
      this.#groups.set(group.dataset.line ?? "", group);
    }
  }

  name() {
    for (const [id, group] of this.#groups) {
      const line = this.#session.line(id);
      if (line) group.setAttribute("aria-label", lineName(this.#say, this.#session, line));
    }
  }

  /** @param {string} id  empty for none */
  mark(id) {
    for (const [other, group] of this.#groups) {
      group.classList.toggle("selected", other === id);
      group.setAttribute("aria-pressed", String(other === id));
    }
  }

  /** @param {string} id */
  visit(id) {
    this.#groups.get(id)?.focus({ preventScroll: true });
  }

  /**
   * Where an arrow leads from a line.
   * @param {string} id
   * @param {string} key
   * @returns {string | null | undefined} id of a node
   */
  end(id, key) {
    const line = this.#session.line(id);
    return key === "ArrowLeft" ? line?.source : key === "ArrowRight" ? line?.target : undefined;
  }
}
