/**
 * A box in the place of a label that is to be filled in.
 *
 * What enters: a label that stands in a document. What leaves: the outline of a box.
 */

import { SVG } from "../typeset/markup.js";

/** The least size of a box, and how heavy it is drawn, in units of the figure: a hand writes larger than the figure does. */
const [WIDE, HIGH, RIM] = [40, 22, 0.8];

/** @param {SVGGraphicsElement} label */
export function boxFor(label) {
  const { x, y, width, height } = label.getBBox();
  const [wide, high] = [Math.max(width, WIDE), Math.max(height, HIGH)];
  const [left, top] = [x - (wide - width) / 2, y - (high - height) / 2];
  const box = document.createElementNS(SVG, "path");
  box.setAttribute(
    "d",
    `M${left} ${top}h${wide}v${high}h${-wide}zm${RIM} ${RIM}v${high - 2 * RIM}h${wide - 2 * RIM}v${2 * RIM - high}z`,
  );
  return box;
}
