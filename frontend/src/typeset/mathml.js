/**
 * Mathematics outside the figure: the service's trees as native MathML.
 *
 * What enters: a tree (contract.js). What leaves: a <math> element (`mathml`), or what it is built from (`parts`).
 */

import { needFont } from "./font.js";
import { numberMath } from "./numerals.js";

/** @typedef {import("../service/contract.js").Tree} Tree */
/** @typedef {{tag: string, text?: string, attributes?: Record<string, string>, children?: Part[]}} Part */

const MATHML = "http://www.w3.org/1998/Math/MathML";
/** What a reader of the screen hears, and nobody sees: times, and applied to. */
const TIMES = { tag: "mo", text: "\u2062" };
const APPLIED = { tag: "mo", text: "\u2061" };
const THIN = { tag: "mspace", attributes: { width: "0.1667em" } };
/** Letters and signs that stand upright; a word does so by itself. */
const UPRIGHT = /^[Α-Ω∞□●…]$/u;

/**
 * @param {Tree} tree
 * @param {{display?: boolean}} [how]  `display`: fractions stand in full size, as in the figure
 * @returns {MathMLElement}
 */
export function mathml(tree, { display = false } = {}) {
  needFont();
  const attributes = display ? { displaystyle: "true" } : {};
  return build({ tag: "math", attributes, children: [alone(parts(tree))] });
}

/**
 * A printed number; plain digits need no formula: text is laid out in a fraction of the time.
 * @param {string} printed
 */
export function numeral(printed) {
  return /[⁰-⁹¹²³]/u.test(printed) ? mathml(numberMath(printed)) : printed;
}

/**
 * A sign alone stands between nothing: the room that it has at its sides in a row is some browsers' own.
 * @param {Part} part
 * @returns {Part}
 */
function alone(part) {
  return part.tag === "mo" ? { ...part, attributes: { lspace: "0", rspace: "0" } } : part;
}

/** @param {Part} part */
function build({ tag, text, attributes = {}, children = [] }) {
  const element = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...(text === undefined ? children.map(build) : [text]));
  return element;
}

/**
 * @param {Tree} tree
 * @returns {Part}
 */
export function parts(tree) {
  if (typeof tree === "string") return token(tree);
  const [construct, ...inner] = tree;
  const set = inner.map(parts);
  switch (construct) {
    case "times":
      return row(inner.flatMap((factor, at) => [...between(inner[at - 1], factor), set[at]]));
    case "of":
      return row([set[0], APPLIED, ...(isFence(inner[1]) ? [] : [THIN]), set[1]]);
    case "call": {
      const [head, ...listed] = set;
      const list = listed.flatMap((part, at) => (at ? [{ tag: "mo", text: "," }, part] : [part]));
      return row([head, APPLIED, fenced("(", row(list), ")")]);
    }
    case "par":
      return fenced("(", set[0], ")");
    case "abs":
      return fenced("|", set[0], "|");
    case "floor":
      return fenced("⌊", set[0], "⌋");
    case "ceil":
      return fenced("⌈", set[0], "⌉");
    case "row":
      return row(set);
    case "over":
      return { tag: "mover", attributes: { accent: "true" }, children: set };
    case "sub":
      return { tag: inner.length > 2 ? "msubsup" : "msub", children: set };
    default:
      return { tag: `m${construct}`, children: set }; // mfrac, msqrt, mroot, msup
  }
}

/** @param {string} text  a number, a letter, a word or a sign */
function token(text) {
  if (/^\d/.test(text)) return { tag: "mn", text };
  if (UPRIGHT.test(text)) return { tag: "mi", text, attributes: { mathvariant: "normal" } };
  return { tag: /^[\p{L}∂]/u.test(text) ? "mi" : "mo", text };
}

/**
 * A sign at the beginning of a row is none between two sides.
 * @param {Part[]} children
 */
function row(children) {
  return { tag: "mrow", children };
}

/**
 * Brackets grow only around what is high: one that may grow stands off from what is in it, as large as it is.
 * @param {string} open
 * @param {Part} inside
 * @param {string} close
 */
function fenced(open, inside, close) {
  const stretchy = String(isHigh(inside));
  const [left, right] = [open, close].map((text) => ({ tag: "mo", text, attributes: { stretchy } }));
  return row([left, inside, right]);
}

/**
 * @param {Part} part
 * @returns {boolean}
 */
function isHigh({ tag, children = [] }) {
  return tag === "mfrac" || children.some(isHigh);
}

/**
 * What stands between two factors.
 * @param {Tree | undefined} before
 * @param {Tree} factor
 */
function between(before, factor) {
  if (before === undefined || before === "⋅" || factor === "⋅") return [];
  const isWord = factor[0] === "of" || (factor[0] === "call" && factor[1].length > 1);
  return isWord ? [THIN, TIMES] : [TIMES];
}

/** @param {Tree} tree */
function isFence(tree) {
  return tree[0] === "par" || tree[0] === "abs";
}
