/** Trees in on standard input; the MathML that the page builds from them, written in one line each, out. */

import { text } from "node:stream/consumers";
import { parts } from "../../frontend/src/typeset/mathml.js";

/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** @param {import("../../frontend/src/typeset/mathml.js").Part} part @returns {string} */
function xml({ tag, text, attributes = {}, children = [] }) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const inside = text?.replace(/[&<>]/g, (sign) => ESCAPED[sign]) ?? children.map(xml).join("");
  return `<${tag}${written.join("")}>${inside}</${tag}>`;
}

/** @type {import("../../frontend/src/service/contract.js").Tree[]} */
const trees = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(trees.map((tree) => xml(parts(tree)))));
