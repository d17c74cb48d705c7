/**
 * How long one waits for the service: a while without a word, then it is shown, then it is said, and then no longer.
 *
 * What enters: when a question is asked, and when it is answered. What leaves: `told` with how it is waited, and the word
 * that it is given up.
 */

/** @typedef {"" | "quietly" | "long"} Wait */

/** In milliseconds. */
const SHOWN = 1000;
const SAID = 8000;
const LAST = 30_000;

export class Patience {
  /** @type {number[]} */
  #timers = [];
  #told;

  /** @param {(wait: Wait) => void} told */
  constructor(told) {
    this.#told = told;
  }

  /**
   * A newer question is waited for anew; what is shown of the one before stays until then.
   * @param {() => void} giveUp
   */
  begin(giveUp) {
    this.#stop();
    this.#timers = [
      setTimeout(() => this.#told("quietly"), SHOWN),
      setTimeout(() => this.#told("long"), SAID),
      setTimeout(giveUp, LAST),
    ];
  }

  end() {
    this.#stop();
    this.#told("");
  }

  #stop() {
    this.#timers.forEach(clearTimeout);
  }
}
