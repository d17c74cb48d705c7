/**
 * The lines of a figure as things of their own: what one leads from and to, and what rides on it.
 *
 * What enters: a graph, the ends of the lines as they are drawn, ids. What leaves: lines.
 */

import { drawnFor } from "./folds.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {ReadonlyMap<string, {source: string, target: string | null}>} Ends  by the ids of lines
 *
 * @typedef {object} Line
 * @property {string} id  that it is drawn with
 * @property {number} place  among the lines of the engine
 * @property {string} source  id of the node that it is drawn from
 * @property {string | null} target  null behind an output
 * @property {number} onward  where a weight rides on it, the place of the edge along which the source itself flows, else -1
 */

/**
 * The line of an id, or in a network the one that is drawn for it; null for what lies inside a circle, or is no line.
 * @param {Graph | null} graph
 * @param {Ends} ends
 * @returns {(id: string) => Line | null}
 */
export function linesOf(graph, ends) {
  const { edges = [], outputs = [] } = graph ?? {};
  const stands = drawnFor(graph);
  const places = new Map(edges.map(({ id }, place) => [id, place]));
  const leaving = new Map(outputs.map((output, at) => [output.line, { ...output, place: edges.length + at }]));
  /** @type {Map<string, import("../service/contract.js").GraphEdge[]>} by their targets */
  const arriving = new Map(edges.map(({ target }) => [target, []]));
  for (const edge of edges) arriving.get(edge.target)?.push(edge);
  const find = (/** @type {string} */ id) => {
    const output = leaving.get(id);
    if (output) return { id, place: output.place, source: output.id, target: null, onward: -1 };
    const place = places.get(id) ?? -1;
    const edge = edges[place];
    const [source, target] = [edge?.source, edge?.target].map(stands);
    if (source === target) return null;
    const beside = (arriving.get(edge.target) ?? []).filter((other) => other !== edge);
    const from = ends.get(id)?.source ?? source;
    if (from === source) return { id, place, source, target, onward: -1 };
    const carrier = beside.find((other) => stands(other.source) === from);
    return { id, place, source: from, target, onward: places.get(carrier?.id ?? "") ?? -1 };
  };
  return (id) => {
    const place = places.get(id) ?? -1;
    const line = find(id);
    if (!line || place < 0 || ends.has(id)) return line;
    // An edge along which what is weighed flows is drawn as the line of its weight.
    const { target } = edges[place];
    return (arriving.get(target) ?? []).map((other) => find(other.id)).find((other) => other?.onward === place) ?? line;
  };
}

/**
 * A line of a graph that was drawn otherwise before: between nodes that are written where its own were; empty if there is
 * none.
 * @param {Graph} graph
 * @param {Ends} ends
 * @param {Graph} before
 * @param {string} id
 */
export function sameLine(graph, ends, before, id) {
  const at = before.outputs.findIndex(({ line }) => line === id);
  if (at >= 0) return graph.outputs[at]?.line ?? "";
  const edge = before.edges.find((one) => one.id === id);
  if (!edge) return "";
  const writing = (/** @type {Graph} */ { nodes }, /** @type {string} */ of) => {
    const { kind, span } = nodes.find((node) => node.id === of) ?? {};
    return `${kind} ${span}`;
  };
  const [source, target] = [edge.source, edge.target].map((end) => writing(before, end));
  const found = graph.edges.filter(
    (one) => writing(graph, one.source) === source && writing(graph, one.target) === target,
  );
  const same = found.find(({ position }) => position === edge.position) ?? found[0];
  return linesOf(graph, ends)(same?.id ?? "")?.id ?? "";
}
