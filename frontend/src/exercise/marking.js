/**
 * The marking of one answer: right, wrong and by which slip, not readable, or not to be told.
 *
 * What enters: a figure with its numbers, the slips, a blank, what was typed. What leaves: a verdict. A formula counts in
 * whatever form, if it has the value of the truth at points drawn; a number counts for the numbers of the moment.
 */

import { readAnswer } from "./answer.js";
import { pointsOf } from "./points.js";
import { misreadings, mistaken, reaching, slipsOf } from "./slips.js";

/**
 * @typedef {import("./points.js").Exercise} Exercise
 * @typedef {import("./points.js").Point} Point
 * @typedef {import("./slips.js").Slip} Slip
 * @typedef {import("./slips.js").Misled} Misled
 *
 * @typedef {{line: number, direction: "forward" | "backward"}} Blank  by the place of its line
 * @typedef {{name: string, node: string}} Named  a slip and the id of the node where it was made
 *
 * @typedef {{status: "right", unseen: Named[]}
 *   | {status: "wrong", slips: Named[]}
 *   | {status: "unread", fault: import("./answer.js").Fault}
 *   | {status: "unsure"}} Verdict  `unseen`: slips that a right number does not show, as both give it here but not elsewhere
 */

/** Points with a number at least, or nothing is said. */
const ENOUGH = 4;
/** Slips that are told at most; of more than these nobody could say which it was. */
const TOLD = 2;
const DIGITS = 3;
/** More than rounding leaves between two numbers. */
const SEEN = 1e-6;
const EXACT = 1e-9;
/** Of the largest number of a pass: where addends cancel, not more than this may be left of a 0. */
const LEFT = 1e-13;

/**
 * @param {Exercise} exercise
 * @param {import("../service/contract.js").Slips} table
 * @param {Blank} blank
 * @param {string} text
 * @returns {Verdict}
 */
export function mark(exercise, table, { line, direction }, text) {
  const { graph, engine, operations, values, seeds } = exercise;
  const places = placesOf(graph);
  const read = readAnswer(text, [...places.keys()], operations);
  if ("fault" in read) return { status: "unread", fault: read.fault };
  const { answer } = read;
  const source = engine.sources[line];
  /** @type {Misled[]} */
  const slips =
    direction === "forward"
      ? misreadings(exercise, source)
      : reaching(engine, line, slipsOf(exercise, table)).map((slip) => ({
          ...slip,
          value: (point) => mistaken(engine, point, slip)[line],
        }));
  const truth = (/** @type {Point} */ point) =>
    direction === "forward" ? point.values[source] : engine.backward(point.values, point.seeds).contributions[line];
  const rest = (/** @type {Point} */ { values, seeds }) => {
    const numbers = direction === "forward" ? values : engine.backward(values, seeds).contributions;
    return LEFT * Math.max(...[...numbers].map(Math.abs).filter(Number.isFinite));
  };
  const told = (/** @type {Slip[]} */ found) =>
    /** @type {Verdict} */ ({ status: "wrong", slips: named(graph, found) });

  if (!answer.names.length) {
    const now = { values: engine.forward(values), seeds };
    const given = answer.at(Number);
    const right = truth(now);
    if (!Number.isFinite(right)) return { status: "unsure" };
    const rightHere = () => {
      const alike = slips.filter(({ value }) => near(right, value(now), rest(now)));
      const elsewhere = alike.length ? pointsOf(exercise) : [];
      const differs = (/** @type {Misled} */ { value }) =>
        elsewhere.some((at) => Math.abs(truth(at) - value(at)) > SEEN);
      return /** @type {Verdict} */ ({ status: "right", unseen: named(graph, alike.filter(differs)) });
    };
    if (near(given, right, rest(now))) return rightHere();
    const { half, digits } = roundingOf(text);
    if (near(given, right, half)) {
      if (digits >= DIGITS) return rightHere();
      const fault = { key: "answerDigits", parts: {}, from: 0, to: text.length };
      return { status: "unread", fault };
    }
    const room = digits >= DIGITS ? half : 0;
    return told(slips.filter(({ value }) => near(given, value(now), room)));
  }

  const points = pointsOf(exercise).flatMap((point) => {
    const given = answer.at((name) => numberAt(point, places.get(name)));
    const right = truth(point);
    return Number.isFinite(given) && Number.isFinite(right) ? [{ point, given, right }] : [];
  });
  if (points.length < ENOUGH) return { status: "unsure" };
  if (points.every(({ point, given, right }) => near(given, right, rest(point))))
    return { status: "right", unseen: [] };
  return told(slips.filter(({ value }) => points.every(({ point, given }) => near(given, value(point), 0))));
}

/**
 * What may stand in an answer: names of nodes, and what enters at the outputs.
 * @param {import("../service/contract.js").Graph} graph
 * @returns {Map<string, {node: number} | {output: number}>}
 */
export function placesOf({ nodes, outputs }) {
  /** @type {Map<string, {node: number} | {output: number}>} */
  const places = new Map();
  outputs.forEach(({ upstream }, output) => {
    places.set(upstream, { output });
  });
  nodes.forEach(({ name }, node) => {
    if (name && !places.has(name)) places.set(name, { node });
  });
  return places;
}

/**
 * The line that a name's blank is at: of all that leave its node the one that has the whole; its place, -1 if there is none.
 * @param {import("./points.js").Engine} engine
 * @param {number} node
 */
export function lineOf(engine, node) {
  return engine.sources.indexOf(node);
}

/**
 * @param {Point} point
 * @param {{node: number} | {output: number} | undefined} place
 */
function numberAt({ values, seeds }, place) {
  if (!place) return Number.NaN;
  return "node" in place ? values[place.node] : seeds[place.output];
}

/**
 * @param {number} given
 * @param {number} wanted
 * @param {number} room
 */
function near(given, wanted, room) {
  return Math.abs(given - wanted) <= Math.max(room, EXACT * Math.max(Math.abs(given), Math.abs(wanted)));
}

/**
 * Half a unit of the last digit of a number as it was typed, and how many digits count; none if it is more than a number.
 * @param {string} text
 */
export function roundingOf(text) {
  const plain = text
    .normalize("NFKC")
    .replace(/[−–‐‑‒]/g, "-")
    .trim();
  const match = plain.match(/^[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i);
  if (!match) return { half: 0, digits: 0 };
  if (Number(plain) === 0 && !plain.includes(".")) return { half: 0, digits: DIGITS };
  const [, whole, part = "", exponent = "0"] = match;
  return {
    half: 0.5 * 10 ** (Number(exponent) - part.length) * (1 + EXACT),
    digits: (whole + part).replace(/^0+/, "").length,
  };
}

/**
 * The slips that are told: each name once, at the first of the nodes where it can have been made.
 * @param {import("../service/contract.js").Graph} graph
 * @param {Slip[]} slips
 */
function named({ nodes }, slips) {
  /** @type {Map<string, Named>} */
  const found = new Map();
  for (const { name, node } of slips) if (!found.has(name)) found.set(name, { name, node: nodes[node].id });
  return [...found.values()].slice(0, TOLD);
}
