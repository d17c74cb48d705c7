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
  const unit = unitOf(label);
  const [wide, high, rim] = [Math.max(width, WIDE * unit), Math.max(height, HIGH * unit), RIM * unit];
  const [left, top] = [x - (wide - width) / 2, y - (high - height) / 2];
  const box = document.createElementNS(SVG, "path");
  box.setAttribute(
    "d",
    `M${left} ${top}h${wide}v${high}h${-wide}zm${rim} ${rim}v${high - 2 * rim}h${wide - 2 * rim}v${2 * rim - high}z`,
  );
  return box;
}

/**
 * A unit of the figure in those of a label: glyphs are drawn in the units of their font.
 * @param {SVGGraphicsElement} label
 */
export function unitOf(label) {
  return 1 / (label.transform.baseVal.consolidate()?.matrix.a ?? 1);
}
