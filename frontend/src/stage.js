/**
 * The box a figure stands in: as large as fits, never too small to read. A figure too wide for its box scrolls inside it,
 * and the box follows the frame.
 *
 * What enters: a drawing; the lines of a frame. What leaves: an element.
 */

import { make } from "./markup.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/** The figure's text is 17 units high: below this scale its exponents cannot be read. */
const READABLE = 0.72;
/** Once a figure has to scroll anyway it may as well be comfortable. */
const COMFORTABLE = 1;
/** Room beside what is scrolled to, in pixels. */
const MARGIN = 24;
/** A small figure is not blown up beyond this. */
const LARGEST = 1.5;

/**
 * @param {{width: number, height: number}} figure
 * @param {{width: number, height: number}} box
 * @returns {number} the scale
 */
export function fit(figure, box) {
  const whole = Math.min(box.width / figure.width, box.height / figure.height, LARGEST);
  if (whole >= READABLE) return whole;
  return Math.min(Math.max(box.height / figure.height, READABLE), COMFORTABLE);
}

export class Stage {
  element = make("div", { class: "stage", role: "group" });
  /** @type {Drawing | null} */
  #drawing = null;
  #size = new ResizeObserver(() => this.#fit());

  watch() {
    this.#size.observe(this.element);
  }

  unwatch() {
    this.#size.disconnect();
  }

  /** @param {Drawing} drawing */
  hold(drawing) {
    this.#drawing = drawing;
    this.element.replaceChildren(drawing.svg);
    this.#fit();
  }

  /**
   * Scrolls, if need be, to where a frame draws.
   * @param {import("./contract.js").Step | undefined} step
   * @param {boolean} calmly  glide there
   */
  reveal(step, calmly) {
    const { element } = this;
    if (!this.#drawing || element.scrollWidth <= element.clientWidth) return;
    const parts = this.#drawing.parts(step?.nodes ?? [], step?.edges ?? []);
    if (!step || !parts.length) return;
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const box = element.getBoundingClientRect();
    const from = Math.min(...boxes.map((part) => part.left)) - MARGIN;
    const to = Math.max(...boxes.map((part) => part.right)) + MARGIN;
    if (from >= box.left && to <= box.right) return;
    const room = box.width - (to - from);
    // What fits is centred; of what does not, the end where the flow arrives is shown.
    const left = room > 0 ? from - room / 2 : step.direction === "forward" ? to - box.width : from;
    element.scrollTo({ left: left - box.left + element.scrollLeft, behavior: calmly ? "smooth" : "instant" });
  }

  #fit() {
    const { element } = this;
    if (!this.#drawing || !element.clientWidth) return;
    const { svg, size } = this.#drawing;
    const style = getComputedStyle(element);
    const box = { width: element.clientWidth, height: Number.parseFloat(style.minHeight) || element.clientHeight };
    const scale = fit(size, box);
    svg.style.width = `${Math.floor(size.width * scale)}px`;
    svg.style.height = `${Math.floor(size.height * scale)}px`;
    const scrolls = size.width * scale > box.width + 1;
    if (scrolls)
      element.tabIndex = 0; // so that it can be scrolled with the keyboard
    else element.removeAttribute("tabindex");
  }
}
