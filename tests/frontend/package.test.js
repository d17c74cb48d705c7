import assert from "node:assert/strict";
import { test } from "node:test";

const PACKAGE = new URL("../../frontend/src/entries/package.js", import.meta.url).href; // not read for its types

test("where there is no document the element can be loaded all the same", async () => {
  const { KuroakaFigure, useService } = await import(PACKAGE);
  useService("https://kuroaka.example");
  assert.ok(KuroakaFigure.observedAttributes.includes("expression"));
  assert.equal(Reflect.get(globalThis, "HTMLElement"), undefined);
});
