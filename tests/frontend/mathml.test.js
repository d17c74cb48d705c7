import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "../../frontend/src/typeset/mathml.js";
import { shape } from "./shapes.js";

/** @type {[import("../../frontend/src/service/contract.js").Tree, string][]} */
const SHAPES = [
  ["x", "x"],
  [["row", "−", "x"], "[− x]"],
  [["row", "1", "+", ["sup", "e", ["row", "−", "x"]]], "[1 + sup(e, [− x])]"],
  [["frac", "1", "x"], "frac(1, x)"],
  [["row", "−", ["times", "E", ["frac", "z", "y"]]], "[− [E times frac(z, y)]]"],
  [["times", "2", ["sup", ["par", "x"], "2"]], "[2 times sup([( x )], 2)]"],
  [["sub", "w", "12", "′"], "subsup(w, 12, ′)"],
  [["sup", ["sup", "w", "′"], "2"], "sup(sup(w, ′), 2)"],
  [["sqrt", "x"], "sqrt(x)"],
  [["times", "2", ["of", ["sup", "sin", "2"], "x"]], "[2 space times [sup(sin, 2) of space x]]"],
  [["of", ["sub", "log", "2"], ["par", "x"]], "[sub(log, 2) of [( x )]]"],
  [["call", "max", "x", "y"], "[max of [( [x , y] )]]"],
  [["sub", "σ", "max"], "sub(σ, max)"],
  [["sup", "□", "2"], "sup(upright □, 2)"],
  ["Γ", "upright Γ"],
  ["∂", "∂"],
  [["abs", "x"], "[| x |]"],
  [["times", "3", "⋅", ["sup", "10", ["row", "−", "8"]]], "[3 ⋅ sup(10, [− 8])]"],
  [["row", ["row"], "=", "x"], "[[] = x]"],
];

for (const [tree, expected] of SHAPES) {
  test(`${JSON.stringify(tree)} is set as ${expected}`, () => assert.equal(shape(parts(tree)), expected));
}

test("letters, numbers and signs are told apart", () => {
  const tags = ["x", "α", "ReLU", "∂", "2.5", "+", "×", "′", ",", "∞"].map((text) => parts(text).tag);
  assert.deepEqual(tags, ["mi", "mi", "mi", "mi", "mn", "mo", "mo", "mo", "mo", "mi"]);
});
