import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer } from "../../../frontend/src/exercise/answer.js";
import { OPERATIONS } from "../graphs.js";

const AT = /** @type {Record<string, number>} */ ({ x: 0.5, z: 0.4, w_1: 3, E: 2 });
const KNOWN = {
  ...OPERATIONS,
  exp: { ...OPERATIONS.exp, spellings: ["exp"] },
  ln: { ...OPERATIONS.ln, spellings: ["ln", "log"] },
};

/** @param {string} text */
const read = (text) => {
  const found = readAnswer(text, Object.keys(AT), KNOWN);
  return "fault" in found ? found.fault : found.answer.at((name) => AT[name]);
};

test("an answer is read in the language of the page, and in LaTeX", () => {
  for (const text of [
    "-E*(x+2)*z*(1-z)",
    "-E(x+2)z(1-z)",
    "−Ｅ×(x + 2)·z·(1 − z)",
    String.raw`-E\left(x+2\right)z(1-z)`,
  ])
    assert.equal(read(text), -2 * 2.5 * 0.4 * 0.6, text);
  assert.equal(read("w1 + w₁ + w_1"), 9);
  assert.equal(read(String.raw`\frac{E}{w_{1}}x^2`), (2 / 3) * 0.25);
  assert.equal(read("e^{-x}"), Math.E ** -0.5);
  assert.equal(read("|x - 1|x²"), 0.125);
});

test("what is wrong is said, and where", () => {
  /** @type {[string, string, number, number][]} */
  const wrong = [
    ["E*q", "answerUnknownName", 2, 3],
    ["xq", "answerUnknownName", 0, 2],
    ["2*(x+1", "answerUnclosed", 2, 3],
    ["0,25", "answerComma", 1, 2],
    ["1/2x", "answerTwoWays", 3, 4],
    ["x +", "answerMissing", 3, 3],
    ["", "answerMissing", 0, 0],
    ["x ! 2", "answerUnexpected", 2, 3],
    ["q(x)", "answerUnknownFunction", 0, 1],
    ["exp*x", "answerBrackets", 0, 3],
  ];
  for (const [text, key, from, to] of wrong) {
    const fault = read(text);
    assert.ok(typeof fault !== "number", text);
    assert.deepEqual([fault.key, fault.from, fault.to], [key, from, to], text);
  }
  const unknown = read("E*q");
  assert.deepEqual(unknown, { key: "answerUnknownName", parts: { name: "q", names: "x, z, w_1, E" }, from: 2, to: 3 });
  const comma = read("0,25");
  assert.ok(typeof comma !== "number" && comma.parts.number === "0.25");
});

test("whatever is typed, there is no exception", () => {
  for (const text of [
    "(".repeat(900),
    `${"-".repeat(900)}x`,
    `${"x^".repeat(400)}x`,
    "a".repeat(2000),
    "\\",
    "\\frac",
    "$",
    "\ud800",
    "_",
    "x_{",
  ])
    assert.ok(read(text) !== undefined);
});

test("names that were typed without anything between them are a product, as labels show it", () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    ["Ew", 6],
    ["2Ew^2", 36],
    ["Eh_1w", 42],
    ["-Ew(w + 1)", -24],
  ])) {
    const read = readAnswer(text, ["E", "w", "h_1"], OPERATIONS);
    assert.ok("answer" in read, text);
    assert.equal(
      read.answer.at((name) => ({ E: 2, w: 3, h_1: 7 })[name] ?? Number.NaN),
      value,
    );
  }
  const read = readAnswer("xxy", ["x", "xx", "xy", "y"], OPERATIONS); // x·xy or xx·y
  assert.ok("fault" in read);
});
