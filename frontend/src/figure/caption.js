/**
 * The sentence between a figure and its player: what happens in the frame in view. Its place is as high as the highest of
 * the figure's sentences needs, so that nothing moves from frame to frame.
 *
 * What enters: the words, a frame, the pieces of its sentence. What leaves: an element with the mathematics set, and one
 * unseen that announces the same as text, politely, when the frame changes and not while a slider moves.
 */

import { plain } from "../narration/sentences.js";
import { make } from "../typeset/markup.js";
import { mathml } from "../typeset/mathml.js";
import { term, withTerms } from "../typeset/terms.js";
import { together } from "../typeset/together.js";

/** @typedef {import("../narration/sentences.js").Piece} Piece */
/** @typedef {import("../words/words.js").Say} Say */

/** So many of a figure's sentences, the longest, are laid out, unseen, to know the height of the highest. */
const LONGEST = 6;

export class Caption {
  #frame = -1;
  #text = "";

  /** @param {Say} say */
  constructor(say) {
    this.say = say;
    this.says = make("p", { class: "says" });
    this.element = make("div", { class: "caption" }, this.says);
    this.announced = make("p", { class: "announced unseen", role: "status" });
  }

  /**
   * Another figure, or another language.
   * @param {Piece[][]} sentences  of all its frames
   */
  makeRoom(sentences) {
    const long = sentences.map((pieces) => ({ pieces, length: plain(pieces).length }));
    long.sort((one, other) => other.length - one.length);
    const rooms = long.slice(0, LONGEST).map(({ pieces }) => make("p", { class: "room" }, ...says(this.say, pieces)));
    this.element.replaceChildren(this.says, ...rooms);
  }

  /**
   * @param {number} frame
   * @param {Piece[]} sentence  what happens in it
   */
  update(frame, sentence) {
    const pieces = orStart(this.say, sentence);
    const text = plain(pieces);
    const next = frame !== this.#frame;
    if (next) this.announced.textContent = text;
    this.#frame = frame;
    if (text === this.#text) return;
    this.#text = text;
    const saying = make("p", { class: "says" }, ...says(this.say, pieces)); // new: what is said anew has not been moved
    this.says.replaceWith(saying);
    this.says = saying;
    if (next) requestAnimationFrame(() => this.#settle()); // measured once a frame of the figure: it costs a layout
  }

  /** On a small screen a sentence may be too long for its place: it scrolls there, by the keyboard too. */
  #settle() {
    this.element.scrollTop = 0;
    if (this.element.scrollHeight > this.element.clientHeight) this.element.tabIndex = 0;
    else this.element.removeAttribute("tabindex");
  }
}

/**
 * @param {Say} say
 * @param {Piece[]} sentence
 */
export function says(say, sentence) {
  const parts = orStart(say, sentence).flatMap(({ text, math, sign }) => {
    if (!math) return withTerms(say, text);
    if (!sign) return mathml(math);
    const circle = make("span", { class: "sign" }, mathml(math));
    return text.includes("□") ? term(circle, say("termPlace"), text) : circle;
  });
  return together(parts);
}

/**
 * Before the first frame there is nothing to tell.
 * @param {Say} say
 * @param {Piece[]} sentence
 */
function orStart(say, sentence) {
  return sentence.length ? sentence : [{ text: say("startSays") }];
}
