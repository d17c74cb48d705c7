import assert from "node:assert/strict";
import { test } from "node:test";
import { numberLatex, parseMath } from "../../frontend/src/typeset/mathml.js";

/**
 * The tree as short text: `frac(1, x)`; unseen signs by their names.
 * @param {import("../../frontend/src/typeset/mathml.js").Part} part
 * @returns {string}
 */
function shape({ tag, text, attributes, children }) {
  const name = tag.replace(/^m/, "");
  if (text === "\u2062") return "times";
  if (text === "\u2061") return "of";
  if (tag === "mspace") return "space";
  if (text !== undefined) return attributes?.mathvariant ? `upright ${text}` : text;
  const inside = (children ?? []).map(shape);
  return name === "row" ? `[${inside.join(" ")}]` : `${name}(${inside.join(", ")})`;
}

const SHAPES = {
  x: "x",
  "-x": "[− x]",
  "1+e^{-x}": "[1 + sup(e, [− x])]",
  "\\frac{1}{1+x}": "frac(1, [1 + x])",
  "-E\\frac{z}{y}": "[− E times frac(z, y)]",
  "2 \\left(x+1\\right)^{2}": "[2 times sup([( [x + 1] )], 2)]",
  "w_{12}'": "subsup(w, 12, ′)",
  "{w'}^{2}": "sup(sup(w, ′), 2)",
  "\\sqrt[3]{x}": "root(x, 3)",
  "\\sqrt{x}": "sqrt(x)",
  "2 \\sin^{2} x": "[2 space times sup(sin, 2) of space x]",
  "\\log_{2}\\left(x\\right)": "[sub(log, 2) of [( x )]]",
  "\\operatorname{relu} x": "[relu of space x]",
  "\\mathrm{loss}": "loss",
  "\\mathrm{step}(x)": "[step of ( x )]",
  "\\sigma_{\\mathrm{max}}": "sub(σ, max)",
  "\\square^{2}": "sup(upright □, 2)",
  "|x|": "[| x |]",
  "3 \\cdot 10^{-8}": "[3 ⋅ sup(10, [− 8])]",
  "x \\cdot -2.5": "[x ⋅ − 2.5]",
  "\\unheard": "unheard",
  "x}": "x",
  "\\frac{1": "frac(1, [])",
  "": "[]",
};

for (const [latex, expected] of Object.entries(SHAPES)) {
  test(`${latex || "nothing"} is set as ${expected}`, () => assert.equal(shape(parseMath(latex)), expected));
}

test("printed numbers in LaTeX", () => {
  assert.equal(numberLatex("−0.5000"), "-0.5000");
  assert.equal(numberLatex("−1.234e−5"), "-1.234 \\cdot 10^{-5}");
  assert.equal(numberLatex("−∞"), "-\\infty");
  assert.equal(numberLatex("NaN"), "\\mathrm{NaN}");
});
