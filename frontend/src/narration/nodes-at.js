/**
 * Which part of the text belongs to which node.
 *
 * What enters: a graph, a place in its expression in code points. What leaves: ids of nodes.
 */

/** @typedef {import("../service/contract.js").Graph} Graph */

const WORD = /\p{L}[\p{L}\p{N}_]*'*/gu;

/**
 * The nodes of the name that a place is in; else those of the smallest part around it.
 * @param {Graph} graph
 * @param {number} offset
 * @returns {string[]}
 */
export function nodesAt({ expression, nodes }, offset) {
  const characters = [...expression];
  const units = characters.slice(0, offset).join("").length;
  const word = [...expression.matchAll(WORD)].find(
    (match) => match.index <= units && units <= match.index + match[0].length,
  );
  const named = word ? nodes.filter((node) => node.name === word[0]).map((node) => node.id) : [];
  if (named.length) return named;
  let least = Number.POSITIVE_INFINITY;
  /** @type {string[]} */
  let found = [];
  for (const { id, span } of nodes) {
    if (!span || offset < span[0] || offset > span[1]) continue;
    const length = span[1] - span[0];
    if (length < least) [least, found] = [length, []];
    if (length === least) found.push(id);
  }
  return found;
}
