/**
 * Numbers for an exercise, chosen so that slips show: with all variables 1 nearly every second slip gives the right number.
 *
 * What enters: a figure, the slips, its blanks, a text as the seed. What leaves: values by name, and what enters at the
 * outputs. Named constants keep theirs.
 */

import { isRegular } from "./points.js";
import { randomOf } from "./random.js";
import { mistaken, reaching, slipsOf } from "./slips.js";

/**
 * @typedef {import("./points.js").Exercise} Exercise
 * @typedef {{values: import("../service/contract.js").Values, seeds: number[]}} Chosen
 */

/** Draws, of which the best is taken. */
const DRAWS = 60;
/** Numbers at which a power, a product or a root looks like something else. */
const SHUNNED = new Set([0, 0.5, 1, 2, -1]);
/** Tenths that are drawn from, what is wide first. @type {[number, number][]} */
const RANGES = [
  [-29, 29],
  [3, 29],
  [1, 9],
  [11, 39],
];
/** Numbers nearer to each other than this look the same with three digits. */
const ALIKE = 2e-3;

/**
 * @param {Pick<Exercise, "graph" | "engine" | "operations">} figure
 * @param {import("../service/contract.js").Slips} table
 * @param {readonly number[]} lines  of the red blanks
 * @param {string} seed
 * @returns {Chosen | null} null where no draw was inside the domain
 */
export function valuesOf(figure, table, lines, seed) {
  const { graph, engine, operations } = figure;
  const random = randomOf(`${graph.expression}\n${seed}`);
  const tenth = (/** @type {[number, number]} */ [from, to]) => {
    for (;;) {
      const number = Math.round(from + (to - from) * random()) / 10;
      if (!SHUNNED.has(number)) return number;
    }
  };
  const variables = graph.nodes.flatMap(({ kind, name }) => (kind === "variable" && name ? [name] : []));
  const slips = slipsOf(figure, table);
  const blanks = lines.map((line) => ({ line, places: new Set(reaching(engine, line, slips)) }));
  const relevant = slips.filter((slip) => blanks.some(({ places }) => places.has(slip)));
  /** @type {{chosen: Chosen, hidden: number, alike: number} | null} */
  let best = null;
  for (let drawn = 0; drawn < DRAWS; drawn++) {
    const range = RANGES[Math.floor((drawn * RANGES.length) / DRAWS)];
    const values = Object.fromEntries(variables.map((name) => [name, tenth(range)]));
    const seeds = engine.outputs.map(() => tenth([11, 29]));
    const point = { values: engine.forward(values), seeds };
    if (!isRegular(engine, operations, point.values)) continue;
    const right = engine.backward(point.values, seeds).contributions;
    if (!lines.every((line) => Number.isFinite(right[line]))) continue;
    const wrong = relevant.map((slip) => mistaken(engine, point, slip));
    let [hidden, alike] = [0, 0];
    for (const { line, places } of blanks) {
      const numbers = wrong.flatMap((sent, at) => (places.has(relevant[at]) ? [sent[line]] : []));
      hidden += numbers.filter((number) => isAlike(number, right[line])).length;
      numbers.sort((one, other) => one - other);
      alike += numbers.filter((number, at) => at > 0 && isAlike(number, numbers[at - 1])).length;
    }
    if (!best || hidden < best.hidden || (hidden === best.hidden && alike < best.alike))
      best = { chosen: { values, seeds }, hidden, alike };
    if (best.hidden + best.alike === 0) break;
  }
  return best?.chosen ?? null;
}

/**
 * @param {number} one
 * @param {number} other
 */
function isAlike(one, other) {
  return Math.abs(one - other) <= ALIKE * Math.max(Math.abs(one), Math.abs(other));
}
