/**
 * Ways from a card to its neighbours: from a node to its lines, from a line to the nodes at its ends.
 *
 * What enters: a session, what is selected, what a press does. What leaves: elements.
 */

import { endsOf, lineName, shortTitle } from "../../narration/line-names.js";
import { make } from "../../typeset/markup.js";
import { row } from "./rows.js";

/**
 * @typedef {import("../../engine/lines.js").Line} Line
 * @typedef {import("../../figure/session.js").Session} Session
 * @typedef {import("../../words/words.js").Say} Say
 * @typedef {(id: string) => void} Go
 */

/**
 * The lines into a node and out of it; nothing where none is drawn.
 * @param {Say} say
 * @param {Session} session
 * @param {string} id  of the node
 * @param {Go} go
 */
export function waysOfNode(say, session, id, go) {
  const { graph, drawing } = session;
  if (!graph || !drawing) return [];
  const lines = [...drawing.ends.keys()].flatMap((one) => session.line(one) ?? []);
  const way = (/** @type {Line} */ line, /** @type {"lineFrom" | "lineTo"} */ key, /** @type {string} */ name) =>
    button(say(key === "lineFrom" ? "lineFrom" : "lineTo", { name }), lineName(say, session, line), () => go(line.id));
  const into = lines
    .filter(({ target }) => target === id)
    .map((line) => way(line, "lineFrom", endsOf(say, graph, line).from));
  const out = lines
    .filter(({ source }) => source === id)
    .map((line) => way(line, "lineTo", endsOf(say, graph, line).to));
  const rows = [
    ...(into.length ? row(say("linesIn"), ways(into)) : []),
    ...(out.length ? row(say("linesOut"), ways(out)) : []),
  ];
  return rows.length ? [make("dl", { class: "card-rows" }, ...rows)] : [];
}

/**
 * The nodes at the ends of a line, and the weight that rides on it.
 * @param {Say} say
 * @param {Session} session
 * @param {Line} line
 * @param {Go} go
 */
export function waysOfLine(say, { graph, drawing }, { source, target, place, onward }, go) {
  if (!graph || !drawing) return [];
  const weight = onward < 0 ? [] : [graph.edges[place].source];
  const nodes = [source, ...weight, ...(target === null ? [] : [target])];
  const buttons = nodes.map((id) => button(shortTitle(graph, id), "", () => go(id)));
  return [make("dl", { class: "card-rows" }, ...row(say("lineNodes"), ways(buttons)))];
}

/** @param {HTMLElement[]} buttons */
function ways(buttons) {
  return make("span", { class: "ways" }, ...buttons);
}

/**
 * @param {string} text
 * @param {string} heard  if that is more
 * @param {() => void} press
 */
function button(text, heard, press) {
  const made = make("button", { type: "button", class: "plain way", ...(heard && { "aria-label": heard }) }, text);
  made.addEventListener("click", press);
  return made;
}
