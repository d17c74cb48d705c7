import assert from "node:assert/strict";
import { test } from "node:test";
import { swipeOf } from "../../frontend/src/figure/gestures.js";
import { fit } from "../../frontend/src/figure/scales.js";

test("a swipe goes to the side, far enough and straight enough", () => {
  assert.equal(swipeOf(-80, 10), 1);
  assert.equal(swipeOf(80, -10), -1);
  assert.equal(swipeOf(-40, 0), 0);
  assert.equal(swipeOf(-80, 60), 0);
});

test("a figure is as large as fits, never too small to read, never blown up", () => {
  assert.equal(fit({ width: 1000, height: 300 }, { width: 900, height: 600 }), 0.9);
  assert.equal(fit({ width: 100, height: 50 }, { width: 900, height: 600 }), 1.5);
  assert.equal(fit({ width: 5000, height: 300 }, { width: 900, height: 600 }), 1);
});
