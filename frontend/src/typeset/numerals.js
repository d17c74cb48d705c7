/**
 * Numbers as a reader sees them, by the rules of the service's formulas/numerals.py, and where each glyph stands.
 *
 * What enters: a number. What leaves: its text, its mathematics, or the glyphs around a centre.
 */

/** @typedef {import("../service/contract.js").Tree} Tree */

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
/** What a computation of some hundred steps knows of a number, relative to it. */
const KNOWN = 1e-12;
const PLAIN = "0123456789−";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

/**
 * A number in a text: one of at most four significant digits as it was typed, any other rounded to four; powers of ten as
 * people write them.
 * @param {number} value
 */
export function printNumber(value) {
  return spelled(figureNumber(value));
}

/**
 * A number as the figure sets it, whose glyphs do not rise.
 * @param {number} value
 */
export function figureNumber(value) {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  return sign + (size === Number.POSITIVE_INFINITY ? "∞" : digits(size));
}

/**
 * Addends and their sum, printed so that a reader can add them; the sign is ≈ where what is printed does not add up.
 * @param {readonly number[]} addends
 * @param {number} total
 */
export function printSum(addends, total) {
  const numbers = [...addends, total];
  let printed = numbers.map(printNumber);
  let sign = "=";
  if (numbers.every(Number.isFinite) && !numbers.every((value) => isShort(Math.abs(value)))) {
    const top = Math.max(...numbers.filter(Boolean).map((value) => exponentOf(Math.abs(value))));
    const coarsest = isScaled(top) ? top - SIGNIFICANT + 1 : Math.min(top - SIGNIFICANT + 1, 0);
    const adding = [0, 1, 2].map((finer) => coarsest - finer).find((place) => addsUp(numbers, place));
    if (adding === undefined) sign = "≈";
    const place = adding ?? coarsest;
    printed = numbers.map((value, at) => inUnits(units(value, place), place, top) || printed[at]);
  }
  return { addends: printed.slice(0, -1), sign, total: printed[addends.length] };
}

/**
 * Printed addends as a text.
 * @param {readonly string[]} addends
 */
export function sumText(addends) {
  return addends.map((text, at) => (at && text.startsWith("−") ? `(${text})` : text)).join(" + ");
}

/**
 * Printed addends as mathematics.
 * @param {readonly string[]} addends
 * @returns {Tree}
 */
export function sumMath(addends) {
  return [
    "row",
    ...addends.flatMap((text, at) => {
      /** @type {Tree} */
      const set = numberMath(text);
      return at ? ["+", text.startsWith("−") ? /** @type {Tree} */ (["par", set]) : set] : [set];
    }),
  ];
}

/**
 * A printed number as mathematics.
 * @param {string} printed
 * @returns {Tree}
 */
export function numberMath(printed) {
  if (printed.startsWith("−")) return ["row", "−", numberMath(printed.slice(1))];
  const [, mantissa, above] = /^(?:(.*)·)?10([⁻⁰¹²³⁴-⁹]+)$/u.exec(printed) ?? [];
  if (above === undefined) return printed;
  /** @type {Tree} */
  const power = ["sup", "10", numberMath([...above].map((digit) => PLAIN[RAISED.indexOf(digit)]).join(""))];
  return mantissa ? ["times", mantissa, "⋅", power] : power;
}

/**
 * A whole number as an exponent in a text.
 * @param {string} printed
 */
export function raise(printed) {
  return [...printed].map((digit) => RAISED[PLAIN.indexOf(digit)]).join("");
}

/** @param {number} size */
function digits(size) {
  if (isWhole(size)) return String(Math.round(size));
  const short = isShort(size);
  const magnitude = short ? rounded(size) : size;
  const [mantissa, exponent] = size.toExponential(SIGNIFICANT - 1).split("e");
  if (magnitude < SMALL || magnitude >= LARGE) return `${trimmed(mantissa, short)}e${withMinus(Number(exponent))}`;
  const printed = size.toPrecision(SIGNIFICANT); // 12345.6 is 1.235e+4 to JavaScript, 12350 to us
  return trimmed(printed.includes("e") ? String(Number(printed)) : printed, short);
}

/** @param {number} size */
function rounded(size) {
  return Number(size.toPrecision(SIGNIFICANT));
}

/** @param {number} size */
function isWhole(size) {
  return Math.round(size) < LARGE && Math.abs(size - Math.round(size)) <= KNOWN * size;
}

/** @param {number} size  whether it is a number of few digits, for all that is known */
function isShort(size) {
  return isWhole(size) || Math.abs(size - rounded(size)) <= KNOWN * size;
}

/**
 * @param {string} printed
 * @param {boolean} short
 */
function trimmed(printed, short) {
  return short && printed.includes(".") ? printed.replace(/\.?0+$/, "") : printed;
}

/** @param {number} whole */
function withMinus(whole) {
  return String(whole).replace("-", "−");
}

/**
 * A number with its power of ten as people write it.
 * @param {string} printed  as the figure sets it
 */
export function spelled(printed) {
  const [mantissa, exponent] = printed.split("e");
  if (exponent === undefined) return mantissa;
  return `${mantissa}·10${raise(exponent)}`.replace(/^(−?)1·/, "$1");
}

/** @param {number} exponent */
function isScaled(exponent) {
  return exponent < -3 || exponent >= 5;
}

/** @param {number} size */
function exponentOf(size) {
  return Number(size.toExponential(60).split("e")[1]); // with fewer digits 1e23, which lies below itself, seems to reach it
}

/**
 * How often a power of ten is in a number, rounded.
 * @param {number} value
 * @param {number} place
 */
function units(value, place) {
  const size = Math.abs(value);
  const exponent = size ? exponentOf(size) : place - 2;
  const more = exponent - place;
  let count = 0;
  if (more >= 0) {
    const [mantissa, carried] = size.toExponential(more).split("e");
    count = Number(mantissa.replace(".", "")) * 10 ** (Number(carried) - exponent);
  } else if (more === -1) count = size.toExponential(60) >= "5" ? 1 : 0;
  return value < 0 ? 0 - count : count;
}

/**
 * @param {number[]} numbers  the last is the sum of the others
 * @param {number} place
 */
function addsUp(numbers, place) {
  const counts = numbers.map((value) => units(value, place));
  const total = counts.pop();
  return (
    counts.reduce((sum, count) => sum + count, 0) === total && numbers.every((value) => !value || units(value, place))
  );
}

/**
 * So many units of a decimal place, for a reader; empty for none.
 * @param {number} count
 * @param {number} place
 * @param {number} top
 */
function inUnits(count, place, top) {
  if (!count) return "";
  const decimals = (isScaled(top) ? top : 0) - place;
  const text = String(Math.abs(count)).padStart(decimals + 1, "0");
  const cut = text.length - decimals;
  const fraction = decimals ? `.${text.slice(cut)}` : "";
  return spelled(`${count < 0 ? "−" : ""}${text.slice(0, cut)}${fraction}${isScaled(top) ? `e${withMinus(top)}` : ""}`);
}

/**
 * @param {string} character
 * @returns {string} the id of its glyph
 */
function glyphOf(character) {
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
  let x = centre - widthOf(text, advances) / 2;
  return [...text].map(glyphOf).map((glyph) => {
    const at = x;
    x += advances.get(glyph) ?? 0;
    return { glyph, x: at };
  });
}

/** What is wider is seldom, and set smaller. */
const ROOM = "−0.08888";

/**
 * @param {string} text  a printed number
 * @param {ReadonlyMap<string, number>} advances
 * @returns {number} how much smaller it is set so that it fits its room
 */
export function shrunk(text, advances) {
  return Math.min(1, widthOf(ROOM, advances) / widthOf(text, advances));
}

/**
 * @param {string} text
 * @param {ReadonlyMap<string, number>} advances
 */
function widthOf(text, advances) {
  return [...text].reduce((sum, character) => sum + (advances.get(glyphOf(character)) ?? 0), 0);
}
