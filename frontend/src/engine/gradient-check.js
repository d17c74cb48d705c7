/**
 * The gradient check in the browser: the red number beside the slope that a nudge gives. Twin of
 * backend/kuroaka/graph/check.py, row by row.
 *
 * What enters: an engine, values, a name. What leaves: one row a nudge; the errors of many nudges; what to say of them.
 */

/**
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {{h: number, up: number, down: number, slope: number, error: number}} Nudge
 * @typedef {"agrees" | "faint" | "level" | "coarse" | "rounds" | "kink" | "infinite"} Verdict
 *
 * @typedef {object} Check
 * @property {number} gradient
 * @property {boolean} relative  whether errors are relative to the gradient: not if no nudge could tell it from 0
 * @property {boolean} atKink  a kink or a jump: there is no one slope, and errors are those of the side further off
 * @property {(h: number) => Nudge} at
 *
 * @typedef {{size: number, noise: number}} Difference  with what rounding may do to it
 */

export const EXPONENTS = Array.from({ length: 12 }, (_, place) => -1 - place);
/** Nudges of the error curve in each power of ten. */
const DENSE = 6;
/** An error this many times the best one lies on a slope of the valley, not on its floor. */
const FLOOR = 30;
/** A relative error below this is agreement, wherever it lies in the valley. */
const CLOSE = 1e-7;
/** Times what rounding may do: a difference that is really there. */
const VISIBLE = 4;
/** Times itself: a number that stays while the nudge shrinks tenfold. */
const STEADY = 1.5;

/** @param {number} exponent */
export function nudgeOf(exponent) {
  return Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
}

/**
 * @param {Engine} engine
 * @param {Values} values
 * @param {{name: string, place: number, value: number}} leaf  with its present value
 * @param {readonly number[]} seeds
 * @returns {Check}
 */
export function check(engine, values, { name, place, value: x }, seeds = engine.ones) {
  const point = { ...values };
  /** @param {number} at */
  const forward = (at) => engine.forward({ ...point, [name]: at });
  const middle = forward(x);
  const gradient = engine.backward(middle, seeds).adjoints[place];

  /** The two halves of a nudge. @param {number} h */
  const halves = (h) => {
    const ends = [forward(x + h), forward(x - h)];
    const [up, down, still] = [...ends, middle].map((values) => engine.total(values, seeds));
    const [above, below] = [x + h - x, x - (x - h)]; // the nudges that were really made; 0 where x is too large
    const [right, left] = [(up - still) / above, (still - down) / below];
    return { h, ends, up, down, slope: (up - down) / (above + below), right, left };
  };
  const sides = EXPONENTS.map((exponent) => halves(nudgeOf(exponent)));
  const noise = (/** @type {Float64Array} */ numbers) => rounding(engine, numbers, seeds);
  const noises = sides.map(({ ends }) => 2 * Math.max(...[middle, ...ends].map(noise)));
  const bends = sides.map(({ h, right, left }, row) => ({ size: Math.abs(right - left), noise: noises[row] / h }));
  const rises = sides.map(({ h, right, left }, row) => ({
    size: larger(Math.abs(right), Math.abs(left)) * h,
    noise: noises[row],
  }));
  const finite = Number.isFinite(gradient);
  const atKink = finite && (lasts(bends) || lasts(rises)); // two slopes, or two values
  const relative = finite && Math.abs(gradient) > Math.min(...bends.map(({ noise }) => noise));
  return {
    gradient,
    relative,
    atKink,
    at: (h) => {
      const { up, down, slope, right, left } = halves(h);
      const [first, second] = (atKink ? [left, right] : [slope, slope]).map((one) => Math.abs(one - gradient));
      return { h, up, down, slope, error: larger(first, second) / (relative ? Math.abs(gradient) : 1) };
    },
  };
}

/**
 * How far rounding may put the output off, to first order: every operation by its last digit, as far as that reaches
 * the output.
 * @param {Engine} engine
 * @param {Float64Array} values
 * @param {readonly number[]} seeds
 */
function rounding(engine, values, seeds) {
  const { adjoints } = engine.backward(values, seeds);
  const reach = engine.nodes.map(({ kind }, node) =>
    kind === "operation" && engine.differentiable[node] ? Math.abs(values[node] * adjoints[node]) : 0,
  );
  return Number.EPSILON * reach.filter(Number.isFinite).reduce((sum, one) => sum + one, 0);
}

/**
 * Whether a difference stays as the nudge shrinks; the largest nudge comes first. The three smallest nudges at which
 * rounding leaves it to be seen decide.
 * @param {Difference[]} differences
 */
function lasts(differences) {
  const rising = differences.filter(({ size }) => Number.isFinite(size)).reverse();
  const seen = rising.findIndex(({ size, noise }) => size > VISIBLE * noise);
  if (seen < 0 || rising.length < seen + 3) return false;
  const [first, ...rest] = rising.slice(seen, seen + 3).map(({ size }) => size);
  if (rising.slice(0, seen).some(({ noise }) => first > VISIBLE * noise)) return false; // seen there too, yet gone
  return rest.every((size, place) => {
    const before = place ? rest[place - 1] : first;
    return size < STEADY * before && before < STEADY * size;
  });
}

/**
 * Where they cannot be compared the first, as Python's max: Math.max would be NaN.
 * @param {number} one
 * @param {number} other
 */
function larger(one, other) {
  if (other > one) return other;
  return one;
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
 * @param {Omit<Check, "at">} check
 * @param {Nudge} here
 * @param {Nudge[]} all
 * @returns {Verdict}
 */
export function verdict({ gradient, relative, atKink }, here, all) {
  if (![gradient, here.up, here.down].every(Number.isFinite)) return "infinite";
  if (atKink) return "kink";
  const made = all.filter(({ error }) => !Number.isNaN(error)); // the others were too small beside x
  const best = made.reduce((one, other) => (other.error < one.error ? other : one), made[0] ?? here);
  if (here.error <= CLOSE || here.error <= FLOOR * best.error)
    return !relative ? "level" : here.error <= CLOSE ? "agrees" : "faint";
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
