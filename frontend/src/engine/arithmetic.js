/**
 * The primitives of arithmetic, as IEEE 754 and the service have them: never an exception, never a complex number.
 * Twin of backend/kuroaka/operations/floats.py.
 *
 * What enters: up to three numbers. What leaves: a number, which may be infinite or NaN.
 */

import { erf, erfc } from "./erf.js";

/**
 * x^y as C's pow has it: pow(x, 0) = 1 and pow(1, y) = 1 even for NaN, where JavaScript says NaN.
 * @param {number} x
 * @param {number} y
 */
function pow(x, y) {
  if (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY)) return 1;
  return x ** y;
}

/**
 * The two branches keep the digits that 1/(1 + e^-x) loses far to the left.
 * @param {number} x
 */
function sigmoid(x) {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/**
 * ln(1 + e^x) without overflow.
 * @param {number} x
 */
function softplus(x) {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * In the middle by a function that is exact near its zero.
 * @param {number} x
 */
function logit(x) {
  return x > 0.25 && x < 0.75 ? 2 * Math.atanh(2 * x - 1) : Math.log(x / (1 - x));
}

/** @param {number} x */
function sinc(x) {
  return x === 0 ? 1 : Math.sin(x) / x;
}

/**
 * The derivative of sinc; a series around 0, where its two terms cancel.
 * @param {number} x
 */
function sincSlope(x) {
  if (!(Math.abs(x) < 2)) return (Math.cos(x) - sinc(x)) / x;
  let series = 1;
  for (let term = 12; term > 0; term--) series = 1 - ((x * x) / (2 * term * (2 * term + 3))) * series;
  return (-x / 3) * series;
}

/**
 * To the nearest whole number, a half to the even one: from 2^52 on there is nothing between whole numbers, so a sum
 * that reaches there is rounded so. A zero keeps its sign.
 * @param {number} x
 */
function round(x) {
  const size = Math.abs(x);
  if (!(size > 0 && size < 2 ** 52)) return x;
  const near = size + 2 ** 52 - 2 ** 52;
  return x < 0 ? -near : near;
}

/**
 * What is left of x after whole steps of y; it has the sign of y, where JavaScript's % has that of x.
 * @param {number} x
 * @param {number} y
 */
function mod(x, y) {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 === y < 0 ? rest : rest + y;
}

/**
 * A comparison as a number: 1 where it holds, else 0, but NaN stays NaN.
 * @param {(x: number, y: number) => boolean} holds
 * @returns {(x: number, y: number) => number}
 */
function compared(holds) {
  return (x, y) => (Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : Number(holds(x, y)));
}

/**
 * The derivative of x^y to its base; 0 where y = 0, because x^0 is 1 everywhere.
 * @param {number} x
 * @param {number} y
 */
function powerBase(x, y) {
  return y === 0 ? 0 : y * pow(x, y - 1);
}

/**
 * The derivative of x^y to its exponent; 0 at x = 0, y >= 0 by convention.
 * @param {number} x
 * @param {number} y
 */
function powerExponent(x, y) {
  return x === 0 && y >= 0 ? 0 : pow(x, y) * Math.log(x);
}

/** @type {Record<string, (x: number, y: number, z: number) => number>} */
export const PRIMITIVES = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  pow,
  neg: (x) => -x,
  exp: (x) => Math.exp(x),
  expm1: (x) => Math.expm1(x),
  ln: (x) => Math.log(x),
  log2: (x) => Math.log2(x),
  log10: (x) => Math.log10(x),
  log1p: (x) => Math.log1p(x),
  sqrt: (x) => Math.sqrt(x),
  cbrt: (x) => Math.cbrt(x),
  hypot: (x, y) => Math.hypot(x, y),
  sin: (x) => Math.sin(x),
  cos: (x) => Math.cos(x),
  tan: (x) => Math.tan(x),
  asin: (x) => Math.asin(x),
  acos: (x) => Math.acos(x),
  atan: (x) => Math.atan(x),
  atan2: (y, x) => Math.atan2(y, x),
  sinh: (x) => Math.sinh(x),
  cosh: (x) => Math.cosh(x),
  tanh: (x) => Math.tanh(x),
  asinh: (x) => Math.asinh(x),
  acosh: (x) => Math.acosh(x),
  atanh: (x) => Math.atanh(x),
  abs: (x) => Math.abs(x),
  sign: (x) => (x === 0 ? 0 : Math.sign(x)),
  step: (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0),
  max: (x, y) => (x > y || Number.isNaN(x) ? x : y),
  min: (x, y) => (x < y || Number.isNaN(x) ? x : y),
  floor: (x) => Math.floor(x),
  ceil: (x) => Math.ceil(x),
  round,
  trunc: (x) => Math.trunc(x),
  mod,
  gt: compared((x, y) => x > y),
  lt: compared((x, y) => x < y),
  ge: compared((x, y) => x >= y),
  le: compared((x, y) => x <= y),
  eq: compared((x, y) => x === y),
  ne: compared((x, y) => x !== y),
  where: (c, x, y) => (Number.isNaN(c) ? c : c === 0 ? y : x),
  erf,
  erfc,
  sinc,
  sigmoid,
  logit,
  softplus,
  gelu: (x) => (x / 2) * erfc(-x / Math.SQRT2), // not 1 + erf: that has no digits left far to the left
  power_base: powerBase,
  power_exponent: powerExponent,
  slope: () => Number.NaN,
  sinc_slope: sincSlope,
};
