/**
 * The frame in view, to be taken along: as a picture, as TikZ, as a link.
 *
 * What enters: the words, the address of the service, what is seen. What leaves: an element.
 */

import { writeExercise } from "../../state/exercise.js";
import { copyButton } from "../../typeset/copy-button.js";
import { make } from "../../typeset/markup.js";
import { fileLink, PICTURES, TIKZ } from "../files.js";
import { Menu } from "./menu.js";

/** @typedef {import("../../words/words.js").Say} Say */

const SAVE = "M11 3h2v9l3.500-3.500 1.400 1.400L12 15.800 6.100 9.900l1.400-1.400L11 12zM4 15h2v4h12v-4h2v6H4z";

export class FrameMenu {
  #menu = new Menu("save", SAVE);
  element = this.#menu.element;
  #service;
  /** @type {Say | null} */
  #say = null;

  /**
   * @param {object} service
   * @param {string} service.base
   * @param {() => import("../../state/state.js").State} service.seen  the state of what is seen
   * @param {() => string} service.address  of the page that shows it
   */
  constructor(service) {
    this.#service = service;
    this.element.addEventListener("toggle", () => this.follow());
  }

  /** @param {Say} say */
  speak(say) {
    this.#say = say;
    this.#menu.name(say("menuFrame"));
    this.follow();
  }

  /** Another frame is in view. */
  follow() {
    const say = this.#say;
    if (!say || !this.element.open) return;
    const { base, seen, address } = this.#service;
    const state = { ...seen(), animate: false };
    const files = [...PICTURES, TIKZ].map((file) => make("li", {}, fileLink(state, base, file)));
    const exercise = make("a", { href: `${base}exercise?${writeExercise(state)}` }, say("menuExercise"));
    const { button, said } = copyButton(say, say("menuFrameLink"), address);
    this.#menu.body.replaceChildren(
      make("p", { class: "menu-title" }, say("menuFrame")),
      make("ul", { class: "files" }, ...files, make("li", {}, button, said), make("li", {}, exercise)),
    );
  }
}
