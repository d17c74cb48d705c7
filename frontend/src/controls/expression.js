/**
 * The box for the expression: grows with its text, leaves the reader's input method alone, marks faults in place.
 *
 * What enters: words, a text, faults. What leaves: `changed(text, settled)`: `settled` after Enter or on leaving the box.
 */

import { make } from "../markup.js";
import { splitAt } from "./fault.js";

/** @typedef {import("../contract.js").Fault} Fault */
/** @typedef {import("../words/words.js").Say} Say */

/** Milliseconds of rest after typing. */
const REST = 350;
/** What browsers report for a key that the input method takes. */
const COMPOSING = 229;

export class ExpressionBox {
  /** @param {(text: string, settled: boolean) => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.timer = 0;
    this.composing = false;
    /** @type {Fault | null} */
    this.fault = null;
    this.label = make("label", { for: "expression", class: "heading" });
    this.text = make("textarea", {
      id: "expression",
      rows: "1",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      "aria-describedby": "expression-problem expression-help",
    });
    // The same text in the same font and width lies behind the box and carries the mark under the faulty characters.
    this.mirror = make("div", { class: "mirror", "aria-hidden": "true" });
    this.problem = make("p", { id: "expression-problem", class: "problem", role: "status" });
    this.help = make("p", { id: "expression-help", class: "unseen" });
    this.element = make(
      "div",
      { class: "expression" },
      this.label,
      make("div", { class: "typed", lang: "zxx" }, this.mirror, this.text),
      this.problem,
      this.help,
    );
    this.text.addEventListener("input", () => this.#typed());
    this.text.addEventListener("compositionstart", () => {
      this.composing = true;
    });
    this.text.addEventListener("compositionend", () => {
      this.composing = false;
      this.#typed();
    });
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === COMPOSING) return;
      event.preventDefault();
      this.#submit(true);
    });
    this.text.addEventListener("blur", () => this.#submit(true));
  }

  /** @param {Say} say */
  speak(say) {
    this.label.textContent = say("expression");
    this.help.textContent = say("expressionHelp");
  }

  get value() {
    return this.text.value;
  }

  /** @param {string} value */
  set value(value) {
    clearTimeout(this.timer);
    if (this.text.value !== value) this.text.value = value;
    this.#mark();
  }

  /**
   * Shows what is wrong; nothing is.
   * @param {string} message
   * @param {Fault[]} faults
   */
  complain(message, faults = []) {
    this.fault = message ? (faults.find((fault) => fault.offset !== undefined) ?? null) : null;
    const hints = faults.flatMap(({ hint }) => (hint ? [make("span", { class: "hint" }, hint)] : []));
    this.problem.replaceChildren(...(message ? [message, ...hints.flatMap((hint) => [" ", hint])] : []));
    this.text.setAttribute("aria-invalid", String(Boolean(message)));
    this.#mark();
  }

  #typed() {
    this.#mark();
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.#submit(false), REST);
  }

  /** @param {boolean} settled */
  #submit(settled) {
    clearTimeout(this.timer);
    if (!this.composing) this.changed(this.text.value, settled);
  }

  /** The mirror also gives the box its height. */
  #mark() {
    const { fault, text } = this;
    if (!fault) {
      this.mirror.replaceChildren(`${text.value}\u200b`);
      return;
    }
    const [before, at, after] = splitAt(text.value, fault);
    const mark = make("span", { class: at ? "fault" : "fault empty" }, at);
    this.mirror.replaceChildren(before, mark, `${after}\u200b`);
  }
}
