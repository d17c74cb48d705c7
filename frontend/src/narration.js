/**
 * A frame's sentence with the numbers of this moment. The service writes the sentence, with formulas and the numbers it
 * was asked with; while a slider moves only those numbers change.
 *
 * What enters: the graph as it was sent, its step, a result. What leaves: the sentence.
 */

import { printNumber } from "./numerals.js";

/**
 * @typedef {import("./contract.js").Graph} Graph
 * @typedef {import("./contract.js").Label} Label
 * @typedef {import("./contract.js").Step} Step
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 */

/**
 * @param {Graph} graph
 * @param {Step} step
 * @param {Engine} engine
 * @param {Result} result
 */
export function retell(graph, step, engine, result) {
  /** @type {Map<string, string>} each "formula = number" as it was sent, and as it is now */
  const equations = new Map();
  /**
   * @param {Label | null | undefined} label
   * @param {number} sent
   * @param {number} now
   */
  const equation = (label, sent, now) => {
    if (label) equations.set(`${label.text} = ${printNumber(sent)}`, `${withMinus(label.text)} = ${printNumber(now)}`);
  };
  for (const [place, node] of graph.nodes.entries()) {
    if (!step.nodes.includes(node.id)) continue;
    if (step.direction === "forward") {
      equation(node.forward, number(node.value, node.nonfinite), result.values[place]);
    } else if (node.kind === "operation") {
      for (const line of engine.arrivals[place]) {
        const edge = graph.edges[line];
        equation(edge.backward, number(edge.contribution, edge.contribution_nonfinite), result.contributions[line]);
      }
    } else {
      equation(node.backward, number(node.adjoint, node.adjoint_nonfinite), result.adjoints[place]);
    }
  }
  if (!equations.size) return step.says;
  // The longest first, so that "x = 1" is not found within "a*x = 1", and only whole numbers.
  const sent = [...equations.keys()].sort((one, other) => other.length - one.length).map(literally);
  const found = new RegExp(`(?:${sent.join("|")})(?![\\d.e∞]*\\d)`, "gu");
  return step.says.replace(found, (match) => equations.get(match) ?? match);
}

/**
 * @param {number | null | undefined} value
 * @param {string | undefined} nonfinite
 */
function number(value, nonfinite) {
  return value ?? Number(nonfinite ?? Number.NaN);
}

/**
 * A formula as text has hyphens, at which a line may break; mathematics has a minus sign.
 * @param {string} text
 */
function withMinus(text) {
  return text.replaceAll("-", "−");
}

/** @param {string} text */
function literally(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
