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
/** Where variables are drawn from; a quarter of the points from each. @type {[number, number][]} */
const RANGES = [
  [-2.5, 2.5],
  [0.2, 2.5],
  [0.1, 0.9],
  [1.1, 4],
];

/**
 * @param {Exercise} exercise
 * @returns {Point[]} the numbers of the moment and twelve more, or as many as could be found
 */
export function pointsOf({ graph, engine, operations, values: given, seeds }) {
  const random = randomOf(graph.expression);
  const draw = (/** @type {number} */ from, /** @type {number} */ to) => from + (to - from) * random();
  const variables = graph.nodes.flatMap(({ kind, name }) => (kind === "variable" && name ? [name] : []));
  const now = { values: engine.forward(given), seeds };
  const found = isRegular(engine, operations, now.values) ? [now] : [];
  const fill = (/** @type {number} */ count, /** @type {(name: string) => number} */ drawn) => {
    const full = found.length + count;
    for (let draws = 0; draws < DRAWS && found.length < full; draws++) {
      const values = engine.forward({ ...given, ...Object.fromEntries(variables.map((name) => [name, drawn(name)])) });
      if (isRegular(engine, operations, values) && isMild(engine, values))
        found.push({ values, seeds: engine.outputs.map(() => draw(0.5, 2.5)) });
    }
  };
  for (const [from, to] of RANGES) fill(POINTS / RANGES.length, () => draw(from, to));
  // around the numbers of the moment, where the domain is small
  fill(POINTS + 1 - found.length, (name) => (given[name] ?? 1) * draw(0.8, 1.2));
  return found;
}

/**
 * Whether no slope is so small or so large that another form of the same formula loses its digits: 1 - z^2 where z is
 * nearly 1. A slope of 0 is one side of a kink.
 * @param {Engine} engine
 * @param {Float64Array} values
 */
function isMild(engine, values) {
  return engine.locals(values).every((slope) => !(Math.abs(slope) > 1e4 || (Math.abs(slope) < 1e-4 && slope !== 0)));
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
