/**
 * An operation's own little figure, as the article draws it: x and y come in from the left, z leaves, E comes back in from
 * the right, and what the rules make of it goes back under the lines.
 *
 * What enters: what stands in the circle and on the lines. What leaves: an element.
 */

import { make, SVG } from "../../typeset/markup.js";
import { mathml } from "../../typeset/mathml.js";

/**
 * @typedef {import("../../service/contract.js").Tree} Tree
 * @typedef {{forward: Tree, backward: Tree | null}} Ends  what stands above and below a line; null where no red flows
 *
 * @typedef {object} Picture
 * @property {Tree} symbol  in the circle, empty for a branch
 * @property {Ends[]} into
 * @property {Ends[]} out
 * @property {string} says  the same in words
 */

const WIDTH = 640;
const HEIGHT = 230;
const MIDDLE = 330;
const RADIUS = 24;
/** Of a frame around more letters than a circle holds: half the width of a letter, and what is left at each end. */
const LETTER = 7;
const ENDS = 8;
/** Between the black line and the red one under it. */
const APART = 5;
/** Heights at which lines end, by how many there are. */
const ROWS = [[], [HEIGHT / 2], [56, HEIGHT - 60], [40, HEIGHT / 2, HEIGHT - 44]];
const MOST = ROWS.length - 1;

/** @param {Picture} picture */
export function operationFigure({ symbol, into, out, says }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("aria-hidden", "true");
  const element = make(
    "div",
    {
      class: into.length + out.length > 2 ? "operation-figure" : "operation-figure single",
      role: "img",
      "aria-label": says,
    },
    svg,
  );
  const shown = into.length > MOST ? [into[0], into[1], into[into.length - 1]] : into; // of many the first, dots, the last
  const radius = symbol ? RADIUS : 5;
  const half = letters(symbol) > 3 ? letters(symbol) * LETTER + ENDS : radius;
  shown.forEach((ends, place) => {
    line(element, svg, ends, ROWS[shown.length][place], half, 1);
  });
  if (shown !== into) put(element, "dots", "⋮", 12, (ROWS[3][1] + ROWS[3][2]) / 2);
  out.forEach((ends, place) => {
    line(element, svg, ends, ROWS[out.length][place], half, -1);
  });
  const size = { x: MIDDLE - half, y: HEIGHT / 2 - radius, width: 2 * half, height: 2 * radius, rx: radius };
  draw(svg, "rect", size).setAttribute("class", symbol ? "circle" : "dot");
  if (symbol) put(element, "sign", symbol, MIDDLE, HEIGHT / 2);
  return element;
}

/**
 * How many letters and signs stand in a circle.
 * @param {Tree} symbol
 * @returns {number}
 */
function letters(symbol) {
  if (typeof symbol === "string") return symbol.length;
  return symbol.slice(1).reduce((count, part) => count + letters(part), 0);
}

/**
 * A black line and, where red flows, a red one under it.
 * @param {HTMLElement} element
 * @param {Element} svg
 * @param {Ends} ends
 * @param {number} y  where it ends
 * @param {number} half  the width of the circle, halved
 * @param {1 | -1} side  1: it comes in from the left, -1: it leaves to the right
 */
function line(element, svg, { forward, backward }, y, half, side) {
  const end = side > 0 ? 8 : WIDTH - 8;
  const bend = MIDDLE - side * 70;
  const middle = HEIGHT / 2;
  const radius = Math.min(half, RADIUS);
  const slope = y === middle ? 0 : Math.sign(y - middle) * Math.min(radius, 16);
  const near = MIDDLE - side * (half - radius + Math.max(Math.sqrt(radius ** 2 - slope ** 2) + 2, 4));
  for (const red of backward === null ? [false] : [false, true]) {
    const shift = red ? APART : 0;
    const from = `${end} ${y + shift}L${bend} ${y + shift}`;
    const to = `${near} ${middle + slope + shift}`;
    draw(svg, "path", { d: `M${from}L${to}` }).setAttribute("class", red ? "red" : "black");
    // Black arrives at the circle from the left and at the end on the right; red the other way round.
    const atCircle = red ? side < 0 : side > 0;
    const direction = red ? Math.PI : 0;
    const tilt = atCircle ? Math.atan2(middle + slope - y, Math.abs(near - bend)) * side : 0;
    const [x, height] = atCircle ? [near, middle + slope + shift] : [end, y + shift];
    head(svg, x, height, direction + tilt).setAttribute("class", red ? "red head" : "black head");
  }
  const centre = (end + bend) / 2;
  put(element, "above", forward, centre, y - 4);
  if (backward !== null) put(element, "below red", backward, centre, y + APART + 4);
}

/**
 * @param {Element} svg
 * @param {number} x  of the tip
 * @param {number} y
 * @param {number} angle
 */
function head(svg, x, y, angle) {
  const turned = `translate(${x} ${y})rotate(${(angle * 180) / Math.PI})`;
  return draw(svg, "path", { d: "M0 0L-10 -3.5L-7 0L-10 3.5z", transform: turned });
}

/**
 * @param {Element} svg
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function draw(svg, tag, attributes) {
  const shape = svg.appendChild(document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
  return shape;
}

/**
 * @param {HTMLElement} element
 * @param {string} kind
 * @param {Tree} tree
 * @param {number} x
 * @param {number} y
 */
function put(element, kind, tree, x, y) {
  const label = make("span", { class: `on-line ${kind}` }, mathml(tree));
  label.style.left = `${(100 * x) / WIDTH}%`;
  label.style.top = `${(100 * y) / HEIGHT}%`;
  element.append(label);
}
