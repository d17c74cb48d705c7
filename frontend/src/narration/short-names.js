/**
 * The short names that stand for formulas too long for a line.
 *
 * What enters: a graph. What leaves: each short name that is drawn, once, values before gradients, in the order of the nodes.
 */

/** @typedef {import("../service/contract.js").Graph} Graph */
/** @typedef {import("../service/contract.js").Label} Label */

/**
 * @param {Graph} graph
 * @returns {Label[]}
 */
export function shortNames({ nodes, edges }) {
  const hidden = new Set(nodes.flatMap(({ id, inside }) => (inside ? [id] : [])));
  const drawn = nodes.filter(({ id }) => !hidden.has(id));
  const values = drawn.map((node) => node.forward);
  const gradients = [...drawn, ...edges.filter(({ source }) => !hidden.has(source))].map((part) => part.backward);
  /** @type {Map<string, Label>} */
  const found = new Map();
  for (const labels of [values, gradients]) {
    const named = labels.filter((label) => label?.means !== undefined);
    for (const label of /** @type {Label[]} */ (named)) if (!found.has(label.text)) found.set(label.text, label);
  }
  return [...found.values()];
}
