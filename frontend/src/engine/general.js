/**
 * The article's general node: a function that nobody has defined, `f:2`. It has formulas and no number.
 */

/** @param {string | null | undefined} operation  by its name in the table */
export function isGeneral(operation) {
  return /:\d+$/.test(operation ?? "");
}
