import assert from "node:assert/strict";
import { test } from "node:test";
import { pattern } from "../../frontend/src/figure/dashes.js";

for (const length of [3, 7, 12, 100, 1234.5, 60000]) {
  test(`the dashes of a line of ${length} fill it once, and a gap as long hides it before it is drawn`, () => {
    const parts = pattern(length).split(" ").map(Number);
    const gap = parts.pop();
    assert.equal(gap, 1);
    assert.equal(parts.length % 2, 1, "it ends with a dash");
    assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) < 0.02);
    const dash = parts[0] * length;
    assert.ok(dash <= length && (parts.length === 1 || length > 11000 || (dash > 5 && dash < 10)));
  });
}
