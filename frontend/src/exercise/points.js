/**
 * Points at which a graph has numbers, for comparing formulas: inside the domain, and away from kinks.
 *
 * What enters: a graph with its engine, operations and numbers of the moment. What leaves: points with the values there.
 */

import { compute } from "../engine/tape.js";
import { randomOf } from "./random.js";

/**
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../service/contract.js").Values} Values
 *
 * @typedef {object} Exercise  a figure with its numbers, as a session has it
 * @property {import("../service/contract.js").Graph} graph
 * @property {Engine} engine
 * @property {import("../service/contract.js").Operations} operations
 * @property {Values} values  given, by name
 * @property {readonly number[]} seeds  one an output
 *
 * @typedef {{values: Float64Array, seeds: readonly number[]}} Point
 */

const POINTS = 12;
/** Draws from each range, of which most may be outside the domain. */
const DRAWS = 30;
/** A kink is nearer than this. */
const NEAR = 1e-3;
/** Where variables are drawn from; what is wide is tried first. @type {[number, number][]} */
const RANGES = [
  [-2.5, 2.5],
  [0.2, 2.5],
  [0.1, 0.9],
  [1.1, 4],
];

/**
 * @param {Exercise} exercise
 * @returns {Point[]} twelve, or as many as could be found
 */
export function pointsOf({ graph, engine, operations, values: given }) {
  const random = randomOf(graph.expression);
  const draw = (/** @type {number} */ from, /** @type {number} */ to) => from + (to - from) * random();
  const variables = graph.nodes.flatMap(({ kind, name }) => (kind === "variable" && name ? [name] : []));
  /** @type {Point[]} */
  const found = [];
  const take = (/** @type {Values} */ at) => {
    const values = engine.forward({ ...given, ...at });
    if (found.length < POINTS && isRegular(engine, operations, values))
      found.push({ values, seeds: engine.outputs.map(() => draw(0.5, 2.5)) });
  };
  for (const [from, to] of RANGES)
    for (let drawn = 0; drawn < DRAWS && found.length < POINTS; drawn++)
      take(Object.fromEntries(variables.map((name) => [name, draw(from, to)])));
  // around the numbers of the moment, where the domain is small
  for (let drawn = 0; drawn < DRAWS && found.length < POINTS; drawn++)
    take(Object.fromEntries(variables.map((name) => [name, (given[name] ?? 1) * draw(0.8, 1.2)])));
  return found;
}

/**
 * Whether all values are finite and no operation is at a kink.
 * @param {Engine} engine
 * @param {import("../service/contract.js").Operations} operations
 * @param {Float64Array} values
 */
export function isRegular({ nodes, inputs }, operations, values) {
  return nodes.every(({ operation }, node) => {
    if (!Number.isFinite(values[node])) return false;
    const { kink, arguments: names } = operations[operation ?? ""] ?? {};
    if (!kink || !names) return true;
    return (
      Math.abs(
        compute(
          kink,
          names,
          inputs[node].map((input) => values[input]),
        ),
      ) > NEAR
    );
  });
}
