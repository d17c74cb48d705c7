/**
 * An exercise: a field for each blank, and for each answer a word: right; wrong, and by which slip; not readable; not to be
 * told. Hints come in four steps: which circle, its rule in letters, the same with numbers, the answer.
 *
 * What enters: a figure, what is to be blank, answers of before. What leaves: an element; `done(answers, blanks)` whenever an
 * answer was marked.
 */

import { linesOf } from "../engine/lines.js";
import { mark } from "../exercise/marking.js";
import { valuesOf } from "../exercise/values.js";
import { endsOf } from "../narration/line-names.js";
import { make } from "../typeset/markup.js";
import { blanksOf, putBoxes } from "./blanks.js";
import { hintsFor } from "./hints.js";
import { verdictOf } from "./verdicts.js";

/**
 * @typedef {import("../figure/element.js").KuroakaFigure} KuroakaFigure
 * @typedef {import("../service/contract.js").Slips} Slips
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {import("./blanks.js").Blank} Blank
 * @typedef {import("./progress.js").Answers} Answers
 * @typedef {import("./progress.js").Done} Done
 * @typedef {{blank: Blank, input: HTMLInputElement, says: HTMLElement, result: Done, element: HTMLElement, name: HTMLElement}} Row
 */

export class Exercise {
  element = make("div", { class: "exercise" });
  #say;
  #figure;
  #asked;
  #table;
  #before;
  #done;
  /** @type {Row[]} */
  #rows = [];
  #summary = make("p", { class: "summary", role: "status" });

  /**
   * @param {Say} say
   * @param {KuroakaFigure} figure
   * @param {import("./steps.js").Asked} asked
   * @param {Slips} table
   * @param {Answers} before
   * @param {(answers: Answers, blanks: number) => void} done
   */
  constructor(say, figure, asked, table, before, done) {
    this.#say = say;
    this.#figure = figure;
    this.#asked = asked;
    this.#table = table;
    this.#before = before;
    this.#done = done;
    figure.session.secret = asked.of;
  }

  /** The figure stands there, or has other numbers: the first time its blanks are found, and its values chosen. */
  follow() {
    const { session, drawing, store, coming } = this.#figure;
    if (coming || !drawing || !session.engine || !session.graph) return;
    const isNew = !this.#rows.length;
    if (isNew) {
      const blanks = blanksOf(session, this.#asked);
      this.#rows = blanks.map((blank, place) => this.#row(blank, place));
      this.element.replaceChildren(...this.#rows.map(({ element }) => element), this.#summary);
      const { at, expr } = store.state;
      const { graph, engine, operations } = session;
      const red = blanks.filter(({ direction }) => direction === "backward").map(({ line }) => line);
      const chosen = Object.keys(at).length ? null : valuesOf({ graph, engine, operations }, this.#table, red, expr);
      if (chosen) store.set({ at: chosen.values, ...entering(graph.outputs, chosen.seeds) }, "attributes");
    }
    this.#name();
    this.#box();
    if (!isNew) return;
    for (const row of this.#rows) if (row.result.text) this.#mark(row);
  }

  /**
   * @param {Blank} blank
   * @param {number} place
   * @returns {Row}
   */
  #row(blank, place) {
    const say = this.#say;
    const input = make("input", {
      type: "text",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      id: `blank-${place}`,
    });
    const name = make("label", { for: input.id });
    const says = make("div", { class: "verdict", role: "status" });
    const hint = make("button", { type: "button", class: "hint" }, say("exerciseHint"));
    const check = make("button", { type: "submit" }, say("exerciseCheck"));
    const element = make("form", { class: `blank ${blank.direction}` }, name, input, check, hint, says);
    const result = this.#before[blank.key] ?? { text: "", right: false, note: "", hints: 0 };
    input.value = result.text;
    element.dataset.line = blank.id;
    const row = { blank, input, says, element, name, result };
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#mark(row);
    });
    hint.addEventListener("click", () => this.#hint(row));
    input.addEventListener("focus", () => this.#point(place));
    return row;
  }

  /** @param {Row} row */
  #mark(row) {
    const { blank, input, result, says } = row;
    const { session } = this.#figure;
    const { graph, engine, operations } = session;
    if (!graph || !engine || !input.value.trim()) return;
    const numbers = { values: session.values, seeds: session.result?.seeds ?? engine.ones };
    const verdict = mark({ graph, engine, operations, ...numbers }, this.#table, blank, input.value);
    const { pieces, nodes } = verdictOf(this.#say, session, this.#table, blank, verdict);
    says.className = `verdict ${verdict.status}`;
    says.replaceChildren(...pieces);
    this.#figure.highlight("path", nodes);
    if (verdict.status === "unread" || verdict.status === "unsure") return;
    result.text = input.value;
    result.right ||= verdict.status === "right";
    result.note = verdict.status === "wrong" ? verdict.slips.map(({ name }) => name).join(" ") : "";
    this.#end();
  }

  /** @param {Row} row */
  #hint({ blank, result, says }) {
    const hints = hintsFor(this.#say, this.#figure.session, blank);
    result.hints = Math.min(result.hints + 1, hints.length);
    says.className = "verdict hinted";
    says.replaceChildren(...hints.slice(0, result.hints).map((pieces) => make("p", {}, ...pieces)));
    this.#figure.highlight("path", [blank.node]);
  }

  /** Something was marked. */
  #end() {
    const answered = this.#rows.filter(({ result }) => result.text);
    const results = this.#rows.map(({ result }) => result);
    const right = results.filter((result) => result.right).length;
    const alone = results.filter((result) => result.right && !result.hints).length;
    const all = right === results.length;
    this.#summary.textContent = all ? this.#say("exerciseDone", { of: right, alone }) : "";
    this.#box();
    this.#done(Object.fromEntries(answered.map(({ blank, result }) => [blank.key, result])), results.length);
    if (all || !this.#rows[0]) return;
    const next = this.#rows.find(({ result }) => !result.right);
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.form?.querySelector(".right"))
      next?.input.focus();
  }

  #box() {
    const { drawing } = this.#figure;
    const open = this.#rows.map(({ blank, result }) => (result.right ? null : blank));
    if (drawing) putBoxes(drawing.svg, open, (place) => this.#rows[place].input.focus());
  }

  /**
   * The box whose field has the focus is marked, and comes into sight.
   * @param {number} at
   */
  #point(at) {
    const boxes = this.#figure.drawing?.svg.querySelectorAll(".box") ?? [];
    const number = String(at + 1);
    for (const box of boxes) {
      const isMeant = box.textContent === number;
      box.classList.toggle("pointed", isMeant);
      if (isMeant) box.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }

  /** What each blank is called. */
  #name() {
    const { graph, drawing } = this.#figure.session;
    if (!graph || !drawing) return;
    const find = linesOf(graph, drawing.ends);
    this.#rows.forEach(({ blank, name }, place) => {
      const line = find(blank.id);
      if (!line) return;
      const word = blank.direction === "backward" ? "exerciseRed" : "exerciseBlack";
      name.textContent = this.#say(word, { number: place + 1, ...endsOf(this.#say, graph, line) });
    });
  }
}

/**
 * What enters at the outputs, as the state says it.
 * @param {readonly import("../service/contract.js").Output[]} outputs
 * @param {readonly number[]} seeds
 */
function entering(outputs, seeds) {
  const [seed] = seeds;
  if (seeds.length === 1) return { seed };
  return { seeds: Object.fromEntries(outputs.map(({ name }, at) => [name ?? "", seeds[at]])) };
}
