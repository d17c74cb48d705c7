/**
 * What goes wrong where red values come together: mistakes to learn from.
 *
 * What enters: an engine. What leaves: mistakes that its backward pass can be run with.
 */

/**
 * What comes back last replaces the rest, at every node.
 * @param {import("./engine.js").Engine} engine
 * @returns {import("./engine.js").Mistakes}
 */
export function overwriting({ returning }) {
  return new Map(returning.flatMap((lines, node) => (lines.length > 1 ? [[node, keeping(lines.length - 1)]] : [])));
}

/**
 * One of the values alone remains.
 * @param {number} which  of those that come back
 * @returns {import("./engine.js").Mistake}
 */
export function keeping(which) {
  return { adds: (returned) => returned[which] };
}

/** The mean in place of the sum. @type {import("./engine.js").Mistake} */
export const averaging = {
  adds: (returned) => returned.reduce((sum, one) => sum + one, 0) / returned.length,
};
