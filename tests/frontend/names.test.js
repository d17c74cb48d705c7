/** What an output is called where the reader gave it no name. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { totalOf } from "../../frontend/src/typeset/names.js";
import { graphOf } from "./graphs.js";

/** @param {string} first @param {string} second */
const product = (first, second) =>
  graphOf([
    ["n0", "variable", first],
    ["n1", "variable", second],
    ["n2", "operation", "mul", "n0", "n1"],
  ]);

test("an output without a name is called by a letter that is free", () => {
  assert.equal(totalOf(product("x", "y"), [1]).name, "z");
  assert.equal(totalOf(product("x", "z"), [1]).name, "f");
  assert.equal(totalOf(product("z", "f"), [1]).name, "y");
});

test("one with a name keeps it", () => {
  const graph = product("x", "y");
  graph.nodes[2].name = "L";
  assert.equal(totalOf(graph, [1]).name, "L");
});
