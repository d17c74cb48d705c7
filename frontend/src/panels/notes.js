/**
 * Notes: where numbers stop being finite and why, where a convention stands in for a derivative, what short names mean.
 *
 * What enters: a session with a result. What leaves: an element, hidden when there is nothing to say, and `select(id)`
 * when the reader asks for the node a note is about.
 */

import { conventions } from "../engine/kinks.js";
import { origins, spread } from "../engine/nonfinite.js";
import { shortNames } from "../narration/short-names.js";
import { make } from "../typeset/markup.js";
import { mathml } from "../typeset/mathml.js";
import { printNumber } from "../typeset/numerals.js";
import { reachable } from "../typeset/scrolling.js";

/** @typedef {import("../figure/session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */
/** @typedef {{place: number, text: string}} Note  about a node */

/** What is said, by what is not finite and why. */
const SAYS = {
  value: { domain: "notesDomain", pole: "notesPole", overflow: "notesOverflow", undefined: "notesUndefined" },
  gradient: {
    domain: "notesSlopeless",
    pole: "notesSlopeless",
    overflow: "notesSlopeOverflow",
    undefined: "notesUndefined",
  },
};
/** More notes than this are no help. */
const MOST = 6;

export class NotesPanel {
  /** @param {import("./list.js").Commands} commands */
  constructor({ select }) {
    this.select = select;
    this.heading = make("h2");
    this.list = make("ul");
    this.summary = make("summary");
    this.names = make("dl", { class: "shortnames" });
    this.folded = make("details", {}, this.summary, this.names);
    this.barred = make("p");
    const parts = [this.heading, this.list, this.barred, this.folded];
    this.element = make("section", { class: "panel notes", hidden: true }, ...parts);
    this.told = "";
    this.unfolded = "";
  }

  /**
   * @param {Say} say
   * @param {Session} session
   */
  show(say, session) {
    const notes = notesOn(say, session);
    const short = session.told ? shortNames(session.told) : [];
    this.element.hidden = notes.length + short.length === 0;
    this.heading.textContent = say("notesTitle");
    this.list.hidden = notes.length === 0;
    const told = notes.map(({ place, text }) => `${place} ${text}`).join("\n");
    if (told !== this.told) {
      this.told = told;
      this.list.replaceChildren(...notes.slice(0, MOST).map((note) => this.#item(say, session, note)));
      if (notes.length > MOST) this.list.append(make("li", {}, say("notesMore", { count: notes.length - MOST })));
    }
    reachable(this.list.querySelectorAll(".about"));
    this.folded.hidden = short.length === 0;
    this.barred.hidden = session.told?.naming !== "names" || short.length === 0;
    this.barred.textContent = say("notesBar");
    const unfolded = [say("notesNames"), ...short.map(({ text, means }) => `${text} = ${means}`)].join("\n");
    if (unfolded === this.unfolded) return;
    this.unfolded = unfolded;
    const names = short.flatMap(({ math }) => [" ", mathml(math)]);
    this.summary.replaceChildren(say("notesNames"), ...names);
    const rows = short.flatMap(({ math, means_math = "" }) => [
      make("dt", {}, mathml(math)),
      make("dd", { class: "scrolls" }, mathml(["row", ["row"], "=", means_math], { display: true })),
    ]);
    this.names.replaceChildren(...rows);
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {Note} note
   */
  #item(say, { engine }, { place, text }) {
    const node = engine?.nodes[place];
    const button = make("button", { type: "button", class: "plain" }, say("notesShow"));
    button.addEventListener("click", () => node && this.select(node.id));
    const formula = node?.forward ? [mathml(node.forward.math), " "] : [];
    return make("li", {}, make("span", { class: "about scrolls" }, ...formula), make("span", {}, text), " ", button);
  }
}

/**
 * @param {Say} say
 * @param {Session} session
 * @returns {Note[]}
 */
function notesOn(say, { engine, result, operations }) {
  if (!engine || !result) return [];
  const begun = origins(engine, result);
  const broken = begun.map(({ node, of, why, from }) => ({
    place: node,
    text: say(SAYS[of][why], {
      sign: engine.nodes[node].sign.text,
      inputs: (of === "value" ? from : from.slice(1)).map(printNumber).join(", "),
    }),
  }));
  const count = spread(engine, result);
  if (broken.length) broken[broken.length - 1].text += ` ${say("notesSpread", { count })}`;
  const kinks = conventions(engine, result, operations).map(({ node, note }) => ({
    place: node,
    text: say("notesConvention", { sign: engine.nodes[node].sign.text, note }),
  }));
  return [...broken, ...kinks];
}
