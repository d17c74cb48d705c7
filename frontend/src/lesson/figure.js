/**
 * A figure of a lesson: it is shown what a step shows, and from one step to the next it goes on where it stands.
 *
 * What enters: states. What leaves: a figure.
 */

import { KuroakaFigure } from "../figure/element.js";
import { Packed } from "../service/packed.js";

/** @typedef {import("../state/state.js").State} State */

export class LessonFigure {
  figure = new KuroakaFigure();
  /** The frame to which it plays, if it does. */
  #goal = Number.POSITIVE_INFINITY;
  /** @type {readonly string[]} */
  #frozen = [];

  constructor() {
    const { figure } = this;
    figure.player.addEventListener("time", () => {
      if (figure.frame < this.#goal) return;
      const goal = this.#goal;
      this.#goal = Number.POSITIVE_INFINITY;
      figure.seek(goal);
    });
    figure.addEventListener("change", () => this.#freeze());
  }

  /**
   * @param {import("./steps.js").Shown} shown
   * @param {readonly string[]} frozen
   * @param {boolean} onward  whether it is to move there, if it is the same figure
   */
  show({ state, answers }, frozen, onward) {
    const { figure } = this;
    if (answers) figure.session.client = new Packed(answers);
    const { player, store } = figure;
    const [now, { frame }] = [figure.frame, state];
    const isSame = Boolean(figure.drawing) && store.state.expr === state.expr && store.state.view === state.view;
    const moves = onward && isSame && frame !== null && frame > now && !player.framesOnly;
    this.#frozen = frozen;
    this.#goal = Number.POSITIVE_INFINITY;
    store.set({ ...state, frame: moves ? now : frame }, "attributes");
    if (moves) {
      this.#goal = frame;
      player.play(player.time);
    }
    if (figure.drawing) this.#freeze();
  }

  /** What counts as a constant is drawn paler: its node, its dot, and the lines that only it is on. */
  #freeze() {
    const { drawing, session } = this.figure;
    const { graph } = session;
    if (!drawing || !graph) return;
    const still = new Set(graph.nodes.filter(({ name }) => name && this.#frozen.includes(name)).map(({ id }) => id));
    for (const { id, kind, inputs } of graph.nodes) if (kind === "branch" && still.has(inputs[0])) still.add(id);
    for (const part of drawing.svg.querySelectorAll("[data-node], [data-line]")) {
      const { node, line } = /** @type {SVGElement} */ (part).dataset;
      const from = graph.edges.find(({ id }) => id === line)?.source ?? "";
      part.classList.toggle("frozen", still.has(node ?? from));
    }
  }
}
