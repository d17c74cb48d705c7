/**
 * What is told beside the figure: the card of the chosen node or line, the panels of the list, and what they ask for.
 *
 * What enters: a figure, the box of the expression. What leaves: elements, and in the figure's store what is chosen there.
 */

import { drawnFor } from "../engine/folds.js";
import { Card } from "../panels/card/card.js";
import { PANELS, PLOTS } from "../panels/list.js";
import { Ripple } from "../panels/ripple.js";
import { WhenVisible } from "../panels/when-visible.js";
import { make } from "../typeset/markup.js";
import { Pointing } from "./pointing.js";

/** @typedef {import("../panels/list.js").Commands} Commands */

export class Beside {
  #figure;
  #say;
  #pointing;
  #told;
  #plotted;
  #later;

  /**
   * @param {import("../figure/element.js").KuroakaFigure} figure
   * @param {import("../controls/expression.js").ExpressionBox} box
   * @param {{say: () => import("../words/words.js").Say} & Pick<Commands, "rangeOf" | "shape">} page
   */
  constructor(figure, box, { say, rangeOf, shape }) {
    const { store } = figure;
    this.#figure = figure;
    this.#say = say;
    this.#pointing = new Pointing(figure, box);
    const ripple = new Ripple(figure);
    /** @type {Commands} */
    const commands = {
      select: (id) => this.#select(id),
      visit: () => figure.visit(store.state.node),
      shape,
      point: (nodes, lines) => this.#pointing.light("pointed", nodes, lines),
      light: (nodes, lines) => this.#pointing.light("path", nodes, lines),
      set: (rows) => store.set(rows, "reader"),
      move: (name, value) => store.set({ at: { ...store.state.at, [name]: value } }, "reader"),
      nudge: (name, h) => ripple.start(name, h),
      rangeOf,
    };
    const card = new Card(commands);
    const panels = PANELS.map((Panel) => new Panel(commands));
    this.#told = [card, ...panels];
    this.card = card.element;
    this.#plotted = PLOTS.map((Panel) => new Panel(commands));
    this.panels = make("div", { class: "panels" }, ...panels.map(({ element }) => element));
    this.plots = make("div", { class: "plots" }, ...this.#plotted.map(({ element }) => element));
    this.#later = new WhenVisible(this.plots, () => this.#draw(this.#plotted));
    figure.addEventListener("graph", () => this.show());
    figure.addEventListener("change", () => {
      ripple.stop();
      this.#inspect();
      this.#later.draw();
    });
    figure.addEventListener("select", () => this.#bring());
    store.on(["node"], () => this.#inspect());
    store.on(["range", "wrt", "h"], () => this.#later.now());
  }

  show() {
    this.#inspect();
    this.#later.now();
  }

  /** @param {string} id  of a node or a line, empty for none */
  #select(id) {
    this.#figure.store.set({ node: drawnFor(this.#figure.session.graph)(id) }, "reader");
    this.#bring();
  }

  /** What is selected stays in sight, beside its card or above it. */
  #bring() {
    const { player, store, drawing, session } = this.#figure;
    const { node: id } = store.state;
    const line = session.line(id);
    const [node] = drawing?.parts(line ? [] : [id], line ? [line.id] : []) ?? [];
    if (!id || !node) return;
    const behavior = player.framesOnly ? "instant" : "smooth";
    // The card takes room from the figure, which stands otherwise then.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        node.scrollIntoView({ block: "nearest", inline: "nearest", behavior });
        const [place, card] = [node.getBoundingClientRect(), this.card.getBoundingClientRect()];
        const isSheet = getComputedStyle(this.card).position === "fixed";
        if (isSheet && place.bottom > card.top) scrollBy({ top: place.bottom - card.top + place.height, behavior });
      }),
    );
  }

  #inspect() {
    if (this.#figure.session.result) this.#draw(this.#told);
    this.#pointing.show();
  }

  /** @param {readonly import("../panels/list.js").Panel[]} panels */
  #draw(panels) {
    const { session, store } = this.#figure;
    if (session.graph) for (const panel of panels) panel.show(this.#say(), session, store.state);
  }
}
