/**
 * An opened operation, seen as the one circle it was: what its own rule sends back, beside what its inside sends back.
 *
 * What enters: a session with a result, a node of the inside. What leaves: the operation and its inside; the two sides as
 * LaTeX, or null where red does not flow or the rule speaks of more than one input.
 */

import { numberLatex } from "../mathml.js";
import { printNumber } from "../numerals.js";
import { fillIn } from "./filled.js";

/** @typedef {import("../contract.js").Graph} Graph */
/** @typedef {import("../session.js").Session} Session */

/**
 * The last node of an inside, and the places of the edges that lead into it.
 * @param {Graph} graph
 * @param {import("../contract.js").GraphNode} node
 */
export function insideOf({ nodes, edges }, { opened, span }) {
  const known = new Map(nodes.map((other) => [other.id, other]));
  const belongs = (/** @type {string} */ id) => {
    const other = known.get(id);
    return Boolean(other?.opened) && String(other?.span) === String(span);
  };
  const root = nodes.findLastIndex((other) => other.opened === opened && belongs(other.id));
  /** @type {Set<string>} what leads to the root without leaving the inside */
  const within = new Set([nodes[root].id]);
  /** @type {number[]} */
  const entering = [];
  for (let line = edges.length - 1; line >= 0; line--) {
    const { source, target } = edges[line];
    if (!within.has(target)) continue;
    if (belongs(source)) within.add(source);
    else entering.unshift(line);
  }
  return { root, entering };
}

/**
 * @param {Session} session
 * @param {number} place
 * @returns {{rule: string[], inside: string[]} | null}
 */
export function bothWays({ graph, told, engine, result, operations }, place) {
  const node = graph?.nodes[place];
  const entry = operations[node?.opened ?? ""];
  if (!graph || !told || !engine || !result || !node || entry?.rules?.length !== 1) return null;
  const { root, entering } = insideOf(graph, node);
  const flowing = entering.filter((line) => engine.flows[line]);
  if (!flowing.length) return null;
  const total = flowing.reduce((sum, line) => sum + result.contributions[line], 0);
  const printed = new Map([
    ["E", printNumber(result.adjoints[root])],
    ["z", printNumber(result.values[root])],
    [entry.arguments[0], printNumber(result.values[engine.sources[flowing[0]]])],
  ]);
  const sum = numberLatex(printNumber(total));
  const [{ latex }] = entry.rules;
  const inside = flowing.length === 1 ? (told.edges[flowing[0]].backward?.latex ?? "") : "";
  return { rule: [latex, fillIn(latex, printed), sum], inside: [inside, sum] };
}
