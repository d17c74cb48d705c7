/**
 * The rows of a card: what something is called, and the formulas and numbers that it equals.
 *
 * What enters: formulas, numbers. What leaves: elements.
 */

import { isTold } from "../../narration/sentences.js";
import { make } from "../../typeset/markup.js";
import { mathml } from "../../typeset/mathml.js";
import { numberMath, printNumber } from "../../typeset/numerals.js";

/** @typedef {import("../../service/contract.js").Tree} Tree */

/**
 * @param {string | (Node | string)[]} what
 * @param {Node | string} is
 * @param {string} [kind]
 */
export function row(what, is, kind = "") {
  return [make("dt", {}, ...[what].flat()), make("dd", { class: kind }, is)];
}

/**
 * Formulas that are equal, each once.
 * @param {(Tree | null | undefined)[]} sides
 * @param {string} [sign]
 */
export function equation(sides, sign = "=") {
  const different = new Map(sides.flatMap((side) => (side ? [[JSON.stringify(side), side]] : [])));
  // Each side is a formula of its own, so that the line can break between them.
  const formulas = [...different.values()].map((side, at) => mathml(at ? ["row", ["row"], sign, side] : side));
  return make("span", { class: "equation" }, ...formulas);
}

/**
 * A formula where it may be equalled with a number.
 * @param {import("../../service/contract.js").Label | null | undefined} label
 * @param {number} value
 */
export function formulaFor(label, value) {
  return isTold(label, value) ? label.math : null;
}

/** @param {number} value */
export function number(value) {
  return numberMath(printNumber(value));
}
