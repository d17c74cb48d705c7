/**
 * Red strokes in dashes, so that the two passes are told apart without colour.
 *
 * What enters: a figure's SVG. What leaves: nothing; its red strokes are dashed, or whole again. A stroke is drawn in by
 * its dash offset, which runs from 1 (nothing is seen) to 0, with the stroke's length counted as 1: so dashes that make up
 * 1 together, and a gap of 1 behind them, slide in as they are.
 */

/** Of a dash and of a gap, in units of the figure. */
const DASH = 7;
const GAP = 4;
/** Of a line longer than that many dashes they are longer. */
const MOST = 1000;

/**
 * @param {SVGElement} svg
 * @param {boolean} dashed
 */
export function dash(svg, dashed) {
  svg.classList.toggle("dashed", dashed);
  const strokes = /** @type {SVGPathElement[]} */ ([...svg.querySelectorAll(".backward .stroke")]);
  const patterns = strokes.map((stroke) => (dashed ? pattern(stroke.getTotalLength()) : ""));
  strokes.forEach((stroke, place) => {
    stroke.style.strokeDasharray = patterns[place];
  });
}

/**
 * Dashes and gaps by turns, in parts of the length: it begins and ends with a dash.
 * @param {number} length
 */
export function pattern(length) {
  const gaps = Math.min(Math.max(Math.round((length - DASH) / (DASH + GAP)), 0), MOST);
  const whole = (gaps + 1) * DASH + gaps * GAP;
  const [dash, gap] = [DASH / whole, GAP / whole].map((part) => Number(part.toPrecision(4)));
  return [...Array(gaps).fill(`${dash} ${gap}`), `${dash} 1`].join(" ");
}
