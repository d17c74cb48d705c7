/**
 * Four hints for a blank, each saying more: which circle, its rule in letters, the same with numbers, the answer.
 *
 * What enters: a session, a blank. What leaves: for each hint its pieces.
 */

import { mathml, numeral } from "../typeset/mathml.js";
import { printNumber, printSum } from "../typeset/numerals.js";
import { formulaOf } from "./verdicts.js";

/** @typedef {(Node | string)[]} Pieces */

/**
 * @param {import("../words/words.js").Say} say
 * @param {import("../figure/session.js").Session} session
 * @param {import("./blanks.js").Blank} blank
 * @returns {Pieces[]}
 */
export function hintsFor(say, session, blank) {
  const { graph, engine, result } = session;
  if (!graph || !engine || !result) return [];
  const { line, direction, node } = blank;
  const circle = graph.nodes.find(({ id }) => id === node);
  const place = graph.nodes.findIndex(({ id }) => id === node);
  const sign = circle?.sign.text ?? "";
  const isBack = direction === "backward";
  const number = isBack ? result.contributions[line] : result.values[engine.sources[line]];
  const answer = [say("hintAnswer"), ...formulaOf(session, blank), " = ", numeral(printNumber(number))];
  if (!isBack) return [[say("hintCircleForward", { sign })], answer];
  if (circle?.kind === "branch") {
    const addends = engine.returning[place].map((back) => result.contributions[back]);
    const printed = printSum(addends, number).addends.map((each) => each.replace(/^[+]/, ""));
    return [[say("hintDot")], [say("hintDotSum", { count: addends.length })], [printed.join(", ")], answer];
  }
  const { rule } = graph.edges[line];
  const [upstream, local] = [result.adjoints[place], result.locals[line]];
  const hints = [
    [say("hintCircle", { sign })],
    rule ? [say("hintRule"), " ", mathml(rule.math)] : [],
    [say("hintNumbers", { upstream: printNumber(upstream), local: printNumber(local) })],
    answer,
  ];
  return hints.filter((pieces) => pieces.length);
}
