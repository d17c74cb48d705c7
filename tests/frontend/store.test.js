import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../frontend/src/state/store.js";

/** A store, and what its listeners were told. */
function listened() {
  const store = new Store();
  /** @type {string[]} */
  const heard = [];
  store.on(["at", "show"], (changed, layer) => heard.push([layer, ...changed].join(" ")));
  return { store, heard };
}

test("a row is what the reader chose, else what is said, else the default", () => {
  const { store } = listened();
  store.set({ show: "numbers", lang: "ja" }, "defaults");
  assert.equal(store.state.show, "numbers");
  store.set({ show: "rules" }, "reader");
  store.set({ lang: "en" }, "attributes");
  assert.deepEqual([store.state.show, store.state.lang], ["rules", "en"]);
});

test("an attribute takes its own row back from the reader, and no other", () => {
  const { store } = listened();
  store.set({ at: { x: 2 }, frame: 1 }, "attributes");
  store.set({ at: { x: 3 }, frame: 2, show: "numbers" }, "reader");
  store.set({ at: { x: 5 } }, "attributes");
  assert.deepEqual([store.state.at, store.state.frame, store.state.show], [{ x: 5 }, 2, "numbers"]);
  store.set({ frame: undefined }, "reader");
  assert.equal(store.state.frame, 1);
  store.set({ frame: undefined }, "attributes");
  assert.equal(store.state.frame, null);
});

test("whoever listens is told of rows that differ, at once, with all that changed in one write", () => {
  const { store, heard } = listened();
  store.set({ at: { x: 2 }, show: "numbers", speed: 2 }, "reader");
  store.set({ at: { x: 2 }, show: "numbers" }, "reader");
  store.set({ show: "numbers" }, "defaults");
  store.set({ loop: true }, "reader");
  store.set({ at: { x: -0 } }, "attributes");
  assert.deepEqual(heard, ["reader at show speed", "attributes at"]);
});

test("whoever listens can be told of a row again", () => {
  const { store, heard } = listened();
  store.again(["show"]);
  store.again(["loop"]);
  assert.deepEqual(heard, ["defaults show"]);
});

test("the state cannot be written to from outside", () => {
  const { store } = listened();
  assert.throws(() => Object.assign(store.state, { show: "rules" }), TypeError);
});
