/**
 * The box for the expression: grows with its text, shows what its pieces are, leaves the reader's input method and the
 * browser's undo alone, marks faults in place.
 *
 * What enters: words, a text, faults. What leaves: `typed()` at each letter; `changed(text, settled)` after a rest:
 * `settled` after Enter or on leaving the box; `revert()` on Escape, when the text is not the one that is drawn; `ended(output)` when the reader takes an offer.
 */

import { cut, functionsOf, highlight } from "../narration/highlight.js";
import { make, withCode } from "../typeset/markup.js";
import { splitAt } from "../typeset/spans.js";
import { ExamplesMenu } from "./examples.js";

/** @typedef {import("../service/contract.js").Fault} Fault */
/** @typedef {import("../words/words.js").Say} Say */

/** Milliseconds of rest after typing. */
const REST = 350;
/** What browsers report for a key that the input method takes. */
const COMPOSING = 229;

/**
 * @typedef {object} Commands
 * @property {() => void} typed
 * @property {(text: string, settled: boolean) => void} changed
 * @property {() => string | null} revert  the text that is drawn; null if it is the present one
 * @property {(output: string) => void} ended  lines that led nowhere are to be outputs too
 * @property {(example: import("../state/examples.js").Example) => void} chosen
 */

export class ExpressionBox {
  /** @param {Commands} commands */
  constructor({ typed, changed, revert, ended, chosen }) {
    this.typed = typed;
    this.changed = changed;
    this.ended = ended;
    this.revert = revert;
    this.offer = (/** @type {string} */ names) => names;
    this.timer = 0;
    this.composing = false;
    /** @type {Fault | null} */
    this.fault = null;
    /** @type {import("../service/contract.js").Operations | null} */
    this.operations = null;
    /** The words that can be called, once they are known. @type {ReadonlySet<string> | null} */
    this.functions = null;
    /** The part of an expression that is shown. @type {{expression: string, span: readonly [number, number]} | null} */
    this.part = null;
    /** Called when the cursor moves: where it is in the expression, in code points; null when it leaves. */
    this.looked = (/** @type {number | null} */ _offset) => {};
    this.label = make("label", { for: "expression", class: "heading" });
    this.examples = new ExamplesMenu(chosen);
    this.text = make("textarea", {
      id: "expression",
      rows: "1",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      "aria-describedby": "expression-problem expression-help",
    });
    // The same text in the same font and width lies behind the box: it carries the greys of the pieces and the mark
    // under the faulty characters. The box's own text is seen only while an input method composes in it.
    this.mirror = make("div", { class: "mirror", "aria-hidden": "true" });
    this.problem = make("p", { id: "expression-problem", class: "problem", role: "status" });
    this.help = make("p", { id: "expression-help", class: "unseen" });
    this.lessons = make("a", { class: "lessons", href: "lessons" });
    this.element = make(
      "div",
      { class: "expression" },
      make("div", { class: "expression-head" }, this.label, this.lessons, this.examples.element),
      make("div", { class: "typed", lang: "zxx" }, this.mirror, this.text),
      this.problem,
      this.help,
    );
    this.text.addEventListener("input", () => this.#typed());
    this.text.addEventListener("compositionstart", () => this.#compose(true));
    this.text.addEventListener("compositionend", () => {
      this.#compose(false);
      this.#typed();
    });
    this.text.addEventListener("keydown", (event) => this.#press(event));
    this.text.addEventListener("blur", () => {
      this.#submit(true);
      this.looked(null);
    });
    document.addEventListener("selectionchange", () => {
      if (document.activeElement !== this.text) return;
      const { value, selectionEnd } = this.text;
      this.looked([...value.slice(0, selectionEnd)].length - indentOf(value));
    });
  }

  /**
   * @param {Say} say
   */
  speak(say) {
    this.hint = say("expressionEmpty");
    this.offer = (/** @type {string} */ names) => say("drawOutputs", { names });
    this.label.textContent = say("expression");
    this.help.textContent = say("expressionHelp");
    this.lessons.textContent = say("lessons");
    this.examples.show(say("examples"), say);
    if (!this.text.value.trim()) this.complain("");
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
   * Shows what is wrong; nothing is. An empty box says what can be typed.
   * @param {string} message
   * @param {Fault[]} faults
   */
  complain(message, faults = []) {
    this.fault = message ? (faults.find((fault) => fault.offset !== undefined) ?? null) : null;
    const hints = faults.flatMap(({ hint }) => (hint ? [hint] : []));
    if (!message && !this.text.value.trim()) hints.push(this.hint ?? "");
    const said = hints.map((hint) => make("span", { class: "hint" }, ...withCode(hint)));
    this.problem.replaceChildren(...(message ? [message] : []), ...said.flatMap((hint) => [" ", hint]));
    this.text.setAttribute("aria-invalid", String(Boolean(message)));
    this.#mark();
  }

  /**
   * Says what was understood but perhaps not meant, quietly: nothing is wrong.
   * @param {import("../service/contract.js").Remark[]} remarks
   */
  remark(remarks) {
    if (this.fault || !remarks.length) return;
    const offered = remarks.find(({ output }) => output)?.output ?? "";
    const button = make("button", { type: "button", class: "plain" }, this.offer(offered.replaceAll(",", ", ")));
    button.addEventListener("click", () => this.ended(offered));
    this.problem.replaceChildren(
      make("span", { class: "hint" }, ...withCode(remarks.map(({ says }) => says).join(" "))),
      ...(offered ? [" ", button] : []),
    );
  }

  /**
   * Shows a part of the text, as long as the text is that expression.
   * @param {string} expression
   * @param {readonly [number, number] | null} span  in code points
   */
  showPart(expression, span) {
    const part = span && { expression, span };
    if (JSON.stringify(part) === JSON.stringify(this.part)) return;
    this.part = part;
    this.#mark();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing || event.keyCode === COMPOSING) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit(true);
    } else if (event.key === "Escape") {
      const good = this.revert();
      if (good === null) return;
      event.preventDefault();
      this.#replace(good);
    }
  }

  /**
   * As if it were typed, so that undo brings back what was there.
   * @param {string} value
   */
  #replace(value) {
    this.text.select();
    if (!document.execCommand("insertText", false, value)) this.text.value = value;
    this.complain("");
    this.#submit(true);
  }

  /** @param {import("../service/contract.js").Operations} operations */
  know(operations) {
    if (this.operations === operations) return;
    this.operations = operations;
    this.functions = functionsOf(operations);
    this.#mark();
  }

  /** @param {boolean} composing */
  #compose(composing) {
    this.composing = composing;
    this.element.classList.toggle("composing", composing);
  }

  #typed() {
    if (!this.text.value.trim()) this.complain("");
    this.#mark();
    this.typed();
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.#submit(false), REST);
  }

  /** @param {boolean} settled */
  #submit(settled) {
    clearTimeout(this.timer);
    if (!this.composing && this.text.value.trim()) this.changed(this.text.value, settled);
  }

  /** The mirror also gives the box its height. */
  #mark() {
    const { fault, text } = this;
    const pieces = highlight(text.value, this.functions);
    /** @type {(from: number, to: number) => HTMLElement[]} */
    const spans = (from, to) =>
      cut(pieces, from, to).map((piece) => make("span", { "data-kind": piece.kind }, piece.text));
    const size = text.value.length;
    const shown = this.part?.expression === text.value.trim() ? this.part.span : null;
    const offset = indentOf(text.value) + (shown?.[0] ?? 0);
    const place = fault ?? (shown && { offset, length: shown[1] - shown[0] });
    if (!place) {
      this.mirror.replaceChildren(...spans(0, size), "\u200b");
      return;
    }
    const [before, at] = splitAt(text.value, place);
    const [from, to] = [before.length, before.length + at.length];
    const kind = at ? "fault" : "fault empty";
    const mark = make("span", { class: fault ? kind : "part" }, ...spans(from, to));
    this.mirror.replaceChildren(...spans(0, from), mark, ...spans(to, size), "\u200b");
  }
}

/**
 * Code points before an expression.
 * @param {string} text
 */
function indentOf(text) {
  return [...text].length - [...text.trimStart()].length;
}
