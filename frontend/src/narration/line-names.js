/**
 * What a line of a figure is called in words.
 *
 * What enters: the words, a session with a result, a line. What leaves: its title, its name for a screen reader.
 */

import { printNumber } from "../typeset/numerals.js";

/**
 * @typedef {import("../engine/lines.js").Line} Line
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../words/words.js").Say} Say
 * @typedef {{graph: Graph | null, engine: import("../engine/engine.js").Engine | null, result: import("../engine/engine.js").Result | null, secret?: string}} Known
 */

/**
 * A node in short: `×`, `x`, `tanh (h_1)`; a dot with what it copies, `● (a)`.
 * @param {Graph} graph
 * @param {string} id
 */
export function shortTitle({ nodes }, id) {
  const node = nodes.find((one) => one.id === id);
  if (!node) return "";
  const named = node.kind === "branch" ? nodes.find((one) => one.id === node.inputs[0]) : node;
  const { text } = node.sign;
  return named?.name && named.name !== text ? `${text} (${named.name})` : text;
}

/**
 * What a line leads from and to.
 * @param {Say} say
 * @param {Graph} graph
 * @param {Line} line
 */
export function endsOf(say, graph, { source, target, place }) {
  const output = graph.outputs[place - graph.edges.length];
  const to = target === null ? say("lineOutput", { name: output?.name ?? "" }).trim() : shortTitle(graph, target);
  return { from: shortTitle(graph, source), to };
}

/**
 * Its ends, and the numbers that stand on it.
 * @param {Say} say
 * @param {Known} known
 * @param {Line} line
 */
export function lineName(say, { graph, engine, result, secret = "" }, line) {
  if (!graph || !engine || !result) return "";
  const { place, onward } = line;
  const back = engine.flows[place] || onward < 0 ? place : onward;
  const fill = {
    ...endsOf(say, graph, line),
    weight: onward < 0 ? "" : shortTitle(graph, graph.edges[place].source),
    value: printNumber(result.values[engine.sources[place]]),
    gradient: printNumber(result.contributions[back]),
  };
  const name = say(onward < 0 ? "lineName" : "lineNameWeight", fill);
  if (secret && secret !== "red") return name;
  return say(engine.flows[back] && !secret ? "nodeName" : "nodeNameOnly", { ...fill, what: name });
}
