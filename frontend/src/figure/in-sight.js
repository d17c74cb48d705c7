/**
 * Brings a part of a figure that got the focus into sight: Firefox does not scroll to what is inside an SVG.
 *
 * What enters: the part. What leaves: the stage around it scrolled, no further than needed.
 */

import { scaledBy, scrollWithin } from "../typeset/scaled.js";

const MARGIN = 8;

/** @param {SVGElement} part */
export function bringInSight(part) {
  const stage = /** @type {HTMLElement | null} */ (part.closest(".stage"));
  if (!stage) return;
  const [box, place] = [stage.getBoundingClientRect(), part.getBoundingClientRect()];
  const margin = MARGIN * scaledBy(stage);
  const left = short(place.left - margin - box.left, place.right + margin - box.right);
  const top = short(place.top - margin - box.top, place.bottom + margin - box.bottom);
  if (left || top) scrollWithin(stage, left, top);
}

/**
 * @param {number} before  negative: it hangs out at the beginning
 * @param {number} after  positive: it hangs out at the end
 */
function short(before, after) {
  return Math.min(before, 0) || Math.max(after, 0);
}
