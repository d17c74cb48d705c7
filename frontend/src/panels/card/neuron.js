/**
 * Of a circle that is a function and the sum before it: the sum, what comes back to it, and what its weights receive.
 *
 * What enters: a session with a result, a node. What leaves: elements; none for any other node.
 */

import { make } from "../../typeset/markup.js";
import { equation, formulaFor, number, row } from "./rows.js";

/** So many weights at most; the others are on the lines. */
const MOST = 8;

/**
 * @param {import("../../words/words.js").Say} say
 * @param {import("../../figure/session.js").Session} session
 * @param {number} place
 */
export function neuronParts(say, { told, engine, result, graph }, place) {
  if (!told || !engine || !result || graph?.view !== "network") return [];
  const { nodes } = told;
  const sum = engine.inputs[place].find((input) => nodes[input].inside === nodes[place].id);
  if (sum === undefined) return [];
  /** What stands beside a number: its formula, and what that is short for. */
  const equals = (
    /** @type {import("../../service/contract.js").Label | null | undefined} */ label,
    value = Number.NaN,
  ) => equation([formulaFor(label, value), Number.isNaN(value) ? null : label?.means_math, number(value)]);
  const rows = [row(say("cardSum"), equals(nodes[sum].forward, result.values[sum]))];
  if (engine.differentiable[sum])
    rows.push(row(say("cardSumGradient"), equals(nodes[sum].backward, result.adjoints[sum]), "red"));
  const leaves = engine.inputs[sum]
    .flatMap((input) => [input, ...engine.inputs[input]])
    .filter((input) => engine.differentiable[input] && !engine.inputs[input].length)
    .map((input) =>
      row(
        say("cardRule", { name: nodes[input].name ?? "" }),
        equals(nodes[input].backward, result.adjoints[input]),
        "red",
      ),
    );
  return [make("dl", { class: "card-rows" }, ...[...rows, ...leaves.slice(0, MOST)].flat())];
}
