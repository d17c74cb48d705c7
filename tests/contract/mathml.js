/** Trees in on standard input; the MathML that the page builds from them, written in one line each, out. */

import { text } from "node:stream/consumers";
import { parts } from "../../frontend/src/typeset/mathml.js";

/** @param {import("../../frontend/src/typeset/mathml.js").Part} part @returns {string} */
function xml({ tag, text, children = [] }) {
  return `<${tag}>${text?.replace("<", "&lt;") ?? children.map(xml).join("")}</${tag}>`;
}

/** @type {import("../../frontend/src/service/contract.js").Tree[]} */
const trees = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(trees.map((tree) => xml(parts(tree)))));
