/**
 * Where a slider begins and ends, and how a typed number is read.
 *
 * What enters: a value or a text. What leaves: a range, or a number.
 */

const USUAL = 5;
const STEPS = 1000;

/**
 * The range of a slider that holds a value: the usual one, or the next round one that is wide enough.
 * @param {number} value
 * @returns {{min: number, max: number, step: number}}
 */
export function rangeFor(value) {
  let reach = USUAL;
  if (Number.isFinite(value) && Math.abs(value) > USUAL) {
    const power = 10 ** Math.floor(Math.log10(Math.abs(value)));
    const round = [1, 2, 5, 10].find((factor) => factor * power >= Math.abs(value)) ?? 10;
    reach = round * power;
  }
  return { min: -reach, max: reach, step: (2 * reach) / STEPS };
}

/**
 * A number as people type it: full-width digits, a real minus sign. NaN if it is none.
 * @param {string} text
 */
export function readNumber(text) {
  const plain = text.normalize("NFKC").trim().replaceAll("−", "-");
  const value = plain === "" ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * A number in a field: as short as it can be written, with a real minus sign.
 * @param {number} value
 */
export function writeNumber(value) {
  return String(value).replaceAll("-", "−");
}
