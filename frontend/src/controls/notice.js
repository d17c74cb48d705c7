/**
 * A quiet line for when the service is away: what still works, and a button to ask again.
 *
 * What enters: the words. What leaves: `retry()` when the reader asks, or the browser says it is online again.
 */

import { make } from "../typeset/markup.js";

/** @typedef {import("../words/words.js").Say} Say */

export class Notice {
  /** @param {() => void} retry */
  constructor(retry) {
    this.text = make("span", {});
    this.button = make("button", { type: "button" });
    this.element = make("p", { class: "notice", role: "status", hidden: true }, this.text, " ", this.button);
    this.button.addEventListener("click", retry);
    addEventListener("online", () => {
      if (!this.element.hidden) retry();
    });
  }

  /**
   * @param {Say} say
   * @param {string | null} key  null hides the line
   */
  show(say, key) {
    this.element.hidden = key === null;
    this.text.textContent = key === null ? "" : say(key);
    this.button.textContent = say("retry");
  }
}
