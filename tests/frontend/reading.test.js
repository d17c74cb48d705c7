/** How long a sentence stays. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsToRead } from "../../frontend/src/narration/reading.js";

const words = (/** @type {string} */ text) => ({ text });
const formula = (/** @type {string} */ text) => ({ text, math: /** @type {string} */ (text) });

test("longer sentences stay longer, and formulas take a moment each", () => {
  const short = [formula("×"), words(" gives "), formula("x*y = 6"), words(".")];
  const long = [...short, words(" At ● the red values add up: "), formula("E*y + E*x = 3 + 2 = 5"), words(".")];
  assert.ok(secondsToRead(short, "en") > 1 && secondsToRead(short, "en") < 3);
  assert.ok(secondsToRead(long, "en") > secondsToRead(short, "en") + 2);
  assert.equal(secondsToRead([], "en"), 0);
});

test("a letter of Japanese says more than one of English", () => {
  const said = [words("は両方の入力へ返します。")];
  assert.ok(secondsToRead(said, "ja") > 2 * secondsToRead(said, "en"));
});
