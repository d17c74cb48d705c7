/**
 * Numbers as the figure prints them: the rule of the service's figure/type/numerals.py, and where each glyph stands.
 *
 * What enters: a number. What leaves: its text, or the glyphs of that text around a centre.
 */

/** The glyph (an id in the figure) of each character of a printed number. */
const GLYPHS = new Map([
  ["−", "d-minus"],
  ["+", "d-plus"],
  [".", "d-point"],
  ["e", "d-e"],
  ["∞", "d-infinity"],
  ["N", "d-N"],
  ["a", "d-a"],
]);

const SIGNIFICANT = 4;
const LARGE = 1e5;
const SMALL = 1e-3;

/**
 * Integers below 10^5 as they are, everything else to four significant digits.
 * @param {number} value
 */
export function printNumber(value) {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "−" : "";
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (Number.isInteger(size) && size < LARGE) return `${sign}${size}`;
  if (size >= SMALL && size < LARGE) return sign + plain(size);
  const [digits, exponent] = size.toExponential(SIGNIFICANT - 1).split("e");
  return `${sign}${digits}e${exponent.replace("-", "−").replace("+", "")}`;
}

/** @param {number} size */
function plain(size) {
  const digits = size.toPrecision(SIGNIFICANT);
  return digits.includes("e") ? String(Number(digits)) : digits; // 12345.6 is 1.235e+4 to JavaScript, 12350 to us
}

/**
 * @param {string} character
 * @returns {string} the id of its glyph
 */
export function glyphOf(character) {
  return GLYPHS.get(character) ?? `d-${character}`;
}

/**
 * The glyphs of a text around a centre, left to right.
 * @param {string} text
 * @param {ReadonlyMap<string, number>} advances  width of each glyph, by id
 * @param {number} centre
 * @returns {{glyph: string, x: number}[]}
 */
export function setNumber(text, advances, centre) {
  const glyphs = [...text].map(glyphOf);
  const widths = glyphs.map((glyph) => advances.get(glyph) ?? 0);
  let x = centre - widths.reduce((sum, width) => sum + width, 0) / 2;
  return glyphs.map((glyph, place) => {
    const at = x;
    x += widths[place];
    return { glyph, x: at };
  });
}
