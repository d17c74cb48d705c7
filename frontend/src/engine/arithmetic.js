/**
 * The primitives of arithmetic, as IEEE 754 and the service have them: never an exception, never a complex number.
 * Twin of backend/kuroaka/operations/floats.py.
 *
 * What enters: one or two numbers. What leaves: a number, which may be infinite or NaN.
 */

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

/** @type {Record<string, (x: number, y: number) => number>} */
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
  sigmoid,
  softplus,
  power_base: powerBase,
  power_exponent: powerExponent,
  slope: () => Number.NaN,
};
