/**
 * What is said when the figure that was asked for is not there: that it is waited for, what is wrong with the expression,
 * or with the service; and then what the page's author put inside the element (a picture, a link). A figure that stands
 * there stays.
 *
 * What enters: the stage, the words, what happens to the question. What leaves: elements above and below the stage.
 */

import { make } from "../typeset/markup.js";
import { speaker } from "../words/words.js";
import { Notice } from "./notice.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("../service/problem.js").Problem} Problem */

export class Absence {
  say = speaker("en");
  #notice;
  #refusal = new Refusal();
  /** It looks as the page says, so it stands outside of what is ours. */
  instead = make("slot", { hidden: true });
  #stage;

  /**
   * @param {HTMLElement} stage
   * @param {ConstructorParameters<typeof Notice>[0]} acts
   */
  constructor(stage, acts) {
    this.#stage = stage;
    this.#notice = new Notice(acts);
    this.above = this.#notice.element;
    this.below = this.#refusal.element;
  }

  watch() {
    this.#notice.watch();
  }

  unwatch() {
    this.#notice.unwatch();
  }

  /** @param {import("./patience.js").Wait} wait  for the service */
  wait(wait) {
    this.#notice.wait(this.say, wait);
    this.#stage.ariaBusy = String(Boolean(wait));
  }

  /**
   * @param {Problem} problem
   * @param {string} expression
   * @param {boolean} soon  it is asked for again without a word of the reader
   */
  tell(problem, expression, soon) {
    const stands = this.#stage.childElementCount > 0;
    const refused = problem.kind === "refused";
    this.clear();
    if (refused) this.#refusal.show(this.say, problem, expression);
    else this.#notice.fail(this.say, problem, soon);
    this.#stage.hidden = refused && !stands;
    this.instead.hidden = stands;
  }

  /** Nothing is wrong any more. */
  clear() {
    this.#notice.clear();
    this.#refusal.show(this.say, null);
    this.#stage.hidden = false;
    this.instead.hidden = true;
  }
}
