/**
 * Where a derivative does not exist and a convention stands in for it, live.
 *
 * What enters: a graph's engine and result, the operations. What leaves: the nodes at a kink, with the note that says
 * what was agreed on.
 */

import { compute } from "./tape.js";

/**
 * @typedef {import("../service/contract.js").Operation} Operation
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 */

/**
 * @param {Engine} engine
 * @param {Result} result
 * @param {Operations} operations
 * @returns {{node: number, note: string}[]}
 */
export function conventions(engine, { values }, operations) {
  return engine.nodes.flatMap(({ operation }, node) => {
    const entry = operation ? operations[operation] : undefined;
    if (!entry?.note || !engine.differentiable[node]) return [];
    const inputs = engine.inputs[node].map((input) => values[input]);
    return atKink(entry, inputs) ? [{ node, note: entry.note }] : [];
  });
}

/**
 * @param {Operation} operation
 * @param {number[]} inputs
 */
export function atKink({ kink, arguments: names }, inputs) {
  return Boolean(kink) && compute(kink ?? [], names, inputs) === 0;
}
