/**
 * What a first visitor reads: what a computational graph is, and where to go on.
 *
 * What enters: the words. What leaves: an element, and `chosen(example)`.
 */

import { EXAMPLES } from "../state/examples.js";
import { make } from "../typeset/markup.js";

const NEXT = EXAMPLES.flatMap(({ examples }) => examples).filter(({ title }) => title === "exampleSigmoidShared");

export class Welcome {
  /** @param {(example: import("../state/examples.js").Example) => void} chosen */
  constructor(chosen) {
    this.says = make("p", {});
    this.next = NEXT.map((example) => {
      const button = make("button", { type: "button", class: "plain" });
      button.addEventListener("click", () => chosen(example));
      return button;
    });
    this.course = make("a", { href: "lessons" });
    this.element = make("section", { class: "welcome", hidden: true }, this.says, this.course, ...this.next);
  }

  /**
   * @param {import("../words/words.js").Say} say
   * @param {boolean} wanted
   */
  show(say, wanted) {
    this.element.hidden = !wanted;
    this.says.textContent = say("welcome");
    for (const button of this.next) button.textContent = say("welcomeNext");
    this.course.textContent = say("welcomeCourse");
  }
}
