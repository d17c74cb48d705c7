import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arriving,
  drawnFor,
  foldable,
  insideOf,
  namesOf,
  sameNode,
  withNames,
} from "../../frontend/src/engine/folds.js";
import { graphOf } from "./graphs.js";

/** h = x*w + exp(x); h*x, with h folded: x is used twice inside, through the dot that it also leaves by */
function folded() {
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "branch", null, "n0"],
    ["n2", "variable", "w"],
    ["n3", "operation", "mul", "n1", "n2"],
    ["n4", "operation", "exp", "n1"],
    ["n5", "operation", "add", "n3", "n4"],
    ["n6", "operation", "mul", "n5", "n1"],
  ]);
  Object.assign(graph.nodes[5], { name: "h", folded: { text: "h", math: "h" } });
  for (const place of [3, 4]) graph.nodes[place].inside = "n5";
  return graph;
}

test("a node inside a circle is drawn as the circle", () => {
  const drawn = drawnFor(folded());
  assert.deepEqual(["n1", "n3", "n4", "n5", "n6"].map(drawn), ["n1", "n5", "n5", "n5", "n6"]);
  assert.equal(drawnFor(null)("n3"), "n3");
});

test("all that leads into a circle arrives there", () => {
  const graph = folded();
  const sources = arriving(graph, "n5").map((line) => graph.edges[line].source);
  assert.deepEqual(sources, ["n1", "n2", "n1"]);
  assert.equal(arriving(graph, "n6").length, 2);
});

test("a name can be folded if it is an operation's and not the output's", () => {
  const graph = folded();
  graph.nodes[6].name = "y";
  assert.deepEqual(
    foldable(graph).map(({ name }) => name),
    ["h"],
  );
  assert.deepEqual(foldable(null), []);
});

test("a node is found again where it was written", () => {
  const graph = folded();
  graph.nodes.forEach((node, place) => {
    node.span = place < 3 ? [place, place + 1] : [4, 9];
  });
  assert.equal(sameNode(graph, { ...graph.nodes[2], id: "n9" }), "n2");
  assert.equal(sameNode(graph, { ...graph.nodes[3], id: "n9" }), "n6"); // the last that is written there
  assert.equal(sameNode(graph, { ...graph.nodes[3], span: [0, 9] }), "");
  assert.equal(sameNode(graph, undefined), "");
});

test("names go into a list of a link and come out again", () => {
  assert.deepEqual(namesOf(" h, k,,"), ["h", "k"]);
  assert.equal(withNames("h,k", ["k", "m"], true), "h,k,m");
  assert.equal(withNames("h, k", ["h"], false), "k");
  assert.equal(withNames("", ["h"], true), "h");
});

test("an inside ends where what it is made of begins, also around another inside", () => {
  // silu(x) = x*sigmoid(x), both open
  const graph = graphOf([
    ["n0", "variable", "x"],
    ["n1", "branch", null, "n0"],
    ["n2", "constant", 1],
    ["n3", "operation", "exp", "n1"],
    ["n4", "operation", "add", "n2", "n3"],
    ["n5", "operation", "mul", "n1", "n4"],
  ]);
  graph.nodes.forEach((node, place) => {
    node.span = place < 2 ? [5, 6] : [0, 7];
    if (place >= 2) node.opened = place === 5 ? "silu" : "sigmoid";
  });
  const from = (/** @type {number} */ place) => {
    const { root, entering } = insideOf(graph, graph.nodes[place]);
    return [root, entering.map((line) => graph.edges[line].target)];
  };
  assert.deepEqual(from(3), [4, ["n3"]]);
  assert.deepEqual(from(5), [5, ["n3", "n5"]]);
});
