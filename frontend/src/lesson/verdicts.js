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
      return { pieces: [say("exerciseRight"), ...formulaOf(session, blank)], nodes: [] };
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
 * @param {Say} say
 * @param {Session} session
 * @param {import("../service/contract.js").Slips} table
 * @param {import("./blanks.js").Blank} blank
 * @param {import("../exercise/marking.js").Named[]} slips
 * @returns {Told}
 */
function wrong(say, { graph }, table, blank, slips) {
  const sentences = new Map(table.slips.map(({ name, says }) => [name, says]));
  if (!slips.length) return { pieces: [say("exerciseWrong")], nodes: [blank.node] };
  const told = slips.map(({ name, node }) => {
    const sign = graph?.nodes.find(({ id }) => id === node)?.sign.text ?? "";
    return (sentences.get(name) ?? "").replaceAll("{sign}", sign);
  });
  const pieces = told.map((sentence, place) => {
    const lead = told.length === 1 ? "" : `${say(place ? "exerciseOr" : "exerciseEither")} `;
    return make("p", {}, lead, sentence);
  });
  return { pieces, nodes: slips.map(({ node }) => node) };
}
