import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** A room imports from the floors before its own, never from another room beside it. Types in comments are free. */
const FLOORS = [
  ["words"],
  ["state", "service", "engine", "typeset"],
  ["narration", "exercise"],
  ["figure", "controls", "panels"],
  ["page"],
  ["lesson"],
  ["entries"],
];
const SOURCE = new URL("../../frontend/src/", import.meta.url);
const IMPORT = /^(?:import|export)\b[^;]*?"(\.[^"]+)";$/gm;

/** @param {URL} file */
const roomOf = ({ href }) => href.slice(SOURCE.href.length).split("/")[0];
const floorOf = (/** @type {string} */ room) => FLOORS.findIndex((rooms) => rooms.includes(room));

test("every room has its floor, and every floor its rooms", () => {
  assert.deepEqual(readdirSync(SOURCE).sort(), FLOORS.flat().sort());
});

test("imports run downward", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  for (const name of files) {
    const file = new URL(name, SOURCE);
    for (const [, path] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const [from, to] = [roomOf(file), roomOf(new URL(path, file))];
      assert.ok(to === from || floorOf(to) < floorOf(from), `${name} imports ${path}`);
    }
  }
});
