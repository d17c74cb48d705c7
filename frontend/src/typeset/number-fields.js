/**
 * Where a slider begins and ends, and how a typed number is read.
 *
 * What enters: a value or a text. What leaves: a range, or a number.
 */

/** @typedef {{min: number, max: number, step: number}} Range */

const USUAL = 5;
/** Ends further out are so far apart that their distance is no number, nor that of what is drawn between them. */
const FARTHEST = Number.MAX_VALUE / 4;
/** A slider has at least this many steps, and each is a power of ten. */
const STEPS = 400;
/** What stands for a minus: the real one, dashes, and the long-vowel sign, which is on its key in Japanese. */
const MINUS = /[−‐‑‒–—―ーｰ﹣]/gu;

/**
 * The range of a slider that holds a value: the usual one, or the next round one that is wide enough.
 * @param {number} value
 * @returns {Range}
 */
export function rangeFor(value) {
  let reach = USUAL;
  if (Number.isFinite(value) && Math.abs(value) > USUAL) {
    const power = 10 ** Math.floor(Math.log10(Math.abs(value)));
    const round = [1, 2, 5, 10].find((factor) => factor * power >= Math.abs(value)) ?? 10;
    reach = round * power;
  }
  return rangeOf(-reach, reach);
}

/**
 * The range between two ends as far as a slider goes; the usual one where it has no room for a step.
 * @param {number} least
 * @param {number} most
 * @returns {Range}
 */
export function rangeOf(least, most) {
  const [min, max] = [Math.max(least, -FARTHEST), Math.min(most, FARTHEST)];
  const step = Number(`1e${Math.floor(Math.log10((max - min) / STEPS) + 1e-9)}`);
  return step > 0 ? { min, max, step } : rangeOf(-USUAL, USUAL);
}

/**
 * A number as people type it: full-width digits, any minus, a fraction such as 1/2. NaN if it is none.
 * @param {string} text
 */
export function readNumber(text) {
  const plain = text.replace(MINUS, "-").normalize("NFKC").replaceAll("⁄", "/"); // ½ is 1⁄2
  const parts = plain.split("/").map((part) => part.trim().replace(/^([+-])\s+/, "$1"));
  const numbers = parts.map((part) => (part === "" ? Number.NaN : Number(part)));
  const value = parts.length === 2 ? numbers[0] / numbers[1] : parts.length === 1 ? numbers[0] : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * A number in a field: as short as it can be written, with a real minus sign.
 * @param {number} value
 */
export function writeNumber(value) {
  return String(value).replaceAll("-", "−");
}

/**
 * The nearest multiple of a step, without the digits that binary fractions add.
 * @param {number} value
 * @param {number} step
 */
export function tidy(value, step) {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
