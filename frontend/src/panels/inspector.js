/**
 * What can be read about the figure under it: notes, the card of a node, the ledger, the paths. One selected node is common to all.
 *
 * What enters: a figure, the box of the expression. What leaves: elements, and highlights in the figure and in the box.
 */

import { origins } from "../engine/nonfinite.js";
import { nodesAt } from "../narration/nodes-at.js";
import { NodeCard } from "./card/card.js";
import { LedgerPanel } from "./ledger.js";
import { NotesPanel } from "./notes.js";
import { PathsPanel } from "./paths.js";

/**
 * @typedef {import("../controls/expression.js").ExpressionBox} ExpressionBox
 * @typedef {import("../figure/element.js").KuroakaFigure} KuroakaFigure
 * @typedef {import("../words/words.js").Say} Say
 */

export class Inspector {
  /**
   * @param {KuroakaFigure} figure
   * @param {ExpressionBox} box
   * @param {(id: string) => void} select
   * @param {ConstructorParameters<typeof NodeCard>[0]["shape"]} shape  draws the figure otherwise
   */
  constructor(figure, box, select, shape) {
    this.figure = figure;
    this.box = box;
    this.selected = "";
    this.notes = new NotesPanel(select);
    this.card = new NodeCard({
      back: () => figure.visit(this.selected),
      close: () => {
        figure.visit(this.selected);
        select("");
      },
      shape,
    });
    this.ledger = new LedgerPanel((nodes, lines) => this.#light("pointed", nodes, lines));
    this.paths = new PathsPanel((nodes, lines) => this.#light("path", nodes, lines));
    this.elements = [this.notes, this.card, this.ledger, this.paths].map((panel) => panel.element);
    figure.addEventListener("point", (event) => this.#source(/** @type {CustomEvent} */ (event).detail.id));
    box.looked = (offset) => this.#point(offset);
  }

  /**
   * @param {Say} say
   * @param {string} node  id of the selected one, empty for none
   */
  show(say, node) {
    const { figure } = this;
    const { session } = figure;
    const { engine, result } = session;
    if (!engine || !result) return;
    this.selected = node;
    this.box.know(session.operations);
    this.notes.show(say, session);
    this.card.show(say, session, node);
    this.ledger.show(say, session, node);
    this.paths.show(say, session);
    const begun = origins(engine, result).map((origin) => engine.nodes[origin.node].id);
    figure.highlight("origin", [...new Set(begun)]);
    this.#source(null);
  }

  /** Scrolls to the card of the selected node, no further than need be. */
  bring() {
    const { framesOnly } = this.figure.player;
    this.card.element.scrollIntoView({ block: "nearest", behavior: framesOnly ? "instant" : "smooth" });
  }

  /**
   * Highlights lines, in a figure that stands complete: a line that is not drawn yet cannot be seen.
   * @param {"pointed" | "path"} kind
   * @param {string[]} nodes
   * @param {string[]} lines
   */
  #light(kind, nodes, lines) {
    const { figure } = this;
    const { end } = figure.player.timeline;
    if (lines.length && figure.player.time < end) figure.scrub(end);
    figure.highlight(kind, nodes, lines);
  }

  /**
   * Highlights the text of a node that is rested on, else of the selected one.
   * @param {string | null} id
   */
  #source(id) {
    const { graph, expression } = this.figure.session;
    const node = graph?.nodes.find((one) => one.id === (id || this.selected));
    this.box.showPart(expression, node?.span ?? null);
  }

  /**
   * Highlights the nodes of the text that the cursor is in.
   * @param {number | null} offset
   */
  #point(offset) {
    const { graph, expression } = this.figure.session;
    const known = graph && offset !== null && this.box.value.trim() === expression;
    this.figure.highlight("pointed", known ? nodesAt(graph, offset) : []);
  }
}
