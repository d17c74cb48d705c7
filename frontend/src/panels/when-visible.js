/**
 * What is out of sight need not follow a slider: it is drawn when it comes into sight.
 *
 * What enters: an element, and what draws it. What leaves: `draw()`, which does so now or then, and `now()`.
 */

export class WhenVisible {
  #seen = false;
  /** Something changed while it was out of sight. */
  #late = false;
  #draw;

  /**
   * @param {Element} element
   * @param {() => void} draw
   */
  constructor(element, draw) {
    this.#draw = draw;
    new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      if (this.#seen && this.#late) this.now();
    }).observe(element);
  }

  draw() {
    if (this.#seen) this.now();
    else this.#late = true;
  }

  /** Draws it wherever it is: what is new must be there for those who search the page, or have it read to them. */
  now() {
    this.#late = false;
    this.#draw();
  }
}
