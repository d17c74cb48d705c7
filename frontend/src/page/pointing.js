/**
 * The same part pointed at in two places: what the figure rests on is lit in the text, what the cursor is in is lit in the
 * figure, and so is what a panel speaks of.
 *
 * What enters: a figure, the box of the expression. What leaves: highlights in both.
 */

import { origins } from "../engine/nonfinite.js";
import { nodesAt } from "../narration/nodes-at.js";

export class Pointing {
  #figure;
  #box;

  /**
   * @param {import("../figure/element.js").KuroakaFigure} figure
   * @param {import("../controls/expression.js").ExpressionBox} box
   */
  constructor(figure, box) {
    this.#figure = figure;
    this.#box = box;
    figure.addEventListener("point", (event) => this.#source(/** @type {CustomEvent} */ (event).detail.id));
    box.looked = (offset) => this.#point(offset);
  }

  /** What is selected in the text, and where numbers stop being finite in the figure. */
  show() {
    const { engine, result, operations } = this.#figure.session;
    if (!engine || !result) return;
    this.#box.know(operations);
    const begun = origins(engine, result).map((origin) => engine.nodes[origin.node].id);
    this.#figure.highlight("origin", [...new Set(begun)]);
    this.#source(null);
  }

  /**
   * Lights lines, in a figure that stands complete: a line that is not drawn yet cannot be seen.
   * @param {"pointed" | "path"} kind
   * @param {string[]} nodes
   * @param {string[]} lines
   */
  light(kind, nodes, lines) {
    const figure = this.#figure;
    const { end } = figure.player.timeline;
    if (lines.length && figure.player.time < end) figure.scrub(end);
    figure.highlight(kind, nodes, lines);
  }

  /**
   * Lights the text of a node that is rested on, or of what flows along a line, else of the selected one.
   * @param {string | null} id
   */
  #source(id) {
    const { session, store } = this.#figure;
    const of = id || store.state.node;
    const part = session.line(of)?.source ?? of;
    const node = session.graph?.nodes.find((one) => one.id === part);
    this.#box.showPart(session.expression, node?.span ?? null);
  }

  /**
   * Lights the nodes of the text that the cursor is in.
   * @param {number | null} offset
   */
  #point(offset) {
    const { graph, expression } = this.#figure.session;
    const known = graph && offset !== null && this.#box.value.trim() === expression;
    this.#figure.highlight("pointed", known ? nodesAt(graph, offset) : []);
  }
}
