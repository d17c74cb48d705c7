/**
 * The whole of a figure that is too large for its stage, small beside it, with a frame around what is in sight; the frame
 * can be dragged. It is for the eye and the finger: who listens, or walks through the nodes, has the figure itself.
 *
 * What enters: the stage that scrolls, a figure's SVG, word that something moved. What leaves: an element.
 */

import { make } from "../typeset/markup.js";
import { scrollWithin } from "../typeset/scaled.js";

/** What makes the look of a part: it stands still, and is nothing to act on. */
const SEEN = new Set(
  "viewBox d x y cx cy r rx width height transform href fill stroke stroke-width stroke-opacity".split(" "),
);
/** What cannot be read so small, or is there once in a page. */
const LEFT_OUT = ".label, .ring, .rider, .head, title, desc, defs, style";

/** Between it and the figure, in pixels. */
const GAP = 8;

export class Overview {
  #frame = make("div", { class: "overview-frame" });
  element = make("div", { class: "overview", "aria-hidden": "true", hidden: true });
  #stage;
  /** @type {SVGSVGElement | null} */
  #svg = null;

  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.#stage = stage;
    for (const type of /** @type {const} */ (["pointerdown", "pointermove"]))
      this.element.addEventListener(type, (event) => this.#drag(event));
  }

  /** @param {SVGSVGElement} svg */
  hold(svg) {
    this.#svg = svg;
    const small = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    for (const part of small.querySelectorAll(LEFT_OUT)) part.remove();
    for (const part of [small, ...small.querySelectorAll("*")])
      for (const { name } of [...part.attributes]) if (!SEEN.has(name)) part.removeAttribute(name);
    this.element.replaceChildren(small, this.#frame);
  }

  /**
   * A network, which is high, has it above the stage; any other figure has it in the row of the buttons.
   * @param {HTMLElement} row
   * @param {boolean} above
   */
  stand(row, above) {
    this.element.classList.toggle("above", above);
    if (above) this.#stage.before(this.element);
    else row.prepend(this.element);
  }

  /** @param {boolean} needed  whether the figure is larger than its stage */
  show(needed) {
    this.element.hidden = !needed || !this.#svg;
    this.follow();
  }

  /** @returns {number} how much room it takes above the stage, in pixels */
  get room() {
    const { hidden, classList, offsetHeight } = this.element;
    return hidden || !classList.contains("above") ? 0 : offsetHeight + GAP;
  }

  /** The stage was scrolled. */
  follow() {
    if (this.element.hidden || !this.#svg) return;
    const [box, whole] = [this.#stage.getBoundingClientRect(), this.#svg.getBoundingClientRect()];
    const part = (/** @type {number} */ place, /** @type {number} */ from, /** @type {number} */ length) =>
      Math.min(Math.max((place - from) / length, 0), 1);
    const [left, right] = [box.left, box.right].map((x) => part(x, whole.left, whole.width));
    const [top, bottom] = [box.top, box.bottom].map((y) => part(y, whole.top, whole.height));
    const { clientWidth, clientHeight } = this.element;
    Object.assign(this.#frame.style, {
      transform: `translate(${left * clientWidth}px, ${top * clientHeight}px)`, // moves nothing else, as `left` might
      width: `${(right - left) * 100}%`,
      height: `${(bottom - top) * 100}%`,
    });
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (!this.#svg || !(event.buttons & 1)) return;
    event.preventDefault();
    const map = this.element.getBoundingClientRect();
    const [box, whole] = [this.#stage.getBoundingClientRect(), this.#svg.getBoundingClientRect()];
    const [x, y] = [(event.clientX - map.left) / map.width, (event.clientY - map.top) / map.height];
    scrollWithin(
      this.#stage,
      whole.left + x * whole.width - (box.left + box.width / 2),
      whole.top + y * whole.height - (box.top + box.height / 2),
    );
  }
}
