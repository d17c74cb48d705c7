/**
 * The output and its derivative while one name runs over a range and everything else is held: the browser's twin of
 * backend/kuroaka/graph/sweep.py.
 *
 * What enters: an engine, the values of the moment, a name. What leaves: `probe`, a function of one number, and `sweep`,
 * three columns of one length.
 */

/**
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {(x: number) => {value: number, derivative: number}} Probe
 * @typedef {{points: Float64Array, values: Float64Array, derivatives: Float64Array}} Sweep
 */

/** As many points as a curve of 800 pixels needs; both ends and the middle of a slider are among them. */
const FINE = 401;
const COARSE = 101;
/** Nodes above which a fine curve takes longer than a frame of the screen (see BENCHMARKS.md). */
const LARGE = 100;

/** @param {Engine} engine */
export function pointsFor(engine) {
  return engine.nodes.length > LARGE ? COARSE : FINE;
}

/**
 * @param {Engine} engine
 * @param {Values} held
 * @param {{name: string, place: number}} leaf  the name that moves
 * @param {readonly number[]} seeds
 * @returns {Probe}
 */
export function probe(engine, held, { name, place }, seeds = engine.ones) {
  const point = { ...held };
  return (x) => {
    point[name] = x;
    const values = engine.forward(point);
    return { value: engine.total(values, seeds), derivative: engine.backward(values, seeds).adjoints[place] };
  };
}

/**
 * @param {Probe} at
 * @param {number} from
 * @param {number} to
 * @param {number} count  points, both ends included
 * @returns {Sweep}
 */
export function sweep(at, from, to, count) {
  const points = new Float64Array(count);
  const values = new Float64Array(count);
  const derivatives = new Float64Array(count);
  const step = (to - from) / (count - 1);
  for (let place = 0; place < count; place++) {
    const x = place === count - 1 ? to : place * step + from;
    const { value, derivative } = at(x);
    points[place] = x;
    values[place] = value;
    derivatives[place] = derivative;
  }
  return { points, values, derivatives };
}
