/**
 * The output as a function of one input, and under it its derivative, with the present point on both. Two plots, one
 * x axis; the point can be dragged, or moved with the arrow keys.
 *
 * What enters: a session with a result, the name that moves, its range. What leaves: `move(name, value)`
 * and `set(rows)` when the reader asks.
 */

import { pointsFor, probe, sweep } from "../../engine/sweep.js";
import { make } from "../../typeset/markup.js";
import { derivativeOf, nameOf, totalOf } from "../../typeset/names.js";
import { writeNumber } from "../../typeset/number-fields.js";
import { printNumber } from "../../typeset/numerals.js";
import { rangeOf, ticks } from "./axis.js";
import { NameChoice } from "./name-choice.js";
import { Plot } from "./plot.js";
import { pieces } from "./segments.js";
import { turns } from "./turns.js";

/**
 * @typedef {import("../../figure/session.js").Leaf} Leaf
 * @typedef {import("../../figure/session.js").Session} Session
 * @typedef {import("../../words/words.js").Say} Say
 * @typedef {{min: number, max: number, step: number}} Range
 */

export class CurvesPanel {
  /** @param {Pick<import("../list.js").Commands, "move" | "set" | "rangeOf">} commands */
  constructor({ move, set, rangeOf }) {
    this.move = move;
    this.rangeOf = rangeOf;
    this.title = make("h2", {});
    this.names = new NameChoice("curves-name", (wrt) => set({ wrt }));
    this.upper = new Plot("forward", 210, false);
    this.lower = new Plot("backward", 170, true);
    this.captions = [this.upper, this.lower].map((plot) => {
      const caption = make("span", { class: "curve-name", "aria-hidden": "true" });
      plot.element.append(caption);
      return caption;
    });
    this.handle = make(
      "div",
      { class: "curves", role: "slider", tabindex: "0" },
      this.upper.element,
      this.lower.element,
    );
    this.says = make("p", { class: "curves-says" });
    this.element = make(
      "section",
      { class: "panel curves-panel", hidden: true },
      make("div", { class: "panel-head" }, this.title, this.names.element),
      this.handle,
      this.says,
    );
    this.drawn = "";
    /** @type {Leaf | null} */
    this.leaf = null;
    this.value = 0;
    /** @type {Range} */
    this.range = { min: -5, max: 5, step: 0.01 };
    this.ends = ["", ""];
    this.gaps = "";
    /** @type {import("./turns.js").Turns} */
    this.between = {};
    new ResizeObserver(() => {
      for (const plot of [this.upper, this.lower]) plot.resize(this.handle.clientWidth);
    }).observe(this.handle);
    this.handle.addEventListener("pointerdown", (event) => this.#take(event));
    this.handle.addEventListener("pointermove", (event) => {
      if (this.handle.hasPointerCapture(event.pointerId)) this.#drag(event);
    });
    this.handle.addEventListener("keydown", (event) => this.#press(event));
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {import("../../state/state.js").State} state
   */
  show(say, session, { wrt }) {
    const { engine, result, leaves } = session;
    const leaf = this.names.show(say("curvesOver"), leaves, wrt);
    this.element.hidden = !engine || !result || !leaf;
    if (!engine || !result || !leaf) return;
    this.leaf = leaf;
    this.range = this.rangeOf(leaf);
    this.value = session.valueOf(leaf);
    this.#curve(say, session, leaf);
    const seeds = engine.speaking(result);
    const value = engine.total(result.values, seeds);
    const at = probe(engine, session.values, leaf, seeds)(this.value); // the result's own red numbers have the seed in them
    this.upper.mark(this.value, value, at.derivative);
    this.lower.mark(this.value, at.derivative, null);
    this.#tell(say, session, leaf.name, value, at.derivative);
  }

  /**
   * Computed again only when something else than the moving name is another.
   * @param {Say} say
   * @param {Session} session
   * @param {Leaf} leaf
   */
  #curve(say, session, leaf) {
    const { min, max } = this.range;
    const { graph, engine, result } = session;
    if (!graph || !engine || !result) return;
    const seeds = engine.speaking(result);
    const output = totalOf(graph, seeds);
    const held = session.leaves.map((other) => (other === leaf ? "" : session.valueOf(other)));
    const key = JSON.stringify([session.expression, output.name, seeds, session.asked.lang, leaf.name, min, max, held]);
    if (key === this.drawn) return;
    this.drawn = key;
    const at = probe(engine, session.values, leaf, seeds);
    const columns = sweep(at, min, max, pointsFor(engine));
    const value = pieces(columns.points, columns.values, (x) => at(x).value);
    const derivative = pieces(columns.points, columns.derivatives, (x) => at(x).derivative);
    /** @type {readonly [number, number]} */
    const x = [min, max];
    const xTicks = ticks(x, 6);
    const scenes = /** @type {const} */ ([
      [this.upper, rangeOf(columns.values), value],
      [this.lower, rangeOf(columns.derivatives), derivative],
    ]);
    for (const [plot, y, { runs, poles }] of scenes) plot.draw({ x, y, xTicks, yTicks: ticks(y, 4), runs, poles });
    const { values } = columns;
    this.ends = [values[0], values[values.length - 1]].map(printNumber);
    this.between = value.breaks.length > 0 ? {} : turns(values);
    this.gaps = value.breaks
      .slice(0, 4)
      .map((gap) => printNumber(Number(gap.toPrecision(4))))
      .join(", ");
    this.title.textContent = say("curvesTitle");
    this.captions[0].replaceChildren(nameOf(output));
    this.captions[1].replaceChildren(derivativeOf(output, engine.nodes[leaf.place]));
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {string} name
   * @param {number} value
   * @param {number} slope
   */
  #tell(say, { graph, result }, name, value, slope) {
    const output = (graph && result && totalOf(graph, result.seeds).name) ?? "";
    const present = { name, output, at: writeNumber(this.value), value: printNumber(value), slope: printNumber(slope) };
    const [first, last] = this.ends;
    const { min, max } = this.range;
    const whole = say("curvesSays", { ...present, from: writeNumber(min), to: writeNumber(max), first, last });
    const { low, high } = this.between;
    const more = [
      low !== undefined && say("curvesLow", { output, low }),
      high !== undefined && say("curvesHigh", { output, high }),
      this.gaps && say("curvesGaps", { name, gaps: this.gaps }),
    ];
    this.says.textContent = [whole, ...more].filter(Boolean).join(" ");
    for (const [attribute, text] of Object.entries({
      "aria-label": say("curvesHandle", { name }),
      "aria-valuemin": String(min),
      "aria-valuemax": String(max),
      "aria-valuenow": String(this.value),
      "aria-valuetext": say("curvesAt", present),
    }))
      this.handle.setAttribute(attribute, text);
  }

  /** @param {PointerEvent} event */
  #take(event) {
    if (event.button !== 0) return;
    this.handle.setPointerCapture(event.pointerId);
    this.#drag(event);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    this.#go(this.upper.xAt(event.clientX));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { min, max, step } = this.range;
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    const to = event.key === "Home" ? min : event.key === "End" ? max : steps && this.value + steps * 5 * step;
    if (to === undefined) return;
    event.preventDefault();
    this.#go(Math.min(Math.max(to, min), max));
  }

  /** @param {number} to */
  #go(to) {
    const { step } = this.range;
    const value = Number((Math.round(to / step) * step).toPrecision(12));
    if (!this.leaf || value === this.value) return;
    this.value = value; // the next press counts from here, even if the curves are not in sight yet
    this.move(this.leaf.name, value);
  }
}
