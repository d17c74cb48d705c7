/**
 * What stands along an axis: how far it goes, where its ticks are and what they say.
 *
 * What enters: numbers. What leaves: a range, ticks, texts.
 */

import { spelled } from "../../typeset/numerals.js";

/** @typedef {readonly [number, number]} Range */

/** What is usual, closer and closer, and how many times wider the range before must be to give way to it: such a range
 * is that of a pole or an overflow. @type {readonly [number, number][]} */
const USUAL = [
  [0.03, 3],
  [0.1, 6],
];
const ROOM = 0.08;
/** Heights beyond are not told apart: the distance of two would be no number. */
const FARTHEST = Number.MAX_VALUE / 4;

/**
 * A range for what is usual in a column, not for the heights near a pole.
 * @param {ArrayLike<number>} column  may hold what is not finite
 * @returns {Range}
 */
export function rangeOf(column) {
  const heights = Array.from(column).filter(Number.isFinite);
  const sorted = Float64Array.from(heights, (height) => Math.min(Math.max(height, -FARTHEST), FARTHEST)).sort();
  if (!sorted.length) return [-1, 1];
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  // A column that only differs by rounding is a constant.
  if (most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most))) return around(least);
  let [from, to] = [least, most];
  for (const [part, wild] of USUAL) {
    const [low, high] = [part, 1 - part].map((place) => sorted[Math.round(place * (sorted.length - 1))]);
    if (!(high > low && to - from > wild * (high - low))) break;
    [from, to] = [low, high];
  }
  const room = ROOM * (to - from);
  return [from - room, to + room];
}

/**
 * @param {number} value
 * @returns {Range}
 */
function around(value) {
  const room = Math.abs(value) / 2 || 1;
  return [value - room, value + room];
}

/**
 * Round numbers within a range.
 * @param {Range} range
 * @param {number} wanted  about how many
 * @returns {{at: number, text: string}[]}
 */
export function ticks([from, to], wanted) {
  const rough = (to - from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  if (!(last - first < 3 * wanted)) return [];
  const largest = Math.max(Math.abs(from), Math.abs(to));
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const at = Number(((first + place) * step).toPrecision(12));
    return { at, text: tickText(at, step, largest) };
  });
}

/**
 * @param {number} value
 * @param {number} step
 * @param {number} largest  of the range: all its ticks are written in one way
 */
function tickText(value, step, largest) {
  if (value === 0) return "0";
  const place = Math.floor(Math.log10(step) + 1e-9); // of the last digit that tells two ticks apart
  const plain = largest >= 1e-3 && largest < 1e5;
  const digits = Math.max(0, plain ? -place : Math.floor(Math.log10(Math.abs(value)) + 1e-9) - place);
  const text = plain ? value.toFixed(digits) : value.toExponential(digits);
  return spelled(text.replace("e+", "e").replaceAll("-", "−"));
}
