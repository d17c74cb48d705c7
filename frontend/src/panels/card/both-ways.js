/**
 * An opened operation, seen as the one circle it was: what its own rule sends back, beside what its inside sends back.
 *
 * What enters: a session with a result, a node of the inside. What leaves: the sides of both equations;
 * null where no red flows, or where the rule speaks of more than one input.
 */

import { insideOf } from "../../engine/folds.js";
import { compute } from "../../engine/tape.js";
import { numberMath, printNumber, printSum, sumMath } from "../../typeset/numerals.js";
import { putIn } from "../../typeset/put-in.js";

/** @typedef {import("../../figure/session.js").Session} Session */
/** @typedef {import("../../service/contract.js").Tree} Tree */

/**
 * @param {Session} session
 * @param {number} place
 * @returns {{rule: Tree[], inside: Tree[], sign: string} | null}
 */
export function bothWays({ graph, told, engine, result, operations }, place) {
  const node = graph?.nodes[place];
  const entry = operations[node?.opened ?? ""];
  if (!graph || !told || !engine || !result || !node || entry?.rules?.length !== 1) return null;
  const { root, entering } = insideOf(graph, node);
  const flowing = entering.filter((line) => engine.flows[line]);
  if (!flowing.length) return null;
  const total = flowing.reduce((sum, line) => sum + result.contributions[line], 0);
  const names = ["E", "z", entry.arguments[0]];
  const numbers = [result.adjoints[root], result.values[root], result.values[engine.sources[flowing[0]]]];
  const alone = compute(entry.backward[0], names, numbers);
  const printed = new Map(names.map((name, at) => [name, printNumber(numbers[at])]));
  const [{ math }] = entry.rules;
  const sum = printSum(
    flowing.map((line) => result.contributions[line]),
    total,
  );
  const inside = flowing.length === 1 ? (told.edges[flowing[0]].backward?.math ?? "") : sumMath(sum.addends);
  return {
    rule: [math, putIn(math, printed), numberMath(printNumber(alone))],
    sign: flowing.length === 1 ? "=" : sum.sign,
    inside: [inside, numberMath(flowing.length === 1 ? printNumber(total) : sum.total)],
  };
}
