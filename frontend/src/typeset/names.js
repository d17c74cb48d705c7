/**
 * How names are set, and derivatives of the output.
 *
 * What enters: nodes. What leaves: elements.
 */

import { make } from "./markup.js";
import { mathml } from "./mathml.js";

/**
 * @typedef {import("../service/contract.js").Tree} Tree
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {Pick<import("../service/contract.js").GraphNode, "name" | "name_math">} Named
 */

/** An output without a name is called by the first of these that nothing else is called by. */
const LETTERS = ["z", "f", "y", "w", "L"];
/** Of a sum so many outputs are named. */
const LISTED = 3;

/** @param {Tree} name */
export function setName(name) {
  return make("span", { class: "name" }, mathml(name));
}

/**
 * The name of an operation's argument: a letter, perhaps with a number below.
 * @param {string} name  as the table has it
 * @returns {Tree}
 */
export function setArgument(name) {
  const [letter, below] = name.split("_");
  return below ? ["sub", letter, below] : letter;
}

/**
 * The same where only text can stand.
 * @param {string} name
 */
export function writeArgument(name) {
  return name.replace(/_(\d+)$/, (_, below) =>
    below.replace(/\d/g, (/** @type {string} */ digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]),
  );
}

/**
 * A name where mathematics gives none to hear: of a button, of the head of a row.
 * @param {Tree} name
 * @param {string} heard
 */
export function spokenName(name, heard) {
  const set = setName(name);
  set.ariaHidden = "true";
  return [set, make("span", { class: "unseen" }, heard)];
}

/** @param {Named} named */
export function nameOf({ name, name_math }) {
  return setName(name_math ?? name ?? "");
}

/**
 * What gradients are the slopes of: the output; of several those where something enters, each times what that is.
 * @param {Graph} graph
 * @param {readonly number[]} seeds  of an only output it makes no difference
 * @returns {Named}
 */
export function totalOf({ nodes, outputs }, seeds) {
  const [first] = outputs;
  if (outputs.length === 1) {
    const only = nodes.find(({ id }) => id === first.id) ?? first;
    return only.name ? only : { name: LETTERS.find((letter) => nodes.every(({ name }) => name !== letter)) ?? "out" };
  }
  const entered = outputs.map((output, at) => ({ ...output, seed: seeds[at] })).filter(({ seed }) => seed !== 0);
  const terms = entered.map(({ name, name_math, upstream, upstream_math, seed }) => {
    const math = name_math ?? name ?? "";
    return seed === 1
      ? { name, math }
      : { name: `${upstream}*${name}`, math: /** @type {Tree} */ (["times", upstream_math ?? upstream, math]) };
  });
  if (terms.length === 0) return { name: "0" };
  if (terms.length === 1 && entered[0].seed === 1) return entered[0];
  const [one, ...others] = terms.length > LISTED ? [terms[0], { name: "…", math: "…" }, ...terms.slice(-1)] : terms;
  return {
    name: [one, ...others].map(({ name }) => name).join(" + "),
    name_math: ["par", ["row", one.math, ...others.flatMap(({ math }) => ["+", math])]],
  };
}

/**
 * ∂z/∂x as a fraction.
 * @param {Named} output
 * @param {Named} input
 */
export function derivativeOf(output, input) {
  const over = make("span", { class: "over" }, "∂", nameOf(output));
  const under = make("span", { class: "under" }, "∂", nameOf(input));
  return make("span", { class: "derivative" }, over, under);
}
