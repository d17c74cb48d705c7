/**
 * The gradient check in the browser: the red number beside the slope that a nudge gives. Twin of
 * backend/kuroaka/graph/check.py, row by row.
 *
 * What enters: an engine, values, a name. What leaves: one row a nudge; the errors of many nudges; what to say of them.
 */

import { probe } from "./sweep.js";

/**
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {{h: number, up: number, down: number, slope: number, error: number}} Nudge
 * @typedef {"agrees" | "coarse" | "rounds" | "kink" | "infinite"} Verdict
 */

export const EXPONENTS = Array.from({ length: 12 }, (_, place) => -1 - place);
/** Nudges of the error curve in each power of ten. */
const DENSE = 6;
/** An error of the best nudge above this is not one of rounding: there is no one slope. */
const APART = 1e-3;
/** An error this many times the best one lies on a slope of the valley, not on its floor. */
const FLOOR = 30;
/** A relative error below this is agreement, wherever it lies in the valley. */
const CLOSE = 1e-7;

/** @param {number} exponent */
export function nudgeOf(exponent) {
  return Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
}

/**
 * @param {Engine} engine
 * @param {Values} values
 * @param {{name: string, place: number, value: number}} leaf  with its present value
 * @returns {{gradient: number, at: (h: number) => Nudge}}
 */
export function check(engine, values, leaf) {
  const { value: x } = leaf;
  const point = { ...values };
  const gradient = probe(engine, values, leaf)(x).derivative;
  /** @param {number} at */
  const output = (at) => engine.forward({ ...point, [leaf.name]: at })[engine.output];
  return {
    gradient,
    at: (h) => {
      const [up, down] = [output(x + h), output(x - h)];
      const slope = (up - down) / (x + h - (x - h)); // the nudge that was really made
      const difference = Math.abs(slope - gradient);
      const relative = gradient !== 0 && Number.isFinite(gradient);
      return { h, up, down, slope, error: relative ? difference / Math.abs(gradient) : difference };
    },
  };
}

/**
 * The valley: [exponent of h, exponent of the error], in pieces; an error of 0 has no exponent and is left out.
 * @param {(h: number) => Nudge} at
 * @returns {[number, number][][]}
 */
export function valley(at) {
  const count = DENSE * (EXPONENTS.length - 1);
  /** @type {[number, number][][]} */
  const runs = [[]];
  for (let place = 0; place <= count; place++) {
    const exponent = EXPONENTS[EXPONENTS.length - 1] + place / DENSE;
    const { error } = at(nudgeOf(exponent));
    if (error > 0 && Number.isFinite(error)) runs[runs.length - 1].push([exponent, Math.log10(error)]);
    else if (!Number.isFinite(error)) runs.push([]);
  }
  return runs.filter((run) => run.length);
}

/**
 * What is seen at one nudge, given all of them.
 * @param {number} gradient
 * @param {Nudge} here
 * @param {Nudge[]} all
 * @returns {Verdict}
 */
export function verdict(gradient, here, all) {
  if (![gradient, here.up, here.down].every(Number.isFinite)) return "infinite";
  const best = all.reduce((one, other) => (other.error < one.error ? other : one));
  if (best.error > APART) return "kink";
  if (here.error <= CLOSE || here.error <= FLOOR * best.error) return "agrees";
  return here.h > best.h ? "coarse" : "rounds";
}

/**
 * Where two numbers, written in full, begin to differ.
 * @param {number} one
 * @param {number} other
 * @returns {[string, string, string]} what they share, and the rest of each
 */
export function shared(one, other) {
  const [first, second] = [one, other].map((value) =>
    Number.isFinite(value)
      ? value.toPrecision(16).replaceAll("-", "−")
      : String(value).replace("-Infinity", "−∞").replace("Infinity", "∞"),
  );
  if (first === second) return [first, "", ""];
  let same = 0;
  while (same < Math.min(first.length, second.length) && first[same] === second[same]) same++;
  return [first.slice(0, same), first.slice(same), second.slice(same)];
}
