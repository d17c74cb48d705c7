/**
 * What a node of a graph is called in words.
 *
 * What enters: the words, the operations, a node. What leaves: its name, title or sign.
 */

/**
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../words/words.js").Say} Say
 */

const KINDS = { variable: "cardVariable", constant: "cardConstant", branch: "cardBranch" };

/**
 * What stands for a node within a sentence: `×`, `exp`, `●`, `x`.
 * @param {Operations} operations
 * @param {GraphNode} node
 */
export function signOf(operations, { kind, operation, name, forward, folded }) {
  if (folded) return folded.text;
  if (kind === "branch") return "●";
  if (operation) return operations[operation]?.sign ?? operation;
  return name ?? forward?.text ?? "";
}

/**
 * A node in full: `× (product)`, `variable x`.
 * @param {Say} say
 * @param {Operations} operations
 * @param {GraphNode} node
 */
export function titleOf(say, operations, node) {
  const sign = signOf(operations, node);
  if (node.folded) return say("cardFolded", { sign });
  if (node.kind !== "operation") return say(KINDS[node.kind], { sign });
  const title = operations[node.operation ?? ""]?.title;
  return title ? say("cardOperation", { sign, title }) : sign;
}
