/**
 * What happens in a frame, with the numbers of this moment: the service says it in words and slots, here the slots are
 * filled, as the service fills those of `says` (narration/sentences.py).
 *
 * What enters: the graph whose formulas fit the drawing, a step, the engine and its result. What leaves: pieces of text,
 * the mathematics among them also as a tree.
 */

import { isGeneral } from "../engine/general.js";
import { numberMath, printNumber, printSum, sumMath, sumText } from "../typeset/numerals.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").Label} Label
 * @typedef {import("../service/contract.js").Slot} Slot
 * @typedef {import("../service/contract.js").Step} Step
 * @typedef {import("../service/contract.js").Tree} Tree
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../engine/engine.js").Result} Result
 *
 * @typedef {{text: string, math?: Tree, sign?: boolean}} Piece  `math`: how it is set; `sign`: in a circle
 * @typedef {{graph: Graph, engine: Engine, result: Result}} Told
 */

/** Of a sum so many addends are listed. */
const LISTED = 4;

/**
 * @param {Told} told
 * @param {Pick<Step, "clauses">} step
 * @returns {Piece[]}
 */
export function narrate(told, { clauses }) {
  return clauses.map((piece) => (typeof piece === "string" ? { text: piece } : filled(told, piece)));
}

/**
 * A sentence as plain text.
 * @param {Piece[]} pieces
 */
export function plain(pieces) {
  return pieces.map(({ text }) => text).join("");
}

/**
 * Whether a formula says more than its number, and the truth: what cancels in symbols may have no number.
 * @param {Label | null | undefined} label
 * @param {number} value
 * @returns {label is Label}
 */
export function isTold(label, value) {
  return Boolean(label) && !Number.isNaN(value) && !/^-?[\d.]+(e[-+]?\d+)?$/.test(label?.text ?? "");
}

/**
 * A slot; in a graph with a function that nobody defined the formula alone.
 * @param {Told} told
 * @param {Slot} slot
 * @returns {Piece}
 */
function filled({ graph, engine, result }, [kind, id, brief]) {
  const parts = kind === "contribution" ? graph.edges : graph.nodes;
  const place = parts.findIndex((part) => part.id === id);
  const node = graph.nodes[place];
  if (kind === "sign") return { ...node.sign, sign: true };
  let label = kind === "contribution" ? graph.edges[place].backward : kind === "value" ? meaning(node) : node.backward;
  if (brief) label = null;
  const numbers = {
    contribution: result.contributions,
    value: result.values,
    adjoint: result.adjoints,
    sum: result.adjoints,
  };
  const value = numbers[kind][place];
  if (label && graph.nodes.some(({ operation }) => isGeneral(operation)))
    return { text: label.text.replaceAll("-", "−"), math: label.math };
  const lines = kind === "sum" ? engine.returning[place] : [];
  return equation(
    label,
    value,
    lines.map((line) => result.contributions[line]),
  );
}

/**
 * The formula of a value; of a circle, which only says its name, what the name means.
 * @param {import("../service/contract.js").GraphNode} node
 */
function meaning({ folded, forward }) {
  const { means, means_math } = forward ?? {};
  return folded && means && means_math ? { text: means, math: means_math } : forward;
}

/**
 * `formula = number`, with the addends of a sum between; the number alone where the formula says no more.
 * @param {Label | null | undefined} label
 * @param {number} value
 * @param {number[]} addends
 * @returns {Piece}
 */
function equation(label, value, addends) {
  /** @type {string[]} */
  const texts = [];
  /** @type {Tree[]} */
  const trees = [];
  if (isTold(label, value)) {
    texts.push(label.text.replaceAll("-", "−"), " = ");
    trees.push(label.math, "=");
  }
  let printed = printNumber(value);
  if (addends.length) {
    const sum = printSum(addends, value);
    const listed = [...sum.addends.slice(0, LISTED), ...(addends.length > LISTED ? ["…"] : [])];
    texts.push(sumText(listed), ` ${sum.sign} `);
    trees.push(sumMath(listed), sum.sign);
    printed = sum.total;
  }
  texts.push(printed);
  trees.push(numberMath(printed));
  return { text: texts.join(""), math: trees.length > 1 ? ["row", ...trees] : trees[0] };
}
