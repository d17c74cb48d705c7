/**
 * The mistaken passes of a figure: every slip at every place where it can be made. So each blank knows its wrong answers.
 *
 * What enters: a graph with its engine and operations, the slips of the service. What leaves: mistaken passes, those whose
 * slip says more first.
 */

import { PRIMITIVES } from "../engine/arithmetic.js";
import { averaging, keeping } from "../engine/mistakes.js";
import { compute } from "../engine/tape.js";

/**
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../engine/engine.js").Mistake} Mistake
 * @typedef {import("./points.js").Exercise} Exercise
 * @typedef {import("./points.js").Point} Point
 *
 * @typedef {object} Slip
 * @property {string} name
 * @property {number} node  the place of the node where it is made
 * @property {Mistake} [mistake]  without one the seeds are taken for 1
 *
 * @typedef {Slip & {value: (point: Point) => number}} Misled  with what it gives for a blank
 */

/**
 * @param {Pick<Exercise, "graph" | "engine" | "operations">} exercise
 * @param {import("../service/contract.js").Slips} table
 * @returns {Slip[]}
 */
export function slipsOf({ graph, engine, operations }, table) {
  /** @type {Slip[]} */
  const found = engine.outputs.map((node) => ({ name: "seed", node }));
  graph.nodes.forEach(({ kind, operation }, node) => {
    const returned = engine.returning[node].length;
    if (returned > 1) {
      for (let which = 0; which < returned; which++) found.push({ name: "overwrote", node, mistake: keeping(which) });
      found.push({ name: "averaged", node, mistake: averaging });
    }
    if (kind !== "operation" || !engine.arrivals[node].some((line) => engine.flows[line])) return;
    const name = operation ?? "";
    for (const { name: slip, backward } of table.operations[name] ?? operations[name]?.slips ?? [])
      found.push({ name: slip, node, mistake: { rules: backward } });
    found.push({ name: "upstream", node, mistake: { upstream: 1 } });
    for (const { name: slip, backward } of table.general)
      found.push({ name: slip, node, mistake: { rules: engine.inputs[node].map(() => backward) } });
  });
  const order = new Map(table.slips.map(({ name }, rank) => [name, rank]));
  const rank = (/** @type {Slip} */ { name }) => order.get(name) ?? order.size;
  return found.sort((one, other) => rank(one) - rank(other));
}

/**
 * What a node's value becomes by the mistakes people make going forward.
 * @param {Pick<Exercise, "graph" | "engine" | "operations">} exercise
 * @param {number} node
 * @returns {Misled[]}
 */
export function misreadings({ graph, engine, operations }, node) {
  const name = graph.nodes[node].operation ?? "";
  const inputs = engine.inputs[node];
  const { value, arguments: names } = operations[name] ?? {};
  const apply = (/** @type {number[]} */ numbers) =>
    compute(Object.hasOwn(PRIMITIVES, name) ? [...names, [name, ...names.keys()]] : (value ?? []), names, numbers);
  const given = (/** @type {Point} */ { values }) => inputs.map((input) => values[input]);
  const exchanged = { name: "exchanged", node, value: (/** @type {Point} */ at) => apply(given(at).toReversed()) };
  return [
    ...(inputs.length === 2 ? [exchanged] : []),
    { name: "negated", node, value: ({ values }) => -values[node] },
    ...inputs.map((input) => ({ name: "untouched", node, value: (/** @type {Point} */ { values }) => values[input] })),
  ];
}

/**
 * Those that can change what flows along a line: made at its end, or further on towards an output.
 * @param {Engine} engine
 * @param {number} line
 * @param {Slip[]} slips
 */
export function reaching(engine, line, slips) {
  const { inputs, edges, outputs, arrivals } = engine;
  const target = arrivals.findIndex((lines) => lines.includes(line));
  /** @type {boolean[]} */
  const after = [];
  inputs.forEach((from, node) => {
    after.push(node === target || from.some((input) => after[input]));
  });
  return slips.filter(({ node, mistake }) => {
    if (!mistake) return line >= edges ? outputs[line - edges] === node : after[node];
    if (!after[node]) return false;
    return node !== target || !mistake.rules || mistake.rules[arrivals[target].indexOf(line)].length > 0;
  });
}

/**
 * What flows along every line when a slip is made.
 * @param {Engine} engine
 * @param {Point} point
 * @param {Slip} slip
 */
export function mistaken(engine, { values, seeds }, { node, mistake }) {
  return mistake
    ? engine.backward(values, seeds, new Map([[node, mistake]])).contributions
    : engine.backward(values, engine.ones).contributions;
}
