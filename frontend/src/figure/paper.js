/**
 * What of a figure is printed: the frames that were chosen, as they stand, one after another; red labels as boxes where
 * they are to be filled in by hand. The figure on the screen is not touched.
 *
 * What enters: the store, a session, a player. What leaves: an element, which has something in it while the page is printed.
 */

import { make } from "../typeset/markup.js";
import { boxFor } from "./boxes.js";
import { says } from "./caption.js";
import { frameAt, phaseOf } from "./timeline.js";

export class Paper {
  element = make("div", { class: "paper" });
  #store;
  #session;
  #player;
  #say;

  /**
   * @param {import("../state/store.js").Store} store
   * @param {import("./session.js").Session} session
   * @param {import("./player.js").Player} player
   * @param {() => import("../words/words.js").Say} say
   */
  constructor(store, session, player, say) {
    this.#store = store;
    this.#session = session;
    this.#player = player;
    this.#say = say;
  }

  watch() {
    addEventListener("beforeprint", this.#fill);
    addEventListener("afterprint", this.#clear);
  }

  unwatch() {
    removeEventListener("beforeprint", this.#fill);
    removeEventListener("afterprint", this.#clear);
  }

  #fill = () => {
    const { drawing } = this.#session;
    if (!drawing) return;
    const { print, blank } = this.#store.state;
    const { times, end } = this.#player.timeline;
    const svg = /** @type {SVGSVGElement} */ (drawing.svg.cloneNode(true));
    if (blank) empty(drawing.svg, svg);
    svg.removeAttribute("style");
    svg.style.setProperty("--units", String(drawing.size.width));
    const shown = {
      this: [this.#player.time],
      last: [end],
      all: times,
    }[print];
    this.element.classList.toggle("many", shown.length > 1);
    this.element.replaceChildren(...shown.map((time) => this.#still(svg, time, print !== "last")));
  };

  #clear = () => this.element.replaceChildren();

  /**
   * @param {SVGSVGElement} svg
   * @param {number} time
   * @param {boolean} told  what happens in it is said below
   */
  #still(svg, time, told) {
    const still = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    still.style.setProperty("--at", String(time));
    return make("figure", {}, still, ...(told ? [this.#caption(frameAt(this.#player.timeline.times, time))] : []));
  }

  /**
   * Nothing that a box asks for is said.
   * @param {number} frame
   */
  #caption(frame) {
    const say = this.#say();
    const phase = phaseOf(this.#session.graph?.steps ?? [], frame);
    const isAsked = this.#store.state.blank && phase?.direction === "backward";
    return make(
      "figcaption",
      {},
      make("strong", {}, phase ? say(phase.direction, { number: phase.number, of: phase.of }) : say("start")),
      " ",
      ...(isAsked ? [] : says(say, this.#session.sentence(frame))),
    );
  }
}

/**
 * Puts a box in the place of each red label, and leaves out what is said of them.
 * @param {SVGSVGElement} svg  that stands there: what does not has no size
 * @param {SVGSVGElement} copy
 */
function empty(svg, copy) {
  copy.ariaHidden = "true";
  const labels = /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll(".backward .label"));
  const copies = copy.querySelectorAll(".backward .label");
  labels.forEach((label, place) => {
    copies[place].replaceChildren(boxFor(label));
  });
}
