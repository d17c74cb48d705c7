/**
 * What the world around asks of a figure: frames instead of motion.
 *
 * What enters: a player. What leaves: nothing; the player is told.
 */

/** @typedef {import("./player.js").Player} Player */

export class Surroundings {
  #motion = matchMedia("(prefers-reduced-motion: reduce)");
  #player;

  /** @param {Player} player */
  constructor(player) {
    this.#player = player;
  }

  watch() {
    this.#motion.addEventListener("change", this.#reduce);
    this.#reduce();
  }

  unwatch() {
    this.#motion.removeEventListener("change", this.#reduce);
  }

  #reduce = () => {
    this.#player.framesOnly = this.#motion.matches;
  };
}
