/**
 * What the world around asks of a figure: frames instead of motion, and the finished figure on paper.
 *
 * What enters: a player. What leaves: nothing; the player is told.
 */

/** @typedef {import("./player.js").Player} Player */

export class Surroundings {
  #motion = matchMedia("(prefers-reduced-motion: reduce)");
  #player;
  /** The time to come back to from paper. */
  #unprinted = 0;

  /** @param {Player} player */
  constructor(player) {
    this.#player = player;
  }

  watch() {
    this.#motion.addEventListener("change", this.#reduce);
    this.#reduce();
    addEventListener("beforeprint", this.#finish);
    addEventListener("afterprint", this.#resume);
  }

  unwatch() {
    this.#motion.removeEventListener("change", this.#reduce);
    removeEventListener("beforeprint", this.#finish);
    removeEventListener("afterprint", this.#resume);
  }

  #reduce = () => {
    this.#player.framesOnly = this.#motion.matches;
  };

  #finish = () => {
    this.#player.pause();
    this.#unprinted = this.#player.time;
    this.#player.seek(this.#player.timeline.end);
  };

  #resume = () => this.#player.seek(this.#unprinted);
}
