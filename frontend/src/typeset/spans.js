/**
 * A text in three pieces. The service counts code points, the page UTF-16 units.
 *
 * What enters: a text, and a span of it or a fault in it. What leaves: the text before, in and after that.
 */

/**
 * A text before, in and after a span.
 * @param {string} text
 * @param {readonly [number, number]} span  in code points
 * @returns {[string, string, string]}
 */
export function cut(text, [from, to]) {
  const characters = [...text];
  return [characters.slice(0, from).join(""), characters.slice(from, to).join(""), characters.slice(to).join("")];
}

/**
 * A text before, at and after a fault.
 * @param {string} text
 * @param {import("../service/contract.js").Fault} fault
 * @returns {[string, string, string]}
 */
export function splitAt(text, { offset = 0, length = 1 }) {
  const characters = [...text];
  const from = Math.min(Math.max(offset, 0), characters.length);
  const fits = Math.min(from + Math.max(length, 0), characters.length);
  const newline = characters.indexOf("\n", from);
  const to = newline < 0 ? fits : Math.min(fits, newline); // a mark stays on its line
  return cut(text, [from, to]);
}
