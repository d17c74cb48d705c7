import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST } from "../../frontend/src/state/examples.js";
import { ATTRIBUTES, defaults, readState, TABLE, writeState } from "../../frontend/src/state/state.js";

/** @param {string} search */
const read = (search, own = {}) => {
  const query = new URLSearchParams(search);
  return readState((name) => query.get(name), own);
};

test("an empty link is the article's sigmoid at x = 0.5", () => {
  const state = read("", FIRST);
  assert.equal(state.expr, "a = -1; n = a^2; z = n/(n + exp(a*x))");
  assert.deepEqual(state.at, { x: 0.5 });
  assert.equal(state.frame, null);
});

test("a default is not written", () => {
  assert.equal(writeState(defaults()), "");
  assert.equal(writeState(defaults(FIRST), FIRST), "");
  assert.equal(writeState(defaults({ lang: "ja" }), { lang: "ja" }), "");
  assert.equal(writeState(defaults({ lang: "en" }), { lang: "ja" }), "lang=en");
});

/** @type {Partial<import("../../frontend/src/state/state.js").State>[]} */
const states = [
  { expr: "x + y/2 & 3; α = '𝑥' #" },
  { at: { x: 0.5, y: -2, w_1: 1e-7, "w'": 1e22 } },
  { at: { x: 1 }, frame: 0, animate: false, loop: true },
  { expr: "a = x^2; b = a*y", syntax: "text", output: "a", derivative: "x,y", open: "sin", fold: "a" },
  { seed: -2.5, range: { x: [-2, 2.5], "=E": [0, 1] }, theme: "paper", wrt: "w_1" },
  { paper: "white", print: "all", blank: true },
  { frame: 8, show: "numbers", lang: "ja", speed: 0.25 },
];
for (const changes of states) {
  test(`a link keeps ${JSON.stringify(changes)}`, () => {
    const state = { ...defaults(), ...changes };
    assert.deepEqual(read(writeState(state)), state);
  });
}

test("what cannot be read is the default", () => {
  const broken = read("frame=-1&show=pictures&lang=xx&speed=9&at=x:,y:zero,:3,q:Infinity");
  assert.deepEqual(broken, defaults());
});

test("a name that objects inherit something by is a name like others", () => {
  const { at, range } = read("at=__proto__:2,constructor:3&range=__proto__:0:1,toString:-1:1");
  assert.deepEqual(Object.entries(at), [
    ["__proto__", 2],
    ["constructor", 3],
  ]);
  assert.deepEqual(Object.entries(range), [
    ["__proto__", [0, 1]],
    ["toString", [-1, 1]],
  ]);
  assert.equal(Object.getPrototypeOf(range), Object.prototype);
});

test("a link stays readable", () => {
  assert.equal(writeState({ ...defaults(), expr: "x*y + 1", at: { x: 2, y: 3 } }), "expr=x*y+%2B+1&at=x:2,y:3");
});

test("no two rows have a name or an attribute in common", () => {
  assert.equal(new Set(TABLE.map((row) => row.name)).size, TABLE.length);
  assert.equal(new Set(Object.values(ATTRIBUTES)).size, TABLE.length);
  assert.equal(ATTRIBUTES.expr, "expression");
});

test("what is hidden is a list of known parts, and none can be said", () => {
  const framed = { hide: /** @type {const} */ (["header", "input"]) };
  assert.deepEqual(readState((name) => (name === "hide" ? "zoom,nonsense,header" : null)).hide, ["header", "zoom"]);
  assert.deepEqual(readState((name) => (name === "hide" ? "none" : null), framed).hide, []);
  assert.equal(writeState(defaults(framed), framed), "");
  assert.equal(writeState({ ...defaults(framed), hide: [] }, framed), "hide=none");
});
