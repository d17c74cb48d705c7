/**
 * Where numbers stop being finite, live: the service's graph/nonfinite.py, so that it can be said while a slider moves.
 *
 * What enters: an engine and its result. What leaves: the origins: numbers that are not finite although everything they
 * were computed from is, and values that are NaN although none of those is (∞ − ∞).
 */

import { isGeneral } from "./general.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 * @typedef {"domain" | "pole" | "overflow" | "undefined"} Why  no real number, an infinite one from a 0, one too large to hold, or
 *   one that nobody has defined
 * @typedef {object} Origin
 * @property {number} node  place of the operation that made it; of the node where red adds up, when the sum did
 * @property {"value" | "gradient"} of
 * @property {Why} why
 * @property {number[]} from  the numbers it was made from: the inputs, and for a gradient the upstream one before them
 */

/**
 * @param {Engine} engine
 * @param {Result} result
 * @returns {Origin[]} one at most for each node and pass, forward first, in the order of computing
 */
export function origins(engine, result) {
  const { inputs, arrivals, flows } = engine;
  const { values, adjoints, locals, contributions } = result;
  /** @type {Origin[]} */
  const found = [];
  values.forEach((value, node) => {
    const from = inputs[node].map((input) => values[input]);
    const undefinedHere = Number.isNaN(value) && !from.some(Number.isNaN);
    const why = isGeneral(engine.nodes[node].operation) ? "undefined" : undefinedHere ? "domain" : begins(value, from);
    if (why && from.length) found.push({ node, of: "value", why, from });
  });
  const arriving = /** @type {number[][]} */ (inputs.map(() => []));
  for (let node = values.length - 1; node >= 0; node--) {
    const summed = begins(adjoints[node], arriving[node]);
    if (summed && arriving[node].length > 1) {
      found.push({ node, of: "gradient", why: summed, from: arriving[node] });
    }
    const known = inputs[node].map((input) => values[input]);
    let told = false;
    inputs[node].forEach((source, position) => {
      const line = arrivals[node][position];
      if (!flows[line]) return;
      arriving[source].push(contributions[line]);
      const number = Number.isFinite(locals[line]) ? contributions[line] : locals[line];
      const why = isGeneral(engine.nodes[node].operation)
        ? "undefined"
        : begins(number, [adjoints[node], values[node], ...known]);
      if (why && !told) found.push({ node, of: "gradient", why, from: [adjoints[node], ...known] });
      told ||= why !== null;
    });
  }
  return found;
}

/**
 * How many values and gradients are not finite.
 * @param {Engine} engine
 * @param {Result} result
 */
export function spread({ differentiable }, { values, adjoints }) {
  let count = 0;
  values.forEach((value, node) => {
    if (!Number.isFinite(value)) count++;
    if (differentiable[node] && !Number.isFinite(adjoints[node])) count++;
  });
  return count;
}

/**
 * @param {number} value
 * @param {number[]} from
 * @returns {Why | null} null when the value is finite, or only inherits
 */
function begins(value, from) {
  if (Number.isFinite(value) || !from.every(Number.isFinite)) return null;
  if (Number.isNaN(value)) return "domain";
  return from.includes(0) ? "pole" : "overflow";
}
