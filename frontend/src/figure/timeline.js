/**
 * When which frame is complete: pure functions of the figure's own numbers.
 *
 * What enters: the figure's `data-frames` and `data-duration` (seconds). What leaves: which frame a time belongs to, and
 * where that frame stands in the forward or backward pass.
 */

/**
 * @typedef {import("../service/contract.js").Step} Step
 * @typedef {object} Timeline
 * @property {number[]} times  seconds at which frame i is complete; frame 0 is time 0
 * @property {number} end  seconds, when the last frame is complete
 * @property {number} duration  seconds of one loop: the end and a rest
 */

/** Times within this many seconds are the same: animations count in doubles of milliseconds. */
const CLOSE = 1e-3;

/**
 * @param {string | undefined} frames
 * @param {string | undefined} duration
 * @returns {Timeline}
 */
export function readTimeline(frames, duration) {
  const times = (frames ?? "0").trim().split(/\s+/).map(Number);
  const end = times[times.length - 1];
  return { times, end, duration: Number(duration ?? end) };
}

/**
 * The frame that is being drawn at a time, or is just complete.
 * @param {number[]} times
 * @param {number} time
 */
export function frameAt(times, time) {
  const frame = times.findIndex((complete) => complete >= time - CLOSE);
  return frame < 0 ? times.length - 1 : frame;
}

/**
 * The last frame that is complete at a time.
 * @param {number[]} times
 * @param {number} time
 */
export function completeAt(times, time) {
  return times.findLastIndex((complete) => complete <= time + CLOSE);
}

/**
 * The frame a step away: from within a frame, back goes to its beginning and forward to its end.
 * @param {number[]} times
 * @param {number} time
 * @param {1 | -1} way
 */
export function neighbour(times, time, way) {
  const frame = way > 0 ? completeAt(times, time) + 1 : times.findLastIndex((complete) => complete < time - CLOSE);
  return Math.min(Math.max(frame, 0), times.length - 1);
}

/**
 * Where a frame stands in its pass: "forward 2/4"; null at frame 0, where nothing is computed.
 * @param {Step[]} steps
 * @param {number} frame
 * @returns {{direction: "forward" | "backward", number: number, of: number} | null}
 */
export function phaseOf(steps, frame) {
  const step = steps[frame - 1];
  if (!step) return null;
  const same = steps.map((other) => other.direction === step.direction);
  return {
    direction: step.direction,
    number: same.slice(0, frame).filter(Boolean).length,
    of: same.filter(Boolean).length,
  };
}
