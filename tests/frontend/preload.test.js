import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const FRONTEND = new URL("../../frontend/", import.meta.url);

/**
 * A module and all it imports, as paths from the page.
 * @param {string} root
 */
function reached(root) {
  const found = new Set([root]);
  for (const path of found) {
    const code = readFileSync(new URL(path, FRONTEND), "utf8");
    for (const [, from, alone] of code.matchAll(/^(?:[^/*]*\bfrom "(\.[^"]+)"|import "(\.[^"]+)")/gm))
      found.add(new URL(from ?? alone, new URL(path, FRONTEND)).href.slice(FRONTEND.href.length));
  }
  return found;
}

test("the page asks at once for every module that its figure needs, and for nothing else", () => {
  const html = readFileSync(new URL("index.html", FRONTEND), "utf8");
  const asked = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, path]) => path);
  const page = reached("src/page.js");
  assert.deepEqual(
    asked.filter((path) => !page.has(path)),
    [],
  );
  assert.deepEqual(
    [...page].filter((path) => path !== "src/page.js" && !asked.includes(path)),
    [],
    "add these to index.html as modulepreload",
  );
});
