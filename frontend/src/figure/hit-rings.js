/**
 * A ring around every node of a figure, unseen until a highlight makes it show; it is also what a pointer finds.
 *
 * What enters: a figure's SVG that stands on the page. What leaves: nothing; each node has a circle of class "ring".
 */

import { SVG } from "../typeset/markup.js";

/** Between a node and its ring. */
const GAP = 4.5;
const SMALLEST = 9;

/** @param {SVGElement} svg */
export function addRings(svg) {
  const nodes = /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll(".node"));
  const boxes = [...nodes].map((node) => node.getBBox());
  nodes.forEach((node, place) => {
    const { x, y, width, height } = boxes[place];
    if (node.classList.contains("rider")) {
      node.querySelector("rect")?.setAttribute("class", "ring"); // round its label, beside a line
      return;
    }
    const ring = document.createElementNS(SVG, "circle");
    ring.setAttribute("class", "ring");
    ring.setAttribute("cx", String(x + width / 2));
    ring.setAttribute("cy", String(y + height / 2));
    ring.setAttribute("r", String(Math.max(Math.max(width, height) / 2 + GAP, SMALLEST)));
    node.append(ring);
  });
}
