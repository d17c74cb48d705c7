/**
 * Where a fault stands in a text: the service counts code points, the page UTF-16 units.
 *
 * What enters: a text and a fault. What leaves: the text in three pieces: before, at, after the fault.
 */

/**
 * @param {string} text
 * @param {import("../contract.js").Fault} fault
 * @returns {[string, string, string]}
 */
export function splitAt(text, { offset = 0, length = 1 }) {
  const characters = [...text];
  const from = Math.min(Math.max(offset, 0), characters.length);
  const fits = Math.min(from + Math.max(length, 0), characters.length);
  const newline = characters.indexOf("\n", from);
  const to = newline < 0 ? fits : Math.min(fits, newline); // a mark stays on its line
  return [characters.slice(0, from).join(""), characters.slice(from, to).join(""), characters.slice(to).join("")];
}
