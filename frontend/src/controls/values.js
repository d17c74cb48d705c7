/**
 * A slider and a number field for each variable and named constant.
 *
 * What enters: the leaves and their numbers. What leaves: `moved(name, value)` while a slider moves or a field is typed in.
 */

import { make, typesetName } from "../markup.js";
import { rangeFor, readNumber, writeNumber } from "./ranges.js";

/** @typedef {import("../session.js").Leaf} Leaf */
/** @typedef {import("../words/words.js").Say} Say */

/**
 * @typedef {object} Row
 * @property {HTMLInputElement} slider
 * @property {HTMLInputElement} field
 * @property {HTMLElement} element
 * @property {number} value
 */

export class ValuesPanel {
  /** @param {(name: string, value: number) => void} moved */
  constructor(moved) {
    this.moved = moved;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.shown = "";
    this.element = make("section", { class: "values" });
  }

  /**
   * @param {Say} say
   * @param {Leaf[]} leaves
   * @param {(leaf: Leaf) => number} numberOf
   */
  show(say, leaves, numberOf) {
    this.element.setAttribute("aria-label", say("values"));
    const shown = [say("values"), ...leaves.map((leaf) => leaf.name)].join(" ");
    if (shown !== this.shown) {
      this.shown = shown;
      this.rows = new Map(leaves.map((leaf) => [leaf.name, this.#row(say, leaf)]));
      this.element.replaceChildren(...[...this.rows.values()].map((row) => row.element));
    }
    for (const leaf of leaves) {
      const row = this.rows.get(leaf.name);
      if (row) place(row, numberOf(leaf));
    }
  }

  /**
   * @param {Say} say
   * @param {Leaf} leaf
   * @returns {Row}
   */
  #row(say, { name }) {
    const slider = make("input", { type: "range", "aria-label": say("slider", { name }) });
    const field = make("input", { type: "text", class: "number", "aria-label": say("number", { name }) });
    field.autocomplete = "off";
    const element = make("div", { class: "value" }, typesetName(name), slider, field);
    element.dataset.name = name;
    const row = { slider, field, element, value: Number.NaN };
    slider.addEventListener("input", () => {
      row.value = tidy(Number(slider.value), Number(slider.step));
      field.value = writeNumber(row.value);
      field.removeAttribute("aria-invalid");
      this.moved(name, row.value);
    });
    field.addEventListener("input", () => this.#typed(name, row));
    field.addEventListener("keydown", (event) => {
      const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!way || event.isComposing) return;
      event.preventDefault();
      const step = Number(slider.step);
      place(row, tidy(row.value + way * 10 * step, step));
      this.moved(name, row.value);
    });
    field.addEventListener("blur", () => {
      field.value = writeNumber(row.value);
      field.removeAttribute("aria-invalid");
    });
    return row;
  }

  /**
   * @param {string} name
   * @param {Row} row
   */
  #typed(name, row) {
    const value = readNumber(row.field.value);
    if (Number.isNaN(value)) {
      row.field.setAttribute("aria-invalid", "true");
      return;
    }
    row.field.removeAttribute("aria-invalid");
    slide(row, value);
    this.moved(name, value);
  }
}

/**
 * @param {Row} row
 * @param {number} value
 */
function place(row, value) {
  if (Object.is(row.value, value)) return;
  slide(row, value);
  row.field.value = writeNumber(value);
}

/**
 * @param {Row} row
 * @param {number} value
 */
function slide(row, value) {
  row.value = value;
  const { slider } = row;
  if (slider.max === "" || Math.abs(value) > Number(slider.max)) {
    const range = rangeFor(value);
    slider.min = String(range.min);
    slider.max = String(range.max);
    slider.step = String(range.step);
  }
  slider.value = String(value);
}

/**
 * The nearest multiple of a step, without the digits that binary fractions add.
 * @param {number} value
 * @param {number} step
 */
function tidy(value, step) {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
