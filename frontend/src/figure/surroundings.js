/**
 * What the world around asks of a figure: frames instead of motion, and not to begin before it is seen.
 *
 * What enters: a player. What leaves: nothing; the player is told.
 */

/** @typedef {import("./player.js").Player} Player */

/** So much of it is to be seen. */
const PART = 0.2;

export class Surroundings {
  #motion = matchMedia("(prefers-reduced-motion: reduce)");
  #player;
  #element;
  #sight = new IntersectionObserver(([...seen]) => this.#see(seen[seen.length - 1].isIntersecting), {
    threshold: PART,
  });
  /** Whether it is in view. */
  seen = false;

  /**
   * @param {Player} player
   * @param {HTMLElement} element
   */
  constructor(player, element) {
    this.#player = player;
    this.#element = element;
  }

  watch() {
    this.#motion.addEventListener("change", this.#reduce);
    this.#reduce();
    this.#sight.observe(this.#element);
  }

  unwatch() {
    this.#motion.removeEventListener("change", this.#reduce);
    this.#sight.disconnect();
    this.seen = false;
  }

  /** @param {boolean} seen */
  #see(seen) {
    this.seen = seen;
    if (seen) this.#player.held = false;
  }

  #reduce = () => {
    this.#player.framesOnly = this.#motion.matches;
  };
}
