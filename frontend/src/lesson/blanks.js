/**
 * The blanks of an exercise: which lines of a figure are asked for, in the order in which they are found out, and the boxes
 * that stand there until they are.
 *
 * What enters: a figure, what is to be blank. What leaves: blanks.
 */

import { linesOf } from "../engine/lines.js";
import { lineOf } from "../exercise/marking.js";
import { boxFor, unitOf } from "../figure/boxes.js";
import { SVG } from "../typeset/markup.js";

/**
 * @typedef {import("../figure/session.js").Session} Session
 *
 * @typedef {object} Blank
 * @property {string} key  what it is called where answers are kept
 * @property {string} id  of its line, as it is drawn
 * @property {number} line  its place
 * @property {"forward" | "backward"} direction
 * @property {string} node  id of the circle or dot that is behind it: its rule gives what flows there
 */

/**
 * @param {Session} session
 * @param {import("./steps.js").Asked} asked  names, or none for all lines
 * @returns {Blank[]}
 */
export function blanksOf({ graph, engine, drawing }, { of, blank }) {
  if (!graph || !engine || !drawing) return [];
  const find = linesOf(graph, drawing.ends);
  const drawn = [...drawing.svg.querySelectorAll(".line")].map(
    (line) => /** @type {SVGElement} */ (line).dataset.line ?? "",
  );
  const wanted = new Set(
    blank.map((name) =>
      lineOf(
        engine,
        graph.nodes.findIndex((node) => node.name === name || node.id === name),
      ),
    ),
  );
  /** @type {Blank[]} */
  const found = [];
  for (const id of drawn) {
    const line = find(id);
    if (!line || line.target === null || (wanted.size && !wanted.has(line.place))) continue;
    const { kind } = graph.nodes[engine.sources[line.place]];
    const what = { id, line: line.place };
    if (of !== "black" && engine.flows[line.place])
      found.push({ ...what, key: `${id}-`, direction: "backward", node: line.target });
    if (of !== "red" && kind === "operation")
      found.push({ ...what, key: `${id}+`, direction: "forward", node: line.source });
  }
  const ways = { forward: 1, backward: -1 };
  const rank = (/** @type {Blank} */ { direction, node }) =>
    ways[direction] * graph.nodes.findIndex(({ id }) => id === node);
  return found.sort((one, other) => ways[other.direction] - ways[one.direction] || rank(one) - rank(other));
}

/**
 * Puts a box with its number in the place of each label that is asked for, and takes away those of before.
 * @param {SVGSVGElement} svg
 * @param {readonly (Blank | null)[]} blanks  null where the answer is there
 * @param {(place: number) => void} chosen
 */
export function putBoxes(svg, blanks, chosen) {
  for (const box of svg.querySelectorAll(".box")) box.remove();
  for (const label of svg.querySelectorAll(".label.asked")) label.classList.remove("asked");
  blanks.forEach((blank, place) => {
    if (!blank) return;
    const way = `.line[data-line="${blank.id}"] .${blank.direction}`;
    const labels = /** @type {SVGGElement[]} */ ([...svg.querySelectorAll(`${way} .label`)]);
    const [label] = labels;
    if (!label) return;
    for (const each of labels) each.classList.add("asked");
    const outline = boxFor(label);
    const { x, y, width, height } = label.getBBox();
    const size = 13 * unitOf(label);
    const number = document.createElementNS(SVG, "text");
    number.setAttribute("x", String(x + width / 2));
    number.setAttribute("y", String(y + height / 2 + 0.35 * size));
    number.setAttribute("font-size", String(size));
    number.textContent = String(place + 1);
    const box = document.createElementNS(SVG, "g");
    box.setAttribute("class", "box");
    box.setAttribute("aria-hidden", "true"); // the fields are heard
    box.append(outline, number);
    box.addEventListener("click", () => chosen(place));
    box.setAttribute("transform", label.getAttribute("transform") ?? "");
    box.setAttribute("fill", blank.direction === "backward" ? "#d3232f" : "#000");
    svg.append(box); // not into the line, which is a button with a name of its own
  });
}
