/**
 * What is told beside the figure: notes, the card of a node, ledger, paths, curves, the gradient check.
 *
 * What enters: a figure, the box of the expression. What leaves: elements, and in the figure's store what is chosen there.
 */

import { drawnFor } from "../engine/folds.js";
import { Inspector } from "../panels/inspector.js";
import { CheckPanel } from "../panels/plots/check.js";
import { CurvesPanel } from "../panels/plots/curves.js";
import { Ripple } from "../panels/ripple.js";
import { WhenVisible } from "../panels/when-visible.js";
import { make } from "../typeset/markup.js";

/** @typedef {import("../words/words.js").Say} Say */

export class Beside {
  #store;
  #say;
  #session;
  #inspector;
  #curves;
  #check;
  #plotted;
  #rangeOf;

  /**
   * @param {import("../figure/element.js").KuroakaFigure} figure
   * @param {import("../controls/expression.js").ExpressionBox} box
   * @param {object} page
   * @param {() => Say} page.say
   * @param {import("../controls/values.js").ValuesPanel["rangeOf"]} page.rangeOf
   * @param {ConstructorParameters<typeof Inspector>[3]} page.shape  draws the figure otherwise
   */
  constructor(figure, box, { say, rangeOf, shape }) {
    const { store, session } = figure;
    this.#store = store;
    this.#session = session;
    this.#say = say;
    this.#rangeOf = rangeOf;
    const choose = (/** @type {string} */ wrt) => store.set({ wrt }, "reader");
    const move = (/** @type {string} */ name, /** @type {number} */ value) =>
      store.set({ at: { ...store.state.at, [name]: value } }, "reader");
    const ripple = new Ripple(figure);
    this.#inspector = new Inspector(figure, box, (id) => this.select(id), shape);
    this.#curves = new CurvesPanel({ move, choose });
    this.#check = new CheckPanel({
      choose,
      size: (h) => store.set({ h }, "reader"),
      nudge: (name, h) => ripple.start(name, h),
    });
    this.panels = make("div", { class: "panels" }, ...this.#inspector.elements);
    this.plots = make("div", { class: "plots" }, this.#curves.element, this.#check.element);
    this.#plotted = new WhenVisible(this.plots, () => this.#plot());
    figure.addEventListener("graph", () => this.show());
    figure.addEventListener("change", () => {
      ripple.stop();
      this.#inspect();
      this.#plotted.draw();
    });
    figure.addEventListener("select", () => this.#bring());
    store.on(["node"], () => this.#inspect());
    store.on(["range", "wrt", "h"], () => this.#plotted.now());
  }

  show() {
    this.#inspect();
    this.#plotted.now();
  }

  /** @param {string} id  of a node, empty for none */
  select(id) {
    this.#store.set({ node: drawnFor(this.#session.graph)(id) }, "reader");
    this.#bring();
  }

  #bring() {
    if (this.#store.state.node) this.#inspector.bring();
  }

  #inspect() {
    this.#inspector.show(this.#say(), this.#store.state.node);
  }

  /** As wide as the sliders of their input. */
  #plot() {
    if (!this.#session.graph) return;
    const { wrt, h } = this.#store.state;
    this.#curves.show(this.#say(), this.#session, wrt, this.#rangeOf);
    this.#check.show(this.#say(), this.#session, wrt, h);
  }
}
