/**
 * What the service sends: the types, and the same as checks, which know all that this page reads.
 *
 * What enters: the text of an answer. What leaves: the answer. A SyntaxError says that it is none of the service, a
 * RangeError that it is one of another version.
 */

import { isWhole } from "./whole.js";

/**
 * @typedef {Record<string, number>} Values  a number for each name
 *
 * @typedef {string | [string, ...Tree[]]} Tree  mathematics as it is set: a letter, a word, a number or a sign; or a
 *   construct and its parts: row, times, of, call, par, abs, floor, ceil, frac, sqrt, root, sup, sub
 *
 * @typedef {{text: string, math: Tree, means?: string, means_math?: Tree}} Label  a formula; `means` says what a short
 *   name stands for
 *
 * @typedef {{text: string, math: Tree}} Sign
 *
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {"variable" | "constant" | "operation" | "branch"} kind
 * @property {string | null} operation  the operation's name, on operations
 * @property {string | null} name  null on what has no name; a constant without a name is a literal
 * @property {Tree} [name_math]  as it is set, if it has one
 * @property {Sign} sign  what stands for it: in its circle, at its line, in a sentence
 * @property {string[]} inputs  ids of nodes
 * @property {string[]} [slots]  the letters in which rules speak of its inputs, and at last of its value
 * @property {string} [call]  of a circle that is a call: the function, which can be opened
 * @property {string} [opened]  the operation or function whose inside the node belongs to
 * @property {Sign} [folded]  the name in its circle, on what stands for all that only it uses
 * @property {string} [inside]  the id of the circle that stands for it
 * @property {[number, number]} [span]  where it stands in the expression, from and to, in code points
 * @property {number | null} value  null when it is not finite
 * @property {string} [nonfinite]  then "Infinity", "-Infinity" or "NaN"
 * @property {string} [reason]  why it is not finite, one sentence in the asked language
 * @property {number | null} [adjoint]
 * @property {string} [adjoint_nonfinite]
 * @property {Label | null} [forward]
 * @property {Label | null} [backward]
 *
 * @typedef {object} GraphEdge
 * @property {string} id
 * @property {string} source
 * @property {string} target
 * @property {number} position  which input of the target
 * @property {Label} [rule]  what flows back along it, in E and the letters of the target
 * @property {number | null} [contribution]
 * @property {string} [contribution_nonfinite]
 * @property {Label | null} [backward]
 *
 * @typedef {object} Step
 * @property {"forward" | "backward"} direction
 * @property {string[]} nodes
 * @property {string[]} edges
 * @property {(string | Slot)[]} clauses  what is said of it in the asked language: words, and slots
 *
 * @typedef {["sign" | "value" | "adjoint" | "contribution" | "sum", string, "brief"?]} Slot  what is filled in, with the id
 *   of a node, or of an edge; `brief`: the number without its formula
 *
 * @typedef {object} Remark  what was understood, but perhaps not meant
 * @property {string} code
 * @property {[number, number]} span
 * @property {string} says  with what to write instead, in the asked language
 * @property {string} [output]  what to ask for as the output, to have all that leads nowhere drawn too
 *
 * @typedef {object} Output
 * @property {string} id  of the node
 * @property {string} line  the line out of it
 * @property {string | null} name
 * @property {Tree} [name_math]
 * @property {string} upstream  the letter of what enters there
 * @property {Tree} [upstream_math]
 *
 * @typedef {object} Graph
 * @property {string} expression
 * @property {Output[]} outputs
 * @property {"graph" | "network"} view  how it is drawn
 * @property {boolean} layered  whether it has layers, and can be drawn as a network
 * @property {"written" | "names"} naming  by names, `h_1` stands for its value and `h_bar_1` for its gradient
 * @property {GraphNode[]} nodes  inputs before their consumers
 * @property {GraphEdge[]} edges
 * @property {Step[]} steps
 * @property {Remark[]} [notices]
 * @property {Operations} [functions]  operations of this graph that have no row in the table
 *
 * @typedef {number | string | [string, ...number[]]} Instruction  a constant, a name, or a primitive of earlier results
 * @typedef {Instruction[]} Program  the last instruction is the result
 *
 * @typedef {object} Operation
 * @property {string} [title]  in the asked language
 * @property {string[]} arguments
 * @property {string} [sign]  what stands for it in plain text
 * @property {string[]} [spellings]  words it is called by
 * @property {Tree} [symbol]  what stands in its circle
 * @property {Program | null} value
 * @property {Program[]} backward  one program an argument
 * @property {Label[]} [rules]  the same as formulas
 * @property {Label} [definition]  what it shows when it is opened, if it can be
 * @property {string} [note]  the convention where no derivative exists, in the asked language
 * @property {Program} [kink]  0 exactly where that convention is used
 * @property {WrongRules[]} [slips]  of a sum or a maximum of many; those of the table are an answer of their own
 * @typedef {Record<string, Operation>} Operations
 *
 * @typedef {{name: string, backward: Program[]}} WrongRules  one program an argument, empty where nothing is wrong
 *
 * @typedef {object} Slips  the mistakes people make
 * @property {{name: string, says: string}[]} slips  the one that says more first; `{sign}` stands for that in the circle
 * @property {{name: string, backward: Program}[]} general  of any input of any operation
 * @property {Record<string, WrongRules[]>} operations
 *
 * @typedef {{name: string, title: string, extension: string}} Format  of an export
 *
 * @typedef {object} Fault  one place in the text that the service could not take
 * @property {number} [offset]  in code points
 * @property {number} [length]  in code points
 * @property {string} [hint]
 */

/** @typedef {(value: any) => boolean} Check */

/** @type {Check} */
const isText = (value) => typeof value === "string";
/** @type {Check} */
const isNumber = (value) => typeof value === "number";
/** @type {Check} */
const isObject = (value) => Object(value) === value;
/** @param {Check} check @returns {Check} */
const maybe = (check) => (value) => value === undefined || value === null || check(value);
/** @param {Check} check @returns {Check} */
const list = (check) => (value) => Array.isArray(value) && value.every(check);
/** @param {readonly string[]} choices @returns {Check} */
const oneOf = (choices) => (value) => choices.includes(value);
/** @param {Check} check @returns {Check} */
const byName = (check) => (value) => isObject(value) && Object.values(value).every(check);
/** @param {Record<string, Check>} parts @returns {Check} */
const made = (parts) => {
  const checks = Object.entries(parts);
  return (value) => isObject(value) && checks.every(([name, check]) => check(value[name]));
};

/** @type {Check} */
const isTree = (value) => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isTree));
const isLabel = made({ text: isText, math: isTree, means: maybe(isText), means_math: maybe(isTree) });
const isSign = made({ text: isText, math: isTree });

const isNode = made({
  id: isText,
  kind: oneOf(["variable", "constant", "operation", "branch"]),
  operation: maybe(isText),
  name: maybe(isText),
  name_math: maybe(isTree),
  sign: isSign,
  inputs: list(isText),
  call: maybe(isText),
  opened: maybe(isText),
  folded: maybe(isSign),
  inside: maybe(isText),
  span: maybe(list(isNumber)),
  value: maybe(isNumber),
  nonfinite: maybe(isText),
  forward: maybe(isLabel),
  backward: maybe(isLabel),
});
const isEdge = made({
  id: isText,
  source: isText,
  target: isText,
  position: isNumber,
  rule: maybe(isLabel),
  backward: maybe(isLabel),
});
const SLOTS = ["sign", "value", "adjoint", "contribution", "sum"];
/** @type {Check} */
const isClause = (value) => isText(value) || (list(isText)(value) && SLOTS.includes(value[0]));
const isStep = made({
  direction: oneOf(["forward", "backward"]),
  nodes: list(isText),
  edges: list(isText),
  clauses: list(isClause),
});

/** @type {Check} */
const isInstruction = (value) => isNumber(value) || isText(value) || (Array.isArray(value) && isText(value[0]));
const isProgram = list(isInstruction);
const isWrong = made({ name: isText, backward: list(isProgram) });
const isOperation = made({
  title: maybe(isText),
  arguments: list(isText),
  sign: maybe(isText),
  spellings: maybe(list(isText)),
  value: maybe(isProgram),
  backward: list(isProgram),
  rules: maybe(list(isLabel)),
  definition: maybe(isLabel),
  note: maybe(isText),
  kink: maybe(isProgram),
  slips: maybe(list(isWrong)),
});

const isOutput = made({
  id: isText,
  line: isText,
  name: maybe(isText),
  name_math: maybe(isTree),
  upstream: isText,
  upstream_math: maybe(isTree),
});

const GRAPH = {
  expression: isText,
  outputs: list(isOutput),
  naming: oneOf(["written", "names"]),
  view: oneOf(["graph", "network"]),
  layered: (/** @type {any} */ value) => typeof value === "boolean",
  nodes: list(isNode),
  edges: list(isEdge),
  steps: list(isStep),
  notices: maybe(list(made({ says: isText, output: maybe(isText) }))),
  functions: maybe(byName(isOperation)),
};
const OPERATIONS = { operations: byName(isOperation) };
const FORMATS = { formats: list(made({ name: isText, title: isText, extension: isText })) };
const WORDS = { words: byName(isText) };
const FRAME = { height: isNumber };
const SLIPS = {
  slips: list(made({ name: isText, says: isText })),
  general: list(made({ name: isText, backward: isProgram })),
  operations: byName(list(isWrong)),
};
const PROBLEM = {
  code: isText,
  detail: isText,
  errors: list(made({ offset: maybe(isNumber), length: maybe(isNumber), hint: maybe(isText) })),
};

/**
 * @param {string} text
 * @returns {Graph}
 */
export function readGraph(text) {
  const graph = read(text, GRAPH);
  if (!isWhole(graph)) throw new RangeError("a graph that speaks of what it does not have");
  return graph;
}

/**
 * @param {string} text
 * @returns {{operations: Operations}}
 */
export function readOperations(text) {
  return read(text, OPERATIONS);
}

/**
 * @param {string} text
 * @returns {Slips}
 */
export function readSlips(text) {
  return read(text, SLIPS);
}

/**
 * @param {string} text
 * @returns {{formats: Format[]}}
 */
export function readFormats(text) {
  return read(text, FORMATS);
}

/**
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function readWords(text) {
  return read(text, WORDS).words;
}

/**
 * @param {string} text
 * @returns {{height: number}}
 */
export function readFrame(text) {
  return read(text, FRAME);
}

/**
 * @param {string} text
 * @returns {{code: string, detail: string, errors: Fault[]}}
 */
export function readProblem(text) {
  return read(text, PROBLEM);
}

/**
 * @param {string} text
 * @param {Record<string, Check>} parts
 */
function read(text, parts) {
  const body = JSON.parse(text);
  if (made(parts)(body)) return body;
  const known = Object.keys(parts).some((name) => Object.hasOwn(Object(body), name));
  throw known ? new RangeError("an answer of another version") : new SyntaxError("no answer of the service");
}
