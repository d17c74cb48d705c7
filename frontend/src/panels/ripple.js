/**
 * A nudge seen in the figure: one input is moved by h for a moment, and the lines that feel it get heavier and show
 * their new numbers, column by column. The session's own numbers stay as they are.
 *
 * What enters: a figure, a name, a nudge. What leaves: nothing; in the end the figure is as it was, with formulas again if
 * it showed those.
 */

/** @typedef {import("../figure/element.js").KuroakaFigure} KuroakaFigure */

/** Milliseconds from one column to the next, and of rest in the end. */
const COLUMN = 220;
const REST = 1500;

export class Ripple {
  /** @param {KuroakaFigure} figure */
  constructor(figure) {
    this.figure = figure;
    this.timer = 0;
    /** @type {Element[]} */
    this.marked = [];
    /** @type {import("../figure/drawing.js").Drawing | null} */
    this.drawing = null;
    /** What the figure is to show again. @type {import("../state/state.js").Show | null} */
    this.shown = null;
  }

  /**
   * @param {string} name
   * @param {number} h
   */
  async start(name, h) {
    this.stop();
    await this.#numbers();
    const { drawing, session, player } = this.figure;
    const { engine, result, lines } = session;
    const leaf = session.leaves.find((other) => other.name === name);
    if (!drawing || !engine || !result || !leaf) return;
    player.pause();
    this.figure.scrollIntoView({ block: "nearest", behavior: player.framesOnly ? "instant" : "smooth" });
    const forward = session.graph?.steps.filter(({ direction }) => direction === "forward").length ?? 0;
    if (player.time < player.timeline.times[forward]) player.seek(player.timeline.times[forward]);
    const nudged = engine.forward({ ...session.values, [name]: session.valueOf(leaf) + h });
    const columns = reach(engine.inputs, leaf.place);
    const last = Math.max(...columns);
    const shown = { ...result, values: result.values.slice() };
    this.drawing = drawing;
    let column = 0;
    const next = () => {
      columns.forEach((own, node) => {
        if (own !== column) return;
        shown.values[node] = nudged[node];
        this.#mark([...lines].flatMap(([id, line]) => (engine.sources[line] === node ? [id] : [])));
      });
      drawing.write(engine, shown, lines);
      this.timer = column++ < last ? setTimeout(next, COLUMN) : setTimeout(() => this.stop(), REST);
    };
    next();
  }

  /** Everything as it was; at once. */
  stop() {
    clearTimeout(this.timer);
    for (const line of this.marked) line.classList.remove("nudged");
    this.marked = [];
    if (!this.drawing) return;
    const { figure, drawing } = this;
    this.drawing = null;
    const { engine, result, lines } = figure.session;
    if (figure.drawing === drawing && engine && result) drawing.write(engine, result, lines);
    if (this.shown) figure.store.set({ show: this.shown }, "reader");
    this.shown = null;
  }

  /** Waits until the figure has numbers. */
  async #numbers() {
    const { drawing, session, store } = this.figure;
    if (!drawing || drawing.numbers.length) return;
    const drawn = new Promise((end) => session.addEventListener("figure", end, { once: true }));
    this.shown ??= store.state.show;
    store.set({ show: "numbers" }, "reader");
    await drawn;
  }

  /** @param {string[]} ids  of lines */
  #mark(ids) {
    for (const line of this.drawing?.svg.querySelectorAll(".line") ?? []) {
      if (!ids.includes(/** @type {SVGElement} */ (line).dataset.line ?? "")) continue;
      line.classList.add("nudged");
      this.marked.push(line);
    }
  }
}

/**
 * For each node the longest way to it from one of them, -1 where there is none.
 * @param {number[][]} inputs
 * @param {number} from
 */
function reach(inputs, from) {
  /** @type {number[]} */
  const columns = [];
  inputs.forEach((sources, node) => {
    const before = Math.max(-1, ...sources.map((source) => columns[source]));
    columns.push(node === from ? 0 : before < 0 ? -1 : before + 1);
  });
  return columns;
}
