/**
 * What of a large figure is out of sight is taken away, with its animations: else the browser would run, style and paint
 * all of it in each frame.
 *
 * What enters: parts of a figure, and what is in sight. What leaves: the class "away" on the others.
 */

/** The scale below which labels are dust. */
const DUST = 0.2;

/**
 * @typedef {{left: number, right: number, top: number, bottom: number}} Reach  in units of the figure
 * @typedef {Reach & {scale: number}} Sight
 *
 * @typedef {object} Part
 * @property {SVGGraphicsElement} element
 * @property {Reach} reach
 * @property {boolean} seen  not away
 * @property {boolean} isLabel
 */

/**
 * What beside its labels is seen of a figure that stands on the page: strokes, heads, symbols. Nodes themselves stay, with
 * their rings, for whoever walks through them.
 * @param {SVGElement} svg
 * @returns {Part[]}
 */
export function partsOf(svg) {
  const parts = /** @type {SVGGraphicsElement[]} */ ([...svg.querySelectorAll(".stroke, .head, .reach, .node > g")]);
  return parts.map((element) => {
    const placed = element.matches("g") ? /** @type {SVGGraphicsElement} */ (element.parentNode) : element;
    const { x, y, width, height } = placed.getBBox(); // that of a symbol is in units of its own
    const reach = { left: x, right: x + width, top: y, bottom: y + height };
    return { element, reach, seen: true, isLabel: false };
  });
}

/**
 * @param {Part[]} parts
 * @param {Sight | null} sight  null: all of the figure
 * @returns {boolean} whether any came or went
 */
export function look(parts, sight) {
  let changed = false;
  for (const part of parts) {
    const seen = !sight || (touches(part.reach, sight) && !(part.isLabel && sight.scale <= DUST));
    if (seen === part.seen) continue;
    part.seen = seen;
    part.element.classList.toggle("away", !seen);
    changed = true;
  }
  return changed;
}

/**
 * @param {Reach} one
 * @param {Reach} other
 */
function touches(one, other) {
  return one.right > other.left && one.left < other.right && one.bottom > other.top && one.top < other.bottom;
}
