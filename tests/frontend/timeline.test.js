import assert from "node:assert/strict";
import { test } from "node:test";
import { completeAt, frameAt, neighbour, phaseOf, readTimeline } from "../../frontend/src/figure/timeline.js";

const { times, end, duration } = readTimeline("0 1.9 3.6 5", "6.5");

test("the figure says when its frames are complete", () => {
  assert.deepEqual([times, end, duration], [[0, 1.9, 3.6, 5], 5, 6.5]);
});

test("a time belongs to the frame that is being drawn", () => {
  const at = [0, 0.1, 1.9, 1.9000001, 1.95, 3.6, 4, 5, 6.4].map((time) => frameAt(times, time));
  assert.deepEqual(at, [0, 1, 1, 1, 2, 2, 3, 3, 3]);
});

test("complete is what stands there whole", () => {
  assert.deepEqual(
    [0, 1.8999999, 1.95, 5, 6].map((time) => completeAt(times, time)),
    [0, 1, 1, 3, 3],
  );
});

test("a step goes to the next complete frame and back to the one before", () => {
  const step = (/** @type {number} */ time, /** @type {1 | -1} */ way) => neighbour(times, time, way);
  assert.deepEqual([step(0, 1), step(1, 1), step(1.9, 1), step(5, 1)], [1, 1, 2, 3]);
  assert.deepEqual([step(5, -1), step(4, -1), step(1.9, -1), step(0, -1)], [2, 2, 0, 0]);
});

test("frames are counted within their pass", () => {
  const step = (/** @type {"forward" | "backward"} */ direction) => ({
    direction,
    nodes: [],
    edges: [],
    says: "",
    clauses: [],
  });
  const steps = [step("forward"), step("forward"), step("backward")];
  assert.equal(phaseOf(steps, 0), null);
  assert.deepEqual(phaseOf(steps, 2), { direction: "forward", number: 2, of: 2 });
  assert.deepEqual(phaseOf(steps, 3), { direction: "backward", number: 1, of: 1 });
});
