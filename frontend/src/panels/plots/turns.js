/**
 * Where a curve goes on its way: x² from −5 to 5 goes from 25 to 25, and down to 0 in between.
 *
 * What enters: the values along it. What leaves: its lowest and its highest one, printed, where they are not its ends.
 */

import { printNumber } from "../../typeset/numerals.js";

/** @typedef {{low?: string, high?: string}} Turns */

/**
 * @param {ArrayLike<number>} values  without a gap
 * @returns {Turns}
 */
export function turns(values) {
  const all = Array.from(values).filter(Number.isFinite);
  const [first, last] = [values[0], values[values.length - 1]];
  const [low, high] = [Math.min(...all), Math.max(...all)].map(printNumber);
  return {
    ...(low !== printNumber(Math.min(first, last)) && { low }),
    ...(high !== printNumber(Math.max(first, last)) && { high }),
  };
}
