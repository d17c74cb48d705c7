/**
 * What is said of an answer.
 *
 * What enters: a verdict. What leaves: pieces to show, and the nodes that are spoken of.
 */

import { make } from "../typeset/markup.js";
import { mathml } from "../typeset/mathml.js";

/**
 * @typedef {import("../exercise/marking.js").Verdict} Verdict
 * @typedef {import("../figure/session.js").Session} Session
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {{pieces: (Node | string)[], nodes: string[]}} Told
 */

/**
 * @param {Say} say
 * @param {Session} session
 * @param {import("../service/contract.js").Slips} table
 * @param {import("./blanks.js").Blank} blank
 * @param {Verdict} verdict
 * @returns {Told}
 */
export function verdictOf(say, session, table, blank, verdict) {
  switch (verdict.status) {
    case "right":
      return right(say, session, table, blank, verdict.unseen);
    case "unread":
      return { pieces: [say(verdict.fault.key, verdict.fault.parts)], nodes: [] };
    case "unsure":
      return { pieces: [say("exerciseUnsure")], nodes: [] };
    default:
      return wrong(say, session, table, blank, verdict.slips);
  }
}

/**
 * The label that stands in the place of a blank.
 * @param {Session} session
 * @param {import("./blanks.js").Blank} blank
 * @returns {(Node | string)[]}
 */
export function formulaOf({ graph, engine }, { line, direction }) {
  if (!graph || !engine) return [];
  const edge = graph.edges[line];
  const node = graph.nodes[engine.sources[line]];
  const label = direction === "forward" ? node.forward : edge.backward;
  return label ? [" ", mathml(label.math)] : [];
}

/**
 * Right; and of a number that a mistake gives too, in words what it does not show.
 * @param {Say} say
 * @param {Session} session
 * @param {import("../service/contract.js").Slips} table
 * @param {import("./blanks.js").Blank} blank
 * @param {import("../exercise/marking.js").Named[]} unseen
 * @returns {Told}
 */
function right(say, session, table, blank, unseen) {
  const pieces = [say("exerciseRight"), ...formulaOf(session, blank)];
  const [reminder] = sentencesOf(session, table, unseen);
  if (!reminder) return { pieces, nodes: [] };
  return { pieces: [...pieces, make("p", {}, say("exerciseUnseen"), " ", reminder)], nodes: [unseen[0].node] };
}

/**
 * @param {Session} session
 * @param {import("../service/contract.js").Slips} table
 * @param {import("../exercise/marking.js").Named[]} slips
 */
function sentencesOf({ graph }, table, slips) {
  const sentences = new Map(table.slips.map(({ name, says }) => [name, says]));
  return slips.map(({ name, node }) => {
    const sign = graph?.nodes.find(({ id }) => id === node)?.sign.text ?? "";
    return (sentences.get(name) ?? "").replaceAll("{sign}", sign);
  });
}

/**
 * @param {Say} say
 * @param {Session} session
 * @param {import("../service/contract.js").Slips} table
 * @param {import("./blanks.js").Blank} blank
 * @param {import("../exercise/marking.js").Named[]} slips
 * @returns {Told}
 */
function wrong(say, session, table, blank, slips) {
  if (!slips.length) return { pieces: [say("exerciseWrong")], nodes: [blank.node] };
  const told = sentencesOf(session, table, slips);
  const pieces = told.map((sentence, place) => {
    const lead = told.length === 1 ? "" : `${say(place ? "exerciseOr" : "exerciseEither")} `;
    return make("p", {}, lead, sentence);
  });
  return { pieces, nodes: slips.map(({ node }) => node) };
}
