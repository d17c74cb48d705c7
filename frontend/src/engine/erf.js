/**
 * The error function and what it lacks to 1, which JavaScript does not have: the algorithm and the coefficients of
 * s_erf.c in fdlibm (Sun Microsystems, 1993), right to the last digits.
 *
 * Near 0 both are rational functions; further out erfc(x) = exp(-x^2 - 0.5625 + a rational function of 1/x^2) / x.
 */

/** Polynomials, the constant first. Numerator and denominator of (erf(x) - x) / x in x^2, for |x| < 0.84375. */
const NEAR = [
  [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5],
  [1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6],
];
/** Of erf(x) - ONE in |x| - 1, for |x| < 1.25. */
const ONE = 0.8450629115104675;
const MIDDLE = [
  [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
    0.035478304325618236, -0.002166375594868791,
  ],
  [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107,
  ],
];
/** Of the exponent in 1/x^2, for |x| < 1/0.35. */
const FAR = [
  [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
];
/** The same beyond. */
const FARTHEST = [
  [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514,
  ],
  [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582,
  ],
];

/** @param {number} x */
export function erf(x) {
  const size = Math.abs(x);
  if (size < 0.84375) return x + x * ratio(NEAR, x * x);
  if (Number.isNaN(x)) return x;
  return Math.sign(x) * (size < 1.25 ? ONE + ratio(MIDDLE, size - 1) : 1 - tail(size));
}

/**
 * 1 - erf(x), with all digits where that is nearly 0.
 * @param {number} x
 */
export function erfc(x) {
  if (Number.isNaN(x)) return x;
  if (x < 0.25) return x < -0.84375 ? 1 + erf(-x) : 1 - erf(x);
  if (x < 0.84375) return 0.5 - (x - 0.5 + x * ratio(NEAR, x * x));
  return x < 1.25 ? 1 - ONE - ratio(MIDDLE, x - 1) : tail(x);
}

/**
 * erfc(x) from 1.25 on. x^2 is taken apart, as its rounding would be magnified: the square of a float of half the digits
 * is exact.
 * @param {number} x
 */
function tail(x) {
  if (x > 28) return 0;
  const rough = Math.fround(x);
  const rest = (rough - x) * (rough + x) + ratio(x < 1 / 0.35 ? FAR : FARTHEST, 1 / (x * x));
  return (Math.exp(-rough * rough - 0.5625) * Math.exp(rest)) / x;
}

/**
 * A rational function.
 * @param {number[][]} polynomials
 * @param {number} x
 */
function ratio([above, below], x) {
  return horner(above, x) / horner(below, x);
}

/**
 * @param {number[]} coefficients
 * @param {number} x
 */
function horner(coefficients, x) {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
