/**
 * A lesson as a page that moves: one step is seen at a time, its words beside its figure, one button on, one back.
 *
 * What enters: the document and its steps. What leaves: the place in the link, an entry of the history for each step.
 */

import { ValuesPanel } from "../controls/values.js";
import { figureKey } from "../figure/keys.js";
import { answerParent } from "../page/messages.js";
import { CurvesPanel } from "../panels/plots/curves.js";
import { Client } from "../service/client.js";
import { make } from "../typeset/markup.js";
import { Exercise } from "./exercise.js";
import { LessonFigure } from "./figure.js";
import { follow } from "./numbers.js";
import { Progress } from "./progress.js";
import { lessonSpeaker } from "./speaker.js";
import { carried } from "./steps.js";

/** @typedef {import("./steps.js").Step} Step */

/** A figure wider than this, in its own units, has all of the width: the words stand above it. */
const WIDE = 760;
const ON = ["ArrowRight", "PageDown"];
const BACK = ["ArrowLeft", "PageUp"];

export class Room {
  #steps;
  #place = 0;
  #say;
  /** As many as a step has at most. @type {LessonFigure[]} */
  #figures;
  #heading = make("p", { class: "place" });
  #says = make("div", { class: "says", "aria-live": "polite" });
  #values;
  #curves;
  #back = make("button", { type: "button", class: "back" });
  #on = make("button", { type: "button", class: "on" });
  #stand = make("div", { class: "stand" });
  #room = make("div", { class: "room" });
  #asks = make("div", { class: "asks" });
  /** The way to the next lesson, at the end of this one. @type {HTMLElement | null} */
  #onward = null;
  /** What can be done now, said once all is answered. @type {HTMLElement | null} */
  #learned = null;
  /** @type {Exercise | null} */
  #exercise = null;
  /** The mistakes people make, asked for once. @type {Promise<import("../service/contract.js").Slips> | null} */
  #slips = null;
  #progress;

  /**
   * @param {Document} document
   * @param {Step[]} steps
   */
  constructor(document, steps) {
    this.#steps = steps;
    this.#say = lessonSpeaker(/** @type {import("../words/words.js").Lang} */ (document.documentElement.lang));
    const most = Math.max(...steps.map(({ figures }) => figures.length));
    this.#figures = Array.from({ length: most }, () => new LessonFigure());
    const [{ figure }] = this.#figures;
    const { store } = figure;
    this.#values = new ValuesPanel({
      moved: (name, value) => this.#move(name, value),
      seeded: (_, value) => store.set({ seed: value }, "reader"),
      ranged: (name, ends) => store.set({ range: { ...store.state.range, [name]: ends } }, "reader"),
    });
    this.#curves = new CurvesPanel({
      move: (name, value) => this.#move(name, value),
      set: () => {},
      rangeOf: (leaf) => this.#values.rangeOf(leaf),
    });
    figure.addEventListener("graph", () => {
      this.#room.classList.toggle("wide", (figure.drawing?.size.width ?? 0) > WIDE);
    });
    for (const [place, { figure }] of this.#figures.entries())
      figure.addEventListener("change", () => {
        follow(this.#says, place, figure.session);
        if (place) return;
        this.#showValues();
        this.#exercise?.follow();
      });
    const name = document.documentElement.dataset.lesson ?? nameOf(location);
    this.#progress = new Progress(name, steps.filter(({ exercise }) => exercise).length);
    this.#back.textContent = this.#say("lessonBack");
    this.#on.textContent = this.#say("lessonOn");
    this.#back.addEventListener("click", () => this.#go(-1));
    this.#on.addEventListener("click", () => this.#go(1));
    const nav = make("nav", { "aria-label": this.#say("lessonSteps"), hidden: steps.length < 2 }, this.#back, this.#on);
    const text = make("div", { class: "text" }, this.#heading, this.#says, this.#asks, this.#values.element, nav);
    const main = /** @type {HTMLElement} */ (document.querySelector("main"));
    this.#onward = main.querySelector(".onward");
    this.#learned = main.querySelector(".learned");
    if (this.#onward) nav.append(this.#onward);
    if (this.#learned) this.#asks.after(this.#learned);
    this.#room.append(text, this.#stand);
    main.append(this.#room, make("div", { class: "sheet" }, ...main.querySelectorAll("section.step")));
    document.addEventListener("keydown", this.#pressed);
    addEventListener("popstate", () => this.#show(placeOf(this.#steps.length), 0));
    this.#show(placeOf(steps.length), 0);
    if (parent === window) return;
    document.documentElement.classList.add("framed");
    answerParent({ figure, store });
  }

  /** @param {1 | -1} way */
  #go(way) {
    const place = this.#place + way;
    if (!this.#steps[place]) return;
    const address = new URL(location.href);
    if (place) address.searchParams.set("step", String(place + 1));
    else address.searchParams.delete("step");
    history.pushState(null, "", address);
    this.#show(place, way);
  }

  /**
   * @param {number} place
   * @param {1 | -1 | 0} way  how it is come to: a step on goes on in the figure that stands there
   */
  #show(place, way) {
    this.#place = place;
    const { heading, says, figures, frozen } = this.#steps[place];
    this.#heading.textContent = this.#steps.length > 1 ? heading : "";
    this.#says.replaceChildren(says);
    this.#back.disabled = place === 0;
    const isLast = place === this.#steps.length - 1;
    this.#on.disabled = isLast;
    this.#on.hidden = isLast;
    if (this.#onward) this.#onward.hidden = !isLast;
    const shown = this.#figures.slice(0, figures.length);
    if (this.#stand.childElementCount !== shown.length + 1)
      this.#stand.replaceChildren(...shown.map(({ figure }) => figure), this.#curves.element);
    for (const [at, figure] of shown.entries()) figure.show(figures[at], frozen, way === 1);
    this.#showValues();
    this.#ask();
    if (isLast) this.#progress.end();
    this.#sumUp();
  }

  /** At the end, when every exercise is done. */
  #sumUp() {
    const isLast = this.#place === this.#steps.length - 1;
    if (this.#learned) this.#learned.hidden = !(isLast && this.#progress.isDone);
  }

  /** An exercise, where the step is one. */
  async #ask() {
    const place = this.#place;
    const { exercise } = this.#steps[place];
    this.#exercise = null;
    this.#figures[0].figure.session.secret = "";
    this.#asks.replaceChildren();
    if (!exercise) return;
    this.#slips ??= slipsFor(document);
    const table = await this.#slips;
    if (place !== this.#place) return;
    const [{ figure }] = this.#figures;
    const before = this.#progress.answers(place);
    const asked = new Exercise(this.#say, figure, exercise, table, before, (answers, blanks) => {
      this.#progress.keep(place, answers, blanks);
      this.#sumUp();
    });
    this.#exercise = asked;
    this.#asks.replaceChildren(make("p", {}, this.#say("lessonAsk")), asked.element);
    asked.follow();
  }

  /**
   * A slider moves its name in each figure that has it.
   * @param {string} name
   * @param {number} value
   */
  #move(name, value) {
    for (const { figure } of this.#figures.slice(0, this.#steps[this.#place].figures.length)) {
      const { session, store } = figure;
      if (session.leaves.some((leaf) => leaf.name === name))
        store.set({ at: { ...store.state.at, [name]: value } }, "reader");
    }
  }

  #showValues() {
    const { moves, curve } = this.#steps[this.#place];
    const { session, store } = this.#figures[0].figure;
    this.#curves.element.hidden = true;
    if (!session.graph) return;
    const outputs = moves.includes("E") ? session.graph.outputs : [];
    const leaves = session.leaves.filter(({ name }) => moves.includes(name));
    const seeds = session.result?.seeds ?? [];
    this.#values.element.hidden = !leaves.length && !outputs.length;
    this.#values.show(this.#say, leaves, (leaf) => session.valueOf(leaf), outputs, seeds, store.state.range);
    if (curve) this.#curves.show(this.#say, session, { ...store.state, wrt: curve });
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    const key = figureKey(event) ?? "";
    if (!ON.includes(key) && !BACK.includes(key)) return;
    event.preventDefault();
    this.#go(ON.includes(key) ? 1 : -1);
  };
}

/**
 * What a lesson is called by its address: an exercise, and a lesson from elsewhere, by what is asked for.
 * @param {Location} location
 */
function nameOf({ pathname, search }) {
  const own = pathname.split("/").pop() ?? "";
  if (own !== "exercise" && own !== "from") return own;
  const asked = new URLSearchParams(search);
  for (const row of ["step", "answer", "lang"]) asked.delete(row);
  return `${own}?${asked}`;
}

/**
 * The step that the address says, by place.
 * @param {number} count
 */
function placeOf(count) {
  const written = Number(new URLSearchParams(location.search).get("step") ?? 1);
  return Number.isInteger(written) && written >= 1 && written <= count ? written - 1 : 0;
}

/**
 * The mistakes people make: those that a file carries, else of the service.
 * @param {Document} document
 * @returns {Promise<import("../service/contract.js").Slips>}
 */
function slipsFor(document) {
  const file = carried(document);
  return file ? Promise.resolve(file.slips) : new Client().slips(document.documentElement.lang);
}
