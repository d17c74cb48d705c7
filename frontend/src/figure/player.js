/**
 * Drives the animations that the figure brings along; it never draws.
 *
 * What enters: the animations of a figure and its timeline. What leaves: `time` (seconds) and the events "time" and
 * "playing". What is seen depends on `time` alone. With `framesOnly` (reduced motion) only complete frames are shown. A
 * complete frame stays until what is said of it can have been read.
 * Only animations that change something at the moment run: the browser styles all that run anew in every frame.
 */

import { completeAt } from "./timeline.js";

/** @typedef {import("./timeline.js").Timeline} Timeline */

/** @typedef {{animation: Animation, begin: number, end: number}} Part  when it changes something, in milliseconds */

export class Player extends EventTarget {
  /** @type {Timeline} */
  timeline = { times: [0], end: 0, duration: 0 };
  /** In the order in which they begin. @type {Part[]} */
  #parts = [];
  /** @type {Set<Part>} */
  #running = new Set();
  /** How many have begun. */
  #begun = 0;
  /** Seconds; while a loop rests at its end this runs on and `time` does not. */
  #time = 0;
  #rate = 1;
  #playing = false;
  #tick = 0;
  #last = 0;
  /** Seconds that the present frame still stays. */
  #stays = 0;
  /** How long it takes to read what is said of a frame, in seconds. @type {(frame: number) => number} */
  reading = () => 0;
  framesOnly = false;
  /** It plays, and does not begin yet: nobody sees it. */
  #held = false;
  /** Begin again after a rest at the end. */
  loop = false;

  /** Seconds from the beginning. */
  get time() {
    return Math.min(this.#time, this.timeline.end);
  }

  get playing() {
    return this.#playing;
  }

  get rate() {
    return this.#rate;
  }

  get held() {
    return this.#held;
  }

  set held(held) {
    if (held === this.#held) return;
    this.#held = held;
    if (this.#playing && !held) this.#run();
  }

  set rate(rate) {
    this.#rate = rate;
    for (const { animation } of this.#parts) animation.playbackRate = rate;
    if (this.#playing) this.#run();
  }

  /**
   * Takes over a figure, or again the animations of one whose labels were switched (those of hidden elements do not
   * exist); time and playing go on.
   * @param {Animation[]} animations
   * @param {Timeline} timeline
   */
  take(animations, timeline = this.timeline) {
    this.timeline = timeline;
    this.#time = Math.min(this.#time, timeline.end);
    this.#parts = partsOf(animations);
    this.#running.clear();
    for (const animation of animations) {
      animation.effect?.updateTiming({ iterations: 1 });
      animation.pause();
      animation.playbackRate = this.#rate;
    }
    this.#place();
    if (this.#playing) this.#run();
  }

  /** @param {number} time  seconds */
  seek(time) {
    this.#stays = 0;
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
    this.#stays = 0;
    this.#time = this.time;
    cancelAnimationFrame(this.#tick);
    this.#place();
    this.dispatchEvent(new Event("playing"));
  }

  /** Forgets the figure. */
  stop() {
    this.pause();
    this.#parts = [];
    this.#running.clear();
  }

  /** Shows the present time, everything at rest. */
  #place() {
    const { times } = this.timeline;
    const shown = this.framesOnly ? times[completeAt(times, this.#time)] : this.#time;
    // Not asked for `playState`: for that the browser would style the whole figure anew, each time.
    for (const part of this.#running) part.animation.pause();
    this.#running.clear();
    for (const { animation } of this.#parts) animation.currentTime = shown * 1000;
  }

  #run() {
    cancelAnimationFrame(this.#tick);
    if (this.#held) return;
    this.#last = performance.now();
    this.#begun = 0;
    this.#start();
    this.#tick = requestAnimationFrame(this.#follow);
  }

  /** Lets go what has begun since, stops what has come to its end. */
  #start() {
    if (this.framesOnly) return;
    const now = this.#time * 1000;
    for (; this.#begun < this.#parts.length && this.#parts[this.#begun].begin <= now; this.#begun++) {
      const part = this.#parts[this.#begun];
      if (part.end > now) {
        const { timeline } = part.animation; // that of the document it stands in
        part.animation.startTime = Number(timeline?.currentTime) - now / this.#rate;
        this.#running.add(part);
      } else part.animation.currentTime = now; // begun and ended between two frames, or long before
    }
    for (const part of this.#running) {
      if (part.end > now) continue;
      rest(part, now);
      this.#running.delete(part);
    }
  }

  /**
   * Stays at a frame that has become complete, if it takes longer to read what is said of it than to draw it.
   * @param {number} before  the time when it was not
   */
  #stay(before) {
    const { times } = this.timeline;
    const frame = times.findIndex((complete) => before < complete && complete <= this.#time);
    if (frame < 1 || frame === times.length - 1) return false;
    this.#stays = this.reading(frame) - (times[frame] - times[frame - 1]);
    if (this.#stays <= 0) return false;
    this.#time = times[frame];
    this.#place();
    this.dispatchEvent(new Event("time"));
    this.#tick = requestAnimationFrame(this.#follow);
    return true;
  }

  /** @param {number} now  milliseconds */
  #follow = (now) => {
    if (!this.#playing) return;
    const passed = (Math.max(now - this.#last, 0) / 1000) * this.#rate;
    this.#last = now;
    if (this.#stays > 0) {
      this.#stays -= passed;
      if (this.#stays > 0) this.#tick = requestAnimationFrame(this.#follow);
      else this.#run();
      return;
    }
    const before = this.#time;
    this.#time += passed;
    const { end, duration } = this.timeline;
    if (this.#stay(before)) return;
    if (this.loop && this.#time >= Math.max(duration, end)) return this.play(0);
    if (this.framesOnly) this.#place();
    else this.#start();
    this.dispatchEvent(new Event("time"));
    if (!this.loop && this.#time >= end) this.pause();
    else if (this.#playing) this.#tick = requestAnimationFrame(this.#follow);
  };
}

/**
 * @param {Part} part
 * @param {number} time  milliseconds
 */
function rest({ animation }, time) {
  animation.pause();
  animation.currentTime = time;
}

/**
 * Between which times each animation changes something: before and after it stands still.
 * @param {Animation[]} animations
 * @returns {Part[]}
 */
function partsOf(animations) {
  /** @type {Map<string, {begin: number, end: number}>} */
  const known = new Map(); // all the lines of a beat share their keyframes
  const parts = animations.map((animation) => {
    const name = "animationName" in animation ? String(animation.animationName) : "";
    const span = known.get(name) ?? spanOf(animation);
    if (name) known.set(name, span);
    return { animation, ...span };
  });
  return parts.sort((one, other) => one.begin - other.begin);
}

/** @param {Animation} animation */
function spanOf({ effect }) {
  const duration = Number(effect?.getTiming().duration ?? 0);
  const offsets =
    effect && "getKeyframes" in effect
      ? /** @type {KeyframeEffect} */ (effect).getKeyframes().map((frame) => frame.computedOffset)
      : [];
  const inner = offsets.filter((offset) => offset > 0 && offset < 1);
  return { begin: (inner[0] ?? 0) * duration, end: (inner[inner.length - 1] ?? 1) * duration };
}
