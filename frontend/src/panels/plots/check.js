/**
 * The gradient check: a nudge to both sides, the slope it gives beside the red number, and the error over all nudges, a
 * valley between a chord that is too long and digits that rounding has eaten.
 *
 * What enters: a session with a result, and in the state the name that is nudged, and by how much. What leaves: `set(rows)`
 * and `nudge(name, h)`.
 */

import { check, EXPONENTS, nudgeOf, shared, valley, verdict } from "../../engine/gradient-check.js";
import { make } from "../../typeset/markup.js";
import { numeral } from "../../typeset/mathml.js";
import { derivativeOf, nameOf, totalOf } from "../../typeset/names.js";
import { printNumber, raise } from "../../typeset/numerals.js";
import { ticks } from "./axis.js";
import { NameChoice } from "./name-choice.js";
import { Plot } from "./plot.js";

/**
 * @typedef {import("../../figure/session.js").Session} Session
 * @typedef {import("../../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../../words/words.js").Say} Say
 */

const [LARGEST, SMALLEST] = [EXPONENTS[0], EXPONENTS[EXPONENTS.length - 1]];
/** Errors that the plot shows; one of 0 stands on its lower edge. */
const ERRORS = /** @type {const} */ ([-16.5, 1]);

export class CheckPanel {
  /** @param {import("../list.js").Commands} commands */
  constructor({ set, nudge }) {
    this.title = make("h2", {});
    this.names = new NameChoice("check-name", (wrt) => set({ wrt }));
    this.steps = make("input", {
      type: "range",
      min: String(SMALLEST),
      max: String(LARGEST),
      step: "1",
    });
    this.h = make("output", { class: "printed" });
    this.button = make("button", { type: "button", class: "nudge" });
    this.rows = make("dl", { class: "check-rows" });
    this.plot = new Plot("forward", 190, true);
    this.caption = make("span", { class: "curve-name", "aria-hidden": "true" });
    this.plot.element.append(this.caption);
    this.says = make("p", { class: "check-says" });
    const h = make("span", { class: "name", "aria-hidden": "true" }, make("i", {}, "h"));
    this.element = make(
      "section",
      { class: "panel check-panel", hidden: true },
      make("div", { class: "panel-head" }, this.title, this.names.element),
      make("div", { class: "check-step" }, h, this.steps, this.h, this.button),
      this.rows,
      this.plot.element,
      this.says,
    );
    this.name = "";
    this.drawn = "";
    this.written = "";
    this.steps.addEventListener("input", () => set({ h: nudgeOf(Number(this.steps.value)) }));
    this.button.addEventListener("click", () => nudge(this.name, nudgeOf(Number(this.steps.value))));
    new ResizeObserver(() => this.plot.resize(this.plot.element.clientWidth)).observe(this.plot.element);
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {import("../../state/state.js").State} state  of the nudge the slider has powers of ten alone
   */
  show(say, session, { wrt, h }) {
    const { graph, engine, result, leaves, values } = session;
    const leaf = this.names.show(say("checkOf"), leaves, wrt);
    this.element.hidden = !engine || !leaf;
    if (!graph || !engine || !result || !leaf) return;
    const seeds = engine.speaking(result);
    const output = totalOf(graph, seeds);
    const value = session.valueOf(leaf);
    this.name = leaf.name;
    this.steps.value = String(Math.round(Math.log10(h))); // kept within its ends
    const exponent = Number(this.steps.value);
    const key = JSON.stringify([
      session.expression,
      output.name,
      seeds,
      leaf.name,
      leaves.map((other) => session.valueOf(other)),
    ]);
    const written = JSON.stringify([key, exponent, say("checkTitle")]);
    if (written === this.written) return;
    this.written = written;
    const checked = check(engine, values, { ...leaf, value }, seeds);
    const { at } = checked;
    const here = at(nudgeOf(exponent));
    if (key !== this.drawn) {
      this.drawn = key;
      this.#draw(valley(at));
    }
    this.plot.mark(exponent, here.error === 0 ? ERRORS[0] : Math.log10(here.error), null);
    this.#write(say, output, engine.nodes[leaf.place], checked, here);
    const all = EXPONENTS.map((each) => at(nudgeOf(each)));
    const seen = verdict(checked, here, all);
    const digits = Math.max(1, Math.min(16, Math.floor(-Math.log10(here.error || 1e-16))));
    this.says.textContent = say(SENTENCES[seen], { name: leaf.name, digits, error: printNumber(here.error) });
  }

  /** @param {[number, number][][]} runs */
  #draw(runs) {
    const x = /** @type {const} */ ([SMALLEST, LARGEST]);
    const power = (/** @type {{at: number, text: string}} */ tick) => ({ ...tick, text: `10${raise(tick.text)}` });
    const xTicks = ticks(x, 6).map(power);
    const yTicks = ticks(ERRORS, 4).map(power);
    this.plot.draw({ x, y: ERRORS, xTicks, yTicks, runs, poles: [] });
  }

  /**
   * @param {Say} say
   * @param {import("../../typeset/names.js").Named} output
   * @param {GraphNode} input
   * @param {import("../../engine/gradient-check.js").Check} checked
   * @param {import("../../engine/gradient-check.js").Nudge} nudge
   */
  #write(say, output, input, { gradient, relative }, { up, down, slope, error }) {
    const printed = `10${raise(this.steps.value.replace("-", "−"))}`;
    this.title.textContent = say("checkTitle");
    this.button.textContent = say("checkNudge");
    this.button.title = say("checkNudgeHelp");
    this.h.replaceChildren(numeral(printed));
    this.caption.textContent = say("checkError");
    this.steps.setAttribute("aria-label", say("checkStep"));
    this.steps.setAttribute("aria-valuetext", `h = ${printed}`);
    const at = (/** @type {string} */ sign) =>
      make("span", {}, nameOf(output), "(", nameOf(input), ` ${sign} `, make("i", {}, "h"), ")");
    const [same, rest, other] = shared(up, down);
    const [agreed, slopeRest, gradientRest] = shared(slope, gradient);
    const fraction = make(
      "span",
      { class: "derivative" },
      make("span", { class: "over" }, at("+"), " − ", at("−")),
      make("span", { class: "under" }, "2", make("i", {}, "h")),
    );
    this.rows.replaceChildren(
      ...row(at("+"), "up", up, [same, rest]),
      ...row(at("−"), "down", down, [same, other]),
      ...row(fraction, "slope", slope, [agreed, slopeRest]),
      ...row(derivativeOf(output, input), "backward", gradient, [agreed, gradientRest]),
      ...row(say(relative ? "checkRelative" : "checkAbsolute"), "error", error, ["", printNumber(error)]),
    );
  }
}

/** @type {Record<import("../../engine/gradient-check.js").Verdict, string>} */
const SENTENCES = {
  agrees: "checkAgrees",
  faint: "checkFaint",
  level: "checkLevel",
  coarse: "checkCoarse",
  rounds: "checkRounds",
  kink: "checkKink",
  infinite: "checkInfinite",
};

/**
 * @param {Node | string} what
 * @param {string} kind
 * @param {number} value
 * @param {[string, string]} digits  those that are shared with another number stand back
 */
function row(what, kind, value, [same, rest]) {
  const number = make("dd", { class: kind, "data-value": String(value) }, make("span", { class: "same" }, same), rest);
  return [make("dt", { class: kind }, what), number];
}
