/**
 * What happens in a frame, one short clause an operation, with the numbers of this moment.
 *
 * What enters: the graph whose formulas fit the drawing, a step, the engine and its result, the words. What leaves: pieces
 * of text, the mathematics among them also as LaTeX.
 */

import { arriving } from "../engine/folds.js";
import { numberLatex } from "../typeset/mathml.js";
import { printNumber } from "../typeset/numerals.js";

/**
 * @typedef {import("../service/contract.js").Graph} Graph
 * @typedef {import("../service/contract.js").GraphNode} GraphNode
 * @typedef {import("../service/contract.js").Label} Label
 * @typedef {import("../service/contract.js").Step} Step
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../engine/engine.js").Result} Result
 * @typedef {import("../words/words.js").Say} Say
 *
 * @typedef {{text: string, latex?: string, sign?: boolean}} Piece  `latex`: how mathematics is set; `sign`: in a circle
 *
 * @typedef {object} Told
 * @property {Graph} graph
 * @property {Engine} engine
 * @property {Result} result
 * @property {import("../service/contract.js").Operations} operations
 * @property {Say} say
 */

/** Formulas of a sentence longer than this are left out, in characters. */
const LONG = 90;
/** With more clauses than this a frame is told in short. */
const MANY = 3;
/** How many operations and addends are listed then. */
const LISTED = 4;

/**
 * @param {Told} told
 * @param {Step} step
 * @returns {Piece[]}
 */
export function narrate(told, step) {
  const { nodes } = told.graph;
  const working = new Set(step.nodes);
  const places = nodes.flatMap((node, place) => (working.has(node.id) ? [place] : []));
  if (!places.length) return [{ text: told.say("saysNothing") }];
  if (places.length > MANY) return many(told, step, places);
  const clause = step.direction === "forward" ? forward : backward;
  const whole = places.map((place) => clause(told, place, true));
  const length = whole.flat().reduce((sum, { text }) => sum + text.length, 0);
  const short = length > LONG * places.length;
  return joined(short ? places.map((place) => clause(told, place, false)) : whole, { text: " " });
}

/**
 * A sentence as plain text.
 * @param {Piece[]} pieces
 */
export function plain(pieces) {
  return pieces.map(({ text }) => text).join("");
}

/**
 * What stands for an operation, as in its circle.
 * @param {Pick<Told, "graph" | "operations">} told
 * @param {GraphNode} node
 * @returns {Piece}
 */
export function signOf({ graph, operations }, node) {
  if (node.folded) return { text: node.folded.text, latex: node.folded.latex, sign: true };
  const { sign, symbol } = operations[node.operation ?? ""] ?? {};
  if (node.operation === "pow") {
    const exponent = graph.nodes.find(({ id }) => id === node.inputs[1]);
    if (exponent?.kind === "constant" && !exponent.name && exponent.forward)
      return {
        text: `□^${withMinus(exponent.forward.text)}`,
        latex: `\\square^{${exponent.forward.latex}}`,
        sign: true,
      };
  }
  return { text: sign ?? node.operation ?? "", latex: symbol ?? `\\mathrm{${node.operation}}`, sign: true };
}

/**
 * `formula = number`, or the number alone where the formula is just that or too long.
 * @param {Label | null | undefined} label
 * @param {number} value
 * @param {boolean} whole
 * @returns {Piece}
 */
function equation(label, value, whole) {
  const printed = printNumber(value);
  const text = withMinus(label?.text ?? "");
  if (!whole || !label || text === printed) return number(value);
  return { text: `${text} = ${printed}`, latex: `${label.latex} = ${numberLatex(printed)}` };
}

/** @param {number} value @returns {Piece} */
function number(value) {
  const printed = printNumber(value);
  return { text: printed, latex: numberLatex(printed) };
}

/**
 * @param {Told} told
 * @param {number} place
 * @param {boolean} whole
 */
function forward(told, place, whole) {
  const node = told.graph.nodes[place];
  const value = [equation(formulaOf(node), told.result.values[place], whole)];
  if (node.kind !== "operation") return fill(told.say, "saysOutput", { value });
  return fill(told.say, "saysGives", { sign: [signOf(told, node)], value });
}

/**
 * @param {Told} told
 * @param {number} place
 * @param {boolean} whole
 */
function backward(told, place, whole) {
  const { graph, result, say } = told;
  const node = graph.nodes[place];
  const total = [equation(node.backward, result.adjoints[place], whole)];
  if (node.kind === "branch") {
    const addends = [sumOf(addendsAt(told, place))];
    return fill(say, "saysAdds", { dot: [{ text: "●" }], addends, total });
  }
  if (node.kind !== "operation") return fill(say, "saysSeed", { total });
  const sent = sending(told, place).map((line) =>
    equation(graph.edges[line].backward, result.contributions[line], whole),
  );
  const sign = [signOf(told, node)];
  if (sent.length === 2 && sent[0].text === sent[1].text) return fill(say, "saysSendsBoth", { sign, value: [sent[0]] });
  return fill(say, "saysSends", { sign, values: joined(sent.map(array), { text: say("saysAnd") }) });
}

/**
 * The formula of a value; of a circle that only says its name, what the name means.
 * @param {GraphNode} node
 * @returns {Label | null | undefined}
 */
function formulaOf({ folded, forward }) {
  const { means, means_latex } = forward ?? {};
  return folded && means && means_latex ? { text: means, latex: means_latex } : forward;
}

/**
 * The lines along which an operation or a circle sends red back.
 * @param {Told} told
 * @param {number} place
 */
function sending({ graph, engine }, place) {
  const { id, folded } = graph.nodes[place];
  const lines = folded ? arriving(graph, id) : [...engine.arrivals[place]];
  return lines.filter((line) => engine.flows[line]);
}

/**
 * The red numbers that meet at a branch, in the order in which they are added.
 * @param {Told} told
 * @param {number} place
 */
function addendsAt({ engine, result }, place) {
  const lines = engine.sources.flatMap((source, line) => (source === place && engine.flows[line] ? [line] : []));
  return lines.reverse().map((line) => result.contributions[line]);
}

/** @param {number[]} values @returns {Piece} */
function sumOf(values) {
  const listed = values.slice(0, LISTED).map(printNumber);
  const [first, ...rest] = listed.map((text) => ({ text, latex: numberLatex(text) }));
  const more = values.length > LISTED ? " + …" : "";
  /** @param {Piece} addend */
  const signed = ({ text, latex }) =>
    text.startsWith("−") ? [`(${text})`, `\\left(${latex}\\right)`] : [text, latex ?? ""];
  return {
    text: [first.text, ...rest.map((addend) => signed(addend)[0])].join(" + ") + more,
    latex: [first.latex, ...rest.map((addend) => signed(addend)[1])].join(" + ") + (more && " + \\dots"),
  };
}

/**
 * A frame with many operations: how many they are, and the numbers of the first few.
 * @param {Told} told
 * @param {Step} step
 * @param {number[]} places
 */
function many(told, step, places) {
  const { graph, result, say } = told;
  const first = places.slice(0, LISTED).map((place) => {
    const node = graph.nodes[place];
    /** @type {Piece[]} */
    let numbers;
    if (step.direction === "forward") numbers = [number(result.values[place])];
    else if (node.kind !== "operation") numbers = [number(result.adjoints[place])];
    else numbers = sending(told, place).map((line) => number(result.contributions[line]));
    const sign = node.kind === "operation" ? signOf(told, node) : { text: "●" };
    return [sign, { text: " " }, ...joined(numbers.map(array), { text: ", " })];
  });
  const rest = places.length - first.length;
  const key = step.direction === "forward" ? "saysManyForward" : "saysManyBackward";
  const end = rest > 0 ? [{ text: say("saysMore", { rest }) }] : [];
  return fill(say, key, {
    count: [{ text: String(places.length) }],
    first: [...joined(first, { text: "; " }), ...end],
  });
}

/**
 * Words with pieces in their places.
 * @param {Say} say
 * @param {string} key
 * @param {Record<string, Piece[]>} slots
 * @returns {Piece[]}
 */
function fill(say, key, slots) {
  const kept = Object.fromEntries(Object.keys(slots).map((name) => [name, `{${name}}`]));
  return say(key, kept)
    .split(/\{(\w+)\}/)
    .flatMap((part, place) => (place % 2 ? slots[part] : part ? [{ text: part }] : []));
}

/**
 * @param {Piece[][]} parts
 * @param {Piece} between
 * @returns {Piece[]}
 */
function joined(parts, between) {
  return parts.flatMap((part, place) => (place ? [between, ...part] : part));
}

/** @param {Piece} piece */
function array(piece) {
  return [piece];
}

/**
 * A formula as text has hyphens, at which a line may break; mathematics has a minus sign.
 * @param {string} text
 */
function withMinus(text) {
  return text.replaceAll("-", "−");
}
