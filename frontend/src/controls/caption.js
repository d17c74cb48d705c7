/**
 * The line between a figure and its player: which pass, which frame, and what happens in it.
 *
 * What enters: the words, the steps, a frame. What leaves: an element that is announced politely when the frame changes.
 */

import { make } from "../markup.js";
import { phaseOf } from "../timeline.js";

/** @typedef {import("../contract.js").Step} Step */
/** @typedef {import("../words/words.js").Say} Say */

export class Caption {
  /** @param {Say} say */
  constructor(say) {
    this.say = say;
    this.phase = make("strong", { class: "phase" });
    this.says = make("span", { class: "says" });
    this.element = make("p", { class: "caption", role: "status" }, this.phase, " ", this.says);
  }

  /**
   * @param {Step[]} steps
   * @param {number} frame
   * @param {string} sentence  what happens in it
   */
  update(steps, frame, sentence) {
    const text = phaseText(this.say, steps, frame);
    const says = sentence || this.say("startSays");
    if (this.phase.textContent === text && this.says.textContent === says) return;
    this.phase.textContent = text;
    this.phase.dataset.direction = phaseOf(steps, frame)?.direction ?? "";
    this.says.textContent = says;
    this.element.scrollTop = 0;
    if (this.element.scrollHeight > this.element.clientHeight)
      this.element.tabIndex = 0; // for the keyboard to scroll
    else this.element.removeAttribute("tabindex");
  }
}

/**
 * @param {Say} say
 * @param {Step[]} steps
 * @param {number} frame
 */
export function phaseText(say, steps, frame) {
  const phase = phaseOf(steps, frame);
  return phase ? say(phase.direction, { number: phase.number, of: phase.of }) : say("start");
}
