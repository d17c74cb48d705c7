/**
 * A sampled curve in the pieces that may be drawn with one stroke: it breaks where a number is not finite and where it
 * jumps, and a pole is never crossed.
 *
 * What enters: the points, a column of numbers, and the function itself to look between two points. What leaves: runs of
 * [x, y], where the curve breaks, and which of the breaks are poles.
 */

import { rangeOf } from "./axis.js";

/**
 * @typedef {[number, number]} Point
 * @typedef {{runs: Point[][], breaks: number[], poles: number[]}} Pieces
 */

/** A step this many times its neighbours is looked at closely. */
const STEEP = 4;
/** As often as an interval is halved to find where a curve breaks: nine digits of it. */
const HALVINGS = 32;
/** Looks between points that a point is worth; a curve that jumps everywhere is then drawn as it was sampled. */
const LOOKS = 2;
/** A number that grows this much within one interval has a pole there. */
const POLE = 50;
/** A step of a smaller part of the height that is shown is no jump: nobody sees it, and it may be rounding. */
const SEEN = 1e-5;

/**
 * @param {ArrayLike<number>} points
 * @param {ArrayLike<number>} column
 * @param {(x: number) => number} at
 * @returns {Pieces}
 */
export function pieces(points, column, at) {
  let looks = 0;
  const [low, high] = rangeOf(column);
  const least = SEEN * (high - low);
  /** @param {number} x */
  const look = (x) => {
    looks++;
    return at(x);
  };
  /** @type {Pieces} */
  const found = { runs: [], breaks: [], poles: [] };
  /** @type {Point[]} */
  let run = [];
  const end = () => {
    if (run.length) found.runs.push(run);
    run = [];
  };
  for (let place = 0; place < points.length; place++) {
    /** @type {Point} */
    const here = [points[place], column[place]];
    if (Number.isFinite(here[1])) run.push(here);
    if (place + 1 === points.length) break;
    /** @type {Point} */
    const next = [points[place + 1], column[place + 1]];
    const finite = Number.isFinite(here[1]) && Number.isFinite(next[1]);
    if (!Number.isFinite(here[1]) && !Number.isFinite(next[1])) continue;
    if (finite && !(looks < LOOKS * points.length && suspect(column, place, least))) continue;
    const gap = finite ? jump(here, next, look) : edge(here, next, look);
    if (!gap) continue;
    if (gap.before) run.push(gap.before);
    end();
    if (gap.after) run.push(gap.after);
    found.breaks.push(gap.x);
    const near = Math.max(...[gap.before, gap.after].map((point) => Math.abs(point?.[1] ?? 0)));
    const far = Math.min(...[here, next].map(([, y]) => (Number.isFinite(y) ? Math.abs(y) : near)));
    if (near > POLE * Math.max(far, 1e-12) && near > POLE) found.poles.push(gap.x);
  }
  end();
  found.breaks = distinct(found.breaks, points);
  found.poles = distinct(found.poles, points);
  return found;
}

/**
 * A step against one of its neighbours, or much larger than it: so do jumps, and a smooth curve only near its turns.
 * @param {ArrayLike<number>} column
 * @param {number} place
 * @param {number} least
 */
function suspect(column, place, least) {
  const rise = column[place + 1] - column[place];
  const around = [column[place] - column[place - 1], column[place + 2] - column[place + 1]].filter(Number.isFinite);
  return Math.abs(rise) > least && around.some((other) => other * rise < 0 || Math.abs(rise) > STEEP * Math.abs(other));
}

/**
 * Halves an interval towards its larger step: a continuous curve gets flat that way, a jump stays.
 * @param {Point} here
 * @param {Point} next
 * @param {(x: number) => number} at
 */
function jump(here, next, at) {
  let [before, after] = [here, next];
  const rise = Math.abs(after[1] - before[1]);
  for (let halving = 0; halving < HALVINGS; halving++) {
    const x = (before[0] + after[0]) / 2;
    if (x === before[0] || x === after[0]) break;
    /** @type {Point} */
    const middle = [x, at(x)];
    if (!Number.isFinite(middle[1]))
      return { x, before: edge(before, middle, at).before, after: edge(middle, after, at).after };
    if (Math.abs(middle[1] - before[1]) >= Math.abs(after[1] - middle[1])) after = middle;
    else before = middle;
    if (Math.abs(after[1] - before[1]) < rise / 2) return null;
  }
  return { x: before[0], before, after };
}

/**
 * The last finite point before, or the first after, numbers that are not.
 * @param {Point} here
 * @param {Point} next
 * @param {(x: number) => number} at
 * @returns {{x: number, before?: Point, after?: Point}}
 */
function edge(here, next, at) {
  const begins = !Number.isFinite(here[1]);
  let [outside, inside] = begins ? [here[0], next] : [next[0], here];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const x = (outside + inside[0]) / 2;
    if (x === outside || x === inside[0]) break;
    const y = at(x);
    if (Number.isFinite(y)) inside = [x, y];
    else outside = x;
  }
  return { x: outside, [begins ? "after" : "before"]: inside };
}

/**
 * One number for what two neighbouring intervals found.
 * @param {number[]} found  ascending
 * @param {ArrayLike<number>} points
 */
function distinct(found, points) {
  const close = (points[points.length - 1] - points[0]) / points.length;
  return found
    .filter((x, place) => place === 0 || x - found[place - 1] > close / 2)
    .map((x) => (Math.abs(x) < close * 1e-9 ? 0 : x));
}
