/**
 * A rule with numbers put in: `E y` becomes `1 × 2`.
 *
 * What enters: the rule as a tree, and a printed number for each of its names. What leaves: a tree. The signs of products,
 * which a formula leaves out, are written; negative numbers stand in brackets behind another sign, powers of ten and
 * negative numbers under an exponent.
 */

import { numberMath } from "./numerals.js";

/** @typedef {import("../service/contract.js").Tree} Tree */

/**
 * @param {Tree} tree
 * @param {ReadonlyMap<string, string>} numbers  printed, by name
 * @param {RegExp} [bracketed]  numbers that stand in brackets here
 * @returns {Tree}
 */
export function putIn(tree, numbers, bracketed = /^$/) {
  if (typeof tree === "string") {
    const printed = numbers.get(tree);
    if (printed === undefined) return tree;
    return bracketed.test(printed) ? ["par", numberMath(printed)] : numberMath(printed);
  }
  const [construct, ...inner] = tree;
  switch (construct) {
    case "row":
      return ["row", ...inner.map((part, at) => putIn(part, numbers, at ? /^−/ : bracketed))];
    case "times": {
      const factors = inner.filter((factor) => factor !== "⋅");
      const put = factors.map((factor, at) => putIn(factor, numbers, at ? /^−/ : bracketed));
      return ["row", ...put.flatMap((factor, at) => (at ? ["×", factor] : [factor]))];
    }
    case "of":
      return ["of", inner[0], putIn(inner[1], numbers, /^−/)];
    case "sup":
      return ["sup", putIn(inner[0], numbers, /[−·]|^10/), putIn(inner[1], numbers)];
    default:
      return [construct, ...inner.map((part) => putIn(part, numbers))];
  }
}
