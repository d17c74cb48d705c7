/**
 * What a pointer finds of lines: each has a wide stroke that nobody sees. Nodes win where both are near, and of lines the
 * nearest.
 *
 * What enters: a figure's SVG; an event in it. What leaves: a path of class "reach" in each line; the group of a node or a
 * line, null for none.
 */

import { SVG } from "../typeset/markup.js";

/** How far from its middle a finger still means a node, in pixels. */
const NEAR = 12;
/** So many places of a line are measured. */
const PLACES = 48;

/** @param {SVGElement} svg */
export function addReaches(svg) {
  for (const line of svg.querySelectorAll(".line")) {
    const stroke = line.querySelector(".stroke");
    if (!stroke) continue;
    const reach = document.createElementNS(SVG, "path");
    reach.setAttribute("class", "reach");
    reach.setAttribute("d", stroke.getAttribute("d") ?? "");
    line.prepend(reach);
  }
}

/**
 * @param {Event} event
 * @returns {SVGGElement | null}
 */
export function partAt(event) {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  /** @type {SVGGElement | null} */
  const part = target.closest(".node[tabindex], .line[tabindex], .node.output");
  const svg = part?.ownerSVGElement;
  if (!part || !svg || part === target || !(event instanceof MouseEvent)) return part;
  if (part.matches(".output")) return svg.querySelector(`.line[data-line="${part.dataset.node}"]`);
  if (part.matches(".node")) return part;
  const { clientX: x, clientY: y } = event;
  const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
  return (isTouch && nearNode(svg, x, y)) || nearLine(svg, x, y);
}

/**
 * @param {SVGSVGElement} svg
 * @param {number} x
 * @param {number} y
 * @returns {SVGGElement | undefined}
 */
function nearNode(svg, x, y) {
  const nodes = /** @type {SVGGElement[]} */ ([...svg.querySelectorAll(".node[tabindex]")]);
  return nodes.find((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return Math.abs(left + width / 2 - x) <= NEAR && Math.abs(top + height / 2 - y) <= NEAR;
  });
}

/**
 * The line whose label or stroke is there, else the nearest of those within reach; none that is not drawn yet.
 * @param {SVGSVGElement} svg
 * @param {number} x
 * @param {number} y
 */
function nearLine(svg, x, y) {
  const root = /** @type {ShadowRoot | Document} */ (svg.getRootNode());
  const there = root.elementsFromPoint(x, y).filter((part) => part.closest(".line[tabindex]"));
  const seen = there.find((part) => !part.matches(".reach"));
  const lineOf = (/** @type {Element} */ part) => /** @type {SVGGElement} */ (part.closest(".line"));
  if (seen) return lineOf(seen);
  /** @type {SVGGElement | null} */
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  for (const reach of /** @type {SVGPathElement[]} */ (there)) {
    const line = lineOf(reach);
    const stroke = line.querySelector(".stroke");
    if (!stroke || getComputedStyle(stroke).visibility === "hidden") continue;
    const far = there.length > 1 ? distance(reach, x, y) : 0;
    if (far < least) [nearest, least] = [line, far];
  }
  return nearest;
}

/**
 * @param {SVGPathElement} path
 * @param {number} x
 * @param {number} y
 */
function distance(path, x, y) {
  const here = new DOMPoint(x, y).matrixTransform(path.getScreenCTM()?.inverse());
  const length = path.getTotalLength();
  const places = Array.from({ length: PLACES + 1 }, (_, at) => path.getPointAtLength((length * at) / PLACES));
  return Math.min(...places.map((place) => Math.hypot(place.x - here.x, place.y - here.y)));
}
