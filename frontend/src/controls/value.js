/**
 * One value: its name, a slider, a field that takes what people type, and behind a button the ends of the slider and the
 * way back to the standard value.
 *
 * What enters: a name, its number, perhaps ends. What leaves: `moved(value)` while the slider moves or the field is typed
 * in, `ranged([min, max])` when the reader sets the ends.
 */

import { make, pictogram } from "../typeset/markup.js";
import { setName } from "../typeset/names.js";
import { rangeFor, rangeOf, readNumber, tidy, writeNumber } from "../typeset/number-fields.js";
import { term } from "../typeset/terms.js";

/**
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {import("../service/contract.js").Tree} Tree
 * @typedef {readonly [number, number]} Ends
 */

const DOTS = "M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4z";

export class ValueRow {
  value = Number.NaN;
  /** What the reader chose. @type {Ends | null} */
  ends = null;
  range = rangeFor(0);

  /**
   * @param {Say} say
   * @param {{name: string, math: Tree, key?: string, standard: number, says?: string}} what  `key`: what the row is called in the page, if not by its name; `says`: what the name means
   * @param {{moved: (value: number) => void, ranged: (ends: Ends) => void}} commands
   */
  constructor(say, { name, math, key = name, standard, says }, { moved, ranged }) {
    this.slider = make("input", { type: "range", "aria-label": say("slider", { name }) });
    this.field = numberField("number", say("number", { name }));
    this.least = numberField("end", say("valueLeast", { name }));
    this.most = numberField("end", say("valueMost", { name }));
    this.more = make("button", { type: "button", class: "more", "aria-expanded": "false" }, pictogram(DOTS));
    this.more.setAttribute("aria-label", say("valueMore", { name }));
    this.more.title = say("valueMore", { name });
    const reset = make(
      "button",
      { type: "button", class: "reset" },
      say("valueReset", { value: writeNumber(standard) }),
    );
    const ends = make("div", { class: "ends", hidden: true }, this.least, make("span", {}, "–"), this.most, reset);
    this.element = make(
      "div",
      { class: "value" },
      says ? term(setName(math), says, name) : setName(math),
      this.slider,
      this.field,
      this.more,
      ends,
    );
    this.element.dataset.name = key;

    const open = () => {
      ends.hidden = !ends.hidden;
      this.more.setAttribute("aria-expanded", String(!ends.hidden));
    };
    this.more.addEventListener("click", open);
    this.slider.addEventListener("dblclick", open);
    this.slider.addEventListener("input", () => {
      this.value = tidy(Number(this.slider.value), this.range.step);
      this.#write();
      moved(this.value);
    });
    reset.addEventListener("click", () => {
      this.show(standard);
      moved(standard);
    });
    this.#numeric(this.field, (value) => {
      this.#slide(value);
      moved(value);
    });
    for (const field of [this.least, this.most]) {
      this.#numeric(field, () => {
        const [min, max] = [readNumber(this.least.value), readNumber(this.most.value)];
        for (const end of [this.least, this.most]) end.setAttribute("aria-invalid", String(!(min < max)));
        if (!(min < max)) return;
        this.ends = [min, max];
        this.#slide(this.value);
        ranged(this.ends);
      });
    }
  }

  /**
   * @param {number} value
   * @param {Ends | null} [ends]  as they were chosen before
   */
  show(value, ends = this.ends) {
    if (Object.is(this.value, value) && ends === this.ends) return;
    this.ends = ends;
    this.#slide(value);
    this.#write();
  }

  /**
   * A field with a number: typing tells at once, arrow keys step, what cannot be read is marked and forgotten.
   * @param {HTMLInputElement} field
   * @param {(value: number) => void} told
   */
  #numeric(field, told) {
    field.addEventListener("input", () => {
      const value = readNumber(field.value);
      field.setAttribute("aria-invalid", String(Number.isNaN(value)));
      if (!Number.isNaN(value)) told(value);
    });
    field.addEventListener("keydown", (event) => {
      const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!way || event.isComposing) return;
      event.preventDefault();
      const { step } = this.range;
      const value = tidy(readNumber(field.value) + way * 10 * step, step);
      if (Number.isNaN(value)) return;
      field.value = writeNumber(value);
      told(value);
    });
    field.addEventListener("blur", () => {
      this.#write();
      this.#writeEnds();
    });
  }

  #write() {
    this.field.value = writeNumber(this.value);
    this.field.removeAttribute("aria-invalid");
  }

  #writeEnds() {
    this.least.value = writeNumber(this.range.min);
    this.most.value = writeNumber(this.range.max);
    for (const end of [this.least, this.most]) end.removeAttribute("aria-invalid");
  }

  /** @param {number} value */
  #slide(value) {
    this.value = value;
    const { slider, ends } = this;
    if (ends) {
      this.range = rangeOf(Math.min(ends[0], value), Math.max(ends[1], value));
    } else if (slider.max === "" || Math.abs(value) > this.range.max) {
      this.range = rangeFor(value);
    }
    slider.min = String(this.range.min);
    slider.max = String(this.range.max);
    slider.step = String(this.range.step);
    slider.value = String(value);
    if (document.activeElement !== this.least && document.activeElement !== this.most) this.#writeEnds();
  }
}

/**
 * @param {string} kind
 * @param {string} label
 */
function numberField(kind, label) {
  return make("input", { type: "text", class: kind, autocomplete: "off", "aria-label": label });
}
