/**
 * The box a figure stands in: as large as fits, never too small to read, until the reader makes it larger or smaller. A
 * figure too large for its box scrolls inside it, and the box follows the frame.
 *
 * What enters: a drawing; the lines of a frame. What leaves: an element.
 */

import { make } from "../typeset/markup.js";
import { scaledBy, scrollWithin } from "../typeset/scaled.js";
import { Overview } from "./overview.js";
import { AT_A_DESK, fit, inARoom } from "./scales.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/** Room beside what is scrolled to, in pixels. */
const MARGIN = 24;
/** Below this scale lines are drawn wider than they are, or they would fade. */
const FAR = 0.4;
export class Stage {
  element = make("div", { class: "stage", role: "group" });
  overview = new Overview(this.element);
  /** @type {Drawing | null} */
  #drawing = null;
  /** The scale the reader asked for. @type {number | null} null: what fits */
  #zoom = null;
  #scale = 1;
  /** The height of the box, as it was found for so wide a box in so high a window. @type {{of: string, height: number}} */
  #room = { of: "", height: 0 };
  #size = new ResizeObserver(() => this.#resized());
  /** Called when something appeared, or went: what is not shown has no animations. */
  appeared = () => {};
  #shown = false;
  #lecture = false;
  /** What was last revealed. @type {import("../service/contract.js").Step | undefined} */
  #step;
  #looking = 0;
  /** What was last in sight, with a box more on all sides. @type {import("./sight.js").Sight | null} */
  #sight = null;

  watch() {
    this.#size.observe(this.element);
    this.element.addEventListener("scroll", this.#look, { passive: true });
    addEventListener("beforeprint", this.#all);
  }

  unwatch() {
    this.#size.disconnect();
    this.element.removeEventListener("scroll", this.#look);
    removeEventListener("beforeprint", this.#all);
  }

  /**
   * @param {Drawing} drawing
   * @param {boolean} same  the same figure drawn again: it stays where it is
   */
  hold(drawing, same) {
    this.#drawing = drawing;
    if (!same) {
      this.#zoom = null;
      this.#room.of = "";
    }
    this.#sight = null;
    this.element.replaceChildren(drawing.svg);
    this.overview.hold(drawing.svg);
    this.#fit();
  }

  /** @param {boolean} lecture  whether it is shown to a room */
  present(lecture) {
    this.#lecture = lecture;
    this.#zoom = null;
    this.#fit();
  }

  get #scales() {
    if (!this.#lecture || !this.#drawing) return AT_A_DESK;
    return inARoom(this.#drawing.digit, Math.min(innerWidth, innerHeight));
  }

  /**
   * Larger or smaller about a place of the window, the middle of the box without one.
   * @param {number} factor
   * @param {number} [x]
   * @param {number} [y]
   */
  zoom(factor, x, y) {
    const { element } = this;
    if (!this.#drawing) return;
    const box = element.getBoundingClientRect();
    const before = this.#drawing.svg.getBoundingClientRect();
    const [atX, atY] = [x ?? box.left + box.width / 2, y ?? box.top + box.height / 2];
    const [partX, partY] = [(atX - before.left) / before.width, (atY - before.top) / before.height];
    this.#zoom = Math.min(Math.max(this.#scale * factor, this.#whole()), this.#scales.closest);
    this.#fit();
    const after = this.#drawing.svg.getBoundingClientRect();
    scrollWithin(element, after.left + partX * after.width - atX, after.top + partY * after.height - atY);
  }

  /** All of the figure at once, however small; a second time as large as can be read. */
  whole() {
    const whole = this.#whole();
    this.#zoom = this.#scale > whole * 1.001 || this.#zoom === null ? whole : null;
    this.#fit();
  }

  /** From its left end to its right one. */
  wide() {
    this.#zoom = this.#width();
    this.#fit();
  }

  /** The scale at which all of it is seen from left to right. */
  #width() {
    return Math.min(this.element.clientWidth / (this.#drawing?.size.width ?? 1), this.#scales.largest);
  }

  /** The scale at which all of the figure is seen. */
  #whole() {
    const { width, height } = this.#drawing?.size ?? { width: 1, height: 1 };
    return Math.min(this.element.clientWidth / width, this.element.clientHeight / height, this.#scales.filling);
  }

  /**
   * Scrolls, if need be, to where a frame draws.
   * @param {import("../service/contract.js").Step | undefined} step
   * @param {boolean} calmly  glide there
   */
  reveal(step, calmly) {
    const { element } = this;
    this.#step = step;
    const fits = element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight;
    if (!this.#drawing || fits) return;
    const parts = this.#drawing.parts(step?.nodes ?? [], step?.edges ?? []);
    if (!step || !parts.length) return;
    const box = element.getBoundingClientRect();
    let boxes = parts.map((part) => part.getBoundingClientRect());
    // Of a frame that is higher than the box, one node is shown: between its nodes there may be nothing but a lone line.
    const high = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    if (high > box.height) boxes = [nearest(reached(this.#drawing.parts(step.nodes, []), step.direction), box)];
    this.#go(boxes, box, step.direction === "forward", calmly);
  }

  /**
   * Scrolls to a node or a line of which nothing is in sight.
   * @param {string} id
   * @param {boolean} calmly  glide there
   */
  find(id, calmly) {
    const parts = id && this.#drawing ? this.#drawing.parts([id], [id]) : [];
    if (!parts.length) return;
    const box = this.element.getBoundingClientRect();
    const place = parts[0].getBoundingClientRect(); // of a line itself, before its ends
    const isBeside = place.right <= box.left || place.left >= box.right;
    if (isBeside || place.bottom <= box.top || place.top >= box.bottom) this.#go([place], box, false, calmly);
  }

  /**
   * Scrolls until what stands in these places is in sight.
   * @param {DOMRect[]} boxes
   * @param {DOMRect} box  of the stage
   * @param {boolean} last  of what does not fit, its right end is shown
   * @param {boolean} calmly
   */
  #go(boxes, box, last, calmly) {
    const from = { left: Math.min(...boxes.map((part) => part.left)), top: Math.min(...boxes.map((part) => part.top)) };
    const to = {
      left: Math.max(...boxes.map((part) => part.right)),
      top: Math.max(...boxes.map((part) => part.bottom)),
    };
    // What fits is centred; of what does not, the end where the flow arrives is shown.
    const { element } = this;
    const scaled = scaledBy(element);
    const left = shift(from.left, to.left, box.left, box.right, MARGIN * scaled, last) / scaled;
    const top = shift(from.top, to.top, box.top, box.bottom, MARGIN * scaled, false) / scaled;
    // To where it stands, too: else it would glide on to the step before, and past this one.
    const behavior = calmly && (left || top) ? "smooth" : "instant";
    element.scrollTo({ left: element.scrollLeft + left, top: element.scrollTop + top, behavior });
  }

  #resized() {
    const shown = this.element.clientWidth > 0;
    this.#fit();
    if (shown && !this.#shown) this.appeared();
    this.#shown = shown;
    if (this.#lecture) this.reveal(this.#step, false); // the screen became another
  }

  #fit() {
    const { element } = this;
    if (!this.#drawing || !element.clientWidth) return;
    const { svg, size } = this.#drawing;
    const style = getComputedStyle(element);
    const map = this.overview.room;
    const edges = map + Number.parseFloat(style.borderBottomWidth); // under the map and the buttons
    const margins = MARGIN + Math.max(MARGIN - edges + map, 0);
    const width = element.clientWidth;
    const bounds = [style.minHeight, style.maxHeight].map(Number.parseFloat);
    const natural = fit(size, { width, height: bounds[1] - edges });
    // As high as the figure needs; the same figure with other labels has the same room.
    const of = [width, edges, ...bounds].join(" ");
    if (this.#room.of !== of) this.#room = { of, height: Math.ceil(size.height * natural) + margins + edges };
    // Before a room it has what the sentence leaves it.
    element.style.height = this.#lecture ? "" : `${this.#room.height}px`;
    const box = { width, height: element.offsetHeight - edges };
    const filling = Math.min(width / size.width, (box.height - margins) / size.height, this.#scales.filling);
    const scale = this.#zoom ?? Math.max(fit(size, box, this.#scales), filling);
    this.#scale = scale;
    svg.style.width = `${Math.floor(size.width * scale)}px`;
    svg.style.height = `${Math.floor(size.height * scale)}px`;
    svg.classList.toggle("far", scale < FAR);
    svg.style.setProperty("--scale", String(scale));
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    element.classList.toggle("scrolls", scrolls);
    element.classList.toggle("high", this.#width() > this.#whole() * 1.05);
    this.overview.show(scrolls);
    if (this.overview.room !== map) {
      element.style.setProperty("--map", `${this.overview.room}px`);
      this.#fit();
      return;
    }
    if (scrolls)
      element.tabIndex = 0; // so that it can be scrolled with the keyboard
    else element.removeAttribute("tabindex");
    this.#look();
  }

  /** Tells the drawing, at most once a frame, which part of it is in sight: when that has moved by half a box. */
  #look = () => {
    if (this.#looking) return;
    this.#looking = requestAnimationFrame(() => {
      this.#looking = 0;
      this.overview.follow();
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
      const scale = this.#scale;
      const sight = {
        left: (scrollLeft - clientWidth) / scale,
        right: (scrollLeft + 2 * clientWidth) / scale,
        top: (scrollTop - clientHeight) / scale,
        bottom: (scrollTop + 2 * clientHeight) / scale,
        scale,
      };
      const known = this.#sight;
      const isNear = (/** @type {"left" | "right" | "top" | "bottom"} */ side, /** @type {number} */ box) =>
        known && Math.abs(sight[side] - known[side]) * scale < box / 2;
      const isWide = isNear("left", clientWidth) && isNear("right", clientWidth);
      if (known?.scale === scale && isWide && isNear("top", clientHeight) && isNear("bottom", clientHeight)) return;
      this.#sight = sight;
      if (this.#drawing?.cull(sight)) this.appeared();
    });
  };

  #all = () => {
    this.#sight = null;
    if (this.#drawing?.cull(null)) this.appeared();
  };
}

/**
 * Of some nodes those that the flow reaches last.
 * @param {Element[]} nodes
 * @param {"forward" | "backward"} direction
 */
function reached(nodes, direction) {
  const onward = direction === "forward" ? 1 : -1;
  const middle = (/** @type {Element} */ node) => {
    const { left, right } = node.getBoundingClientRect();
    return ((left + right) / 2) * onward;
  };
  const last = Math.max(...nodes.map(middle));
  return nodes.filter((node) => middle(node) > last - MARGIN);
}

/**
 * The place of the part that is nearest to the middle of a box.
 * @param {Element[]} parts
 * @param {DOMRect} box
 */
function nearest(parts, box) {
  const far = (/** @type {DOMRect} */ { left, right, top, bottom }) =>
    Math.hypot((left + right - box.left - box.right) / 2, (top + bottom - box.top - box.bottom) / 2);
  const places = parts.map((part) => part.getBoundingClientRect());
  return places.reduce((one, other) => (far(other) < far(one) ? other : one));
}

/**
 * How far to scroll so that a stretch is seen, with a margin: not at all where it is.
 * @param {number} from
 * @param {number} to
 * @param {number} begin  of the box
 * @param {number} end
 * @param {number} margin
 * @param {boolean} last  of what is too long the end is shown
 */
function shift(from, to, begin, end, margin, last) {
  const [first, behind] = [from - margin, to + margin];
  if (from >= begin && to <= end) return 0;
  const room = end - begin - (behind - first);
  if (room > 0) return first - room / 2 - begin;
  return last ? behind - end : first - begin;
}
