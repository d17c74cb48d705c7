/**
 * From one layout of a graph to another: what stands in both glides there on a straight path, while the lines of the one
 * fade into those of the other.
 *
 * What enters: a drawing that goes, and one that stands in its place. What leaves: nothing; in the end the new one stands
 * as it is.
 */

/** @typedef {import("./drawing.js").Drawing} Drawing */
/**
 * @typedef {{left: number, top: number, scale: number}} Place  of a figure in the window
 * @typedef {Place & {lines: SVGGElement | null, middles: Map<string, {x: number, y: number}>}} Stood
 */

/** Milliseconds. */
const TIME = 250;
/** With more nodes than this nobody can follow them. */
const MOST = 150;

/**
 * Where everything of a drawing stands in the window, before it goes.
 * @param {Drawing} drawing
 * @returns {Stood | null} null where there is nothing to see
 */
export function standing(drawing) {
  const nodes = nodesOf(drawing.svg);
  const place = placeOf(drawing);
  if (!place.scale || nodes.length > MOST) return null;
  const middles = new Map(nodes.map((node) => [node.dataset.node ?? "", middle(node)]));
  return { ...place, lines: drawing.svg.querySelector(".lines"), middles };
}

/**
 * The lines of the drawing that goes, behind those of the other, as they stood; the player has to know them.
 * @param {Stood} stood
 * @param {Drawing} drawing
 */
export function keepLines(stood, drawing) {
  const { lines } = stood;
  const { left, top, scale } = placeOf(drawing);
  if (!lines || !scale) return null;
  const place = `translate(${(stood.left - left) / scale} ${(stood.top - top) / scale})scale(${stood.scale / scale})`;
  lines.setAttribute("transform", place);
  lines.setAttribute("class", "going");
  for (const line of /** @type {NodeListOf<SVGElement>} */ (lines.querySelectorAll("[data-line]")))
    line.removeAttribute("data-line");
  drawing.svg.querySelector(".lines")?.before(lines);
  return lines;
}

/**
 * @param {Stood} stood
 * @param {Drawing} drawing
 * @param {SVGGElement | null} going  the lines that were kept
 */
export function glide(stood, drawing, going) {
  const { svg } = drawing;
  const now = standing(drawing);
  const timing = { duration: TIME, easing: "ease-in-out" };
  const gone = () => going?.remove();
  if (!now) return gone();
  for (const node of nodesOf(svg)) {
    const [from, to] = [stood, now].map(({ middles }) => middles.get(node.dataset.node ?? ""));
    if (!to) continue;
    if (!from) {
      node.animate([{ opacity: 0 }, {}], timing);
      continue;
    }
    const x = (stood.left - now.left + from.x * stood.scale) / now.scale - to.x;
    const y = (stood.top - now.top + from.y * stood.scale) / now.scale - to.y;
    node.animate([{ transform: `translate(${x}px, ${y}px)` }, {}], timing);
  }
  // Hardly ever both at once: two layouts on top of each other cannot be read.
  svg.querySelector(".lines")?.animate([{ opacity: 0 }, { opacity: 0, offset: 0.4 }, {}], timing);
  going?.animate([{}, { opacity: 0, offset: 0.6 }, { opacity: 0 }], timing).finished.then(gone, gone);
}

/**
 * @param {Drawing} drawing
 * @returns {Place}
 */
function placeOf({ svg, size }) {
  const { left, top, width } = svg.getBoundingClientRect();
  return { left, top, scale: width / size.width };
}

/** @param {SVGElement} svg */
function nodesOf(svg) {
  return /** @type {SVGGElement[]} */ ([...svg.querySelectorAll(".node[data-node]")]);
}

/** @param {SVGGElement} node */
function middle(node) {
  const { x, y, width, height } = node.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
}
