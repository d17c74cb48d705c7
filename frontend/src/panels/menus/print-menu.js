/**
 * What is printed, and whether it is a worksheet.
 *
 * What enters: the words, the rows of the store. What leaves: an element; `set(rows)` and `print()` when the reader asks.
 */

import { PRINTS } from "../../state/state.js";
import { make } from "../../typeset/markup.js";
import { Menu } from "./menu.js";

/** @typedef {import("../../state/state.js").State} State */
/** @typedef {import("../../words/words.js").Say} Say */

const PRINTER = "M7 3h10v4H7zM4 8h16a2 2 0 0 1 2 2v7h-4v-4H6v4H2v-7a2 2 0 0 1 2-2zM8 15h8v6H8z";
const WORDS = { this: "menuPrintThis", last: "menuPrintLast", all: "menuPrintAll" };

export class PrintMenu {
  #menu = new Menu("print", PRINTER);
  element = this.#menu.element;
  #legend = make("legend", {});
  #blank = make("input", { type: "checkbox" });
  #labels;
  #button = make("button", { type: "button" });

  /** @param {{set: (rows: Partial<State>) => void, print: () => void}} commands */
  constructor({ set, print }) {
    const row = (/** @type {HTMLInputElement} */ input, /** @type {string} */ word) => {
      const says = make("span", {});
      return { input, word, says, element: make("label", {}, input, says) };
    };
    const radios = PRINTS.map((choice) => {
      const input = make("input", { type: "radio", name: "print", value: choice });
      input.addEventListener("change", () => set({ print: choice }));
      return row(input, WORDS[choice]);
    });
    const blank = row(this.#blank, "menuPrintBlank");
    this.#blank.addEventListener("change", () => set({ blank: this.#blank.checked }));
    this.#labels = [...radios, blank];
    this.#button.addEventListener("click", () => {
      this.#menu.close();
      print();
    });
    const choices = make("fieldset", {}, this.#legend, ...radios.map(({ element }) => element));
    this.#menu.body.append(choices, blank.element, this.#button);
  }

  /**
   * @param {Say} say
   * @param {Pick<State, "print" | "blank">} state
   */
  show(say, { print, blank }) {
    this.#menu.name(say("menuPrint"));
    this.#legend.textContent = say("menuPrintFrames");
    this.#button.textContent = say("menuPrint");
    for (const { input, word, says } of this.#labels) {
      says.textContent = say(word);
      if (input.type === "radio") input.checked = input.value === print;
    }
    this.#blank.checked = blank;
  }
}
