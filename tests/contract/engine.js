/**
 * Graphs and points in on standard input, what the browser makes of them out on standard output: the numbers, where
 * they stop being finite, the conventions, and for each name of `over` its gradient check and its curve.
 */

import { text } from "node:stream/consumers";
import { Engine } from "../../frontend/src/engine/engine.js";
import { conventions } from "../../frontend/src/engine/kinks.js";
import { origins } from "../../frontend/src/engine/nonfinite.js";
import { check, EXPONENTS, nudgeOf } from "../../frontend/src/engine/gradient-check.js";
import { probe, sweep } from "../../frontend/src/engine/sweep.js";

/**
 * @typedef {object} Case
 * @property {import("../../frontend/src/service/contract.js").Graph} graph
 * @property {Record<string, number>} point
 * @property {number[]} seeds
 * @property {string[]} over
 * @property {[number, number, number]} range  of a curve: from, to, how many points
 */

const { operations, cases } = JSON.parse(await text(process.stdin));

/** Numbers as JSON cannot hold them: "-0", "NaN", "Infinity". @param {Iterable<number>} numbers */
const written = (numbers) => Array.from(numbers, (number) => (Object.is(number, -0) ? "-0" : String(number)));

const results = cases.map((/** @type {Case} */ { graph, point, seeds, over, range }) => {
  const engine = new Engine(graph, operations);
  const result = engine.evaluate(point, seeds);
  const { values, adjoints, locals, contributions } = result;
  const looked = over.map((name) => {
    const leaf = { name, place: graph.nodes.findIndex((node) => node.name === name), value: point[name] };
    const { gradient, relative, atKink, at } = check(engine, point, leaf);
    const rows = EXPONENTS.map((exponent) => at(nudgeOf(exponent)));
    const { points, values: heights, derivatives } = sweep(probe(engine, point, leaf), ...range);
    return {
      gradient: String(gradient),
      relative,
      atKink,
      rows: rows.map(({ h, up, down, slope, error }) => written([h, up, down, slope, error])),
      curve: [points, heights, derivatives].map(written),
    };
  });
  return {
    columns: [values, adjoints, locals, contributions].map(written),
    origins: origins(engine, result).map(({ node, of, why }) => [node, of, why]),
    kinks: conventions(engine, result, operations).map(({ node, note }) => [node, note]),
    looked,
  };
});
process.stdout.write(JSON.stringify(results));
