/**
 * What a node of a graph is called in words.
 *
 * What enters: the words, the operations, a node. What leaves: its title.
 */

/**
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../words/words.js").Say} Say
 */

const KINDS = { variable: "cardVariable", constant: "cardConstant", branch: "cardBranch" };

/**
 * A node in full: `× (product)`, `variable x`.
 * @param {Say} say
 * @param {Operations} operations
 * @param {GraphNode} node
 */
export function titleOf(say, operations, { kind, operation, folded, sign: { text: sign } }) {
  if (folded) return say("cardFolded", { sign });
  if (kind !== "operation") return say(KINDS[kind], { sign });
  const title = operations[operation ?? ""]?.title;
  if (!title) return sign;
  return title.toLowerCase() === sign.toLowerCase() ? title : say("cardOperation", { sign, title });
}
