/**
 * Drives the animations that the figure brings along; it never draws.
 *
 * What enters: the animations of a figure and its timeline. What leaves: `time` (seconds) and the events "time" and
 * "playing". What is seen depends on `time` alone. With `framesOnly` (reduced motion) only complete frames are shown.
 */

import { completeAt } from "./timeline.js";

/** @typedef {import("./timeline.js").Timeline} Timeline */

export class Player extends EventTarget {
  /** @type {Timeline} */
  timeline = { times: [0], end: 0, duration: 0 };
  /** @type {Animation[]} */
  #animations = [];
  #time = 0;
  #rate = 1;
  #playing = false;
  #tick = 0;
  #last = 0;
  framesOnly = false;

  /** Seconds from the beginning. */
  get time() {
    return this.#time;
  }

  get playing() {
    return this.#playing;
  }

  get rate() {
    return this.#rate;
  }

  set rate(rate) {
    this.#rate = rate;
    for (const animation of this.#animations) animation.updatePlaybackRate(rate);
  }

  /**
   * Takes over a figure, or again the animations of one whose labels were switched (those of hidden elements do not
   * exist); time and playing go on.
   * @param {Animation[]} animations
   * @param {Timeline} timeline
   */
  take(animations, timeline = this.timeline) {
    this.#animations = animations;
    this.timeline = timeline;
    this.#time = Math.min(this.#time, timeline.end);
    for (const animation of animations) {
      animation.effect?.updateTiming({ iterations: 1 });
      animation.pause();
      animation.updatePlaybackRate(this.#rate);
    }
    this.#place();
    if (this.#playing) this.#run();
  }

  /** @param {number} time  seconds */
  seek(time) {
    this.#time = Math.min(Math.max(time, 0), this.timeline.end);
    this.#place();
    this.dispatchEvent(new Event("time"));
  }

  /** @param {number} from  seconds; at the end it begins again */
  play(from = this.#time >= this.timeline.end ? 0 : this.#time) {
    this.#playing = true;
    this.seek(from);
    this.#run();
    this.dispatchEvent(new Event("playing"));
  }

  pause() {
    if (!this.#playing) return;
    this.#playing = false;
    cancelAnimationFrame(this.#tick);
    for (const animation of this.#animations) animation.pause();
    this.#place();
    this.dispatchEvent(new Event("playing"));
  }

  /** Forgets the figure. */
  stop() {
    this.pause();
    this.#animations = [];
  }

  /** Shows the present time. */
  #place() {
    const { times } = this.timeline;
    const shown = this.framesOnly ? times[completeAt(times, this.#time)] : this.#time;
    for (const animation of this.#animations) animation.currentTime = shown * 1000;
  }

  #run() {
    if (!this.framesOnly) for (const animation of this.#animations) animation.play();
    cancelAnimationFrame(this.#tick);
    this.#last = performance.now();
    this.#tick = requestAnimationFrame(this.#follow);
  }

  /** @param {number} now  milliseconds */
  #follow = (now) => {
    if (!this.#playing) return;
    const running = this.framesOnly ? null : this.#animations[0]?.currentTime;
    const passed = (Math.max(now - this.#last, 0) / 1000) * this.#rate;
    this.#time = typeof running === "number" ? running / 1000 : this.#time + passed;
    this.#last = now;
    const finished = this.#time >= this.timeline.end;
    if (finished) this.#time = this.timeline.end;
    if (this.framesOnly) this.#place();
    this.dispatchEvent(new Event("time"));
    if (finished) this.pause();
    else this.#tick = requestAnimationFrame(this.#follow);
  };
}
