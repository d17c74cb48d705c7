import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST } from "../../frontend/src/state/examples.js";
import { defaults, readState } from "../../frontend/src/state/state.js";
import { stamp, upgrade } from "../../frontend/src/state/versions.js";

/** @param {string} link */
const read = (link) => {
  const query = upgrade(new URL(link, "https://example.org/").searchParams);
  return readState((name) => query.get(name), FIRST);
};

/**
 * Links as they were written, and are never to be changed: whoever makes one of these read otherwise adds a step to
 * versions.js instead.
 * @type {[string, Partial<import("../../frontend/src/state/state.js").State>][]}
 */
const COPIED = [
  ["/", {}],
  ["/?frame=5", { frame: 5 }],
  ["/?expr=x*y+%2B+1&at=x:2,y:-3.5", { expr: "x*y + 1", at: { x: 2, y: -3.5 } }],
  ["/?expr=y*2&at=y:3", { expr: "y*2", at: { x: 0.5, y: 3 } }],
  [
    "/?expr=h+=+relu(w*x+%2B+b);+h^2&at=x:1,w:0.5,b:-1e-7&frame=0&show=numbers&lang=ja&speed=0.25&loop=1",
    {
      expr: "h = relu(w*x + b); h^2",
      at: { x: 1, w: 0.5, b: -1e-7 },
      frame: 0,
      show: "numbers",
      lang: "ja",
      speed: 0.25,
      loop: true,
    },
  ],
  [
    "/?frame=8&show=formulas,numbers&lang=en&seed=-2&range=x:-0.5:1.5,%3DE:0:3&theme=paper&wrt=a&node=n7",
    {
      frame: 8,
      show: "formulas,numbers",
      seed: -2,
      range: { x: [-0.5, 1.5], "=E": [0, 3] },
      theme: "paper",
      wrt: "a",
      node: "n7",
    },
  ],
  ["/?show=rules&theme=dark&h=0.00001&dashes=1", { show: "rules", theme: "dark", h: 1e-5, dashes: true }],
  ["/?hide=header,values&h=1e-9", { hide: ["header", "values"], h: 1e-9 }],
  ["/?paper=all&blank=1&frame=3", { print: "all", blank: true, frame: 3 }], // as it was before pictures had a paper
  ["/?print=this&paper=white", { print: "this", paper: "white" }],
  ["/?v=7&frame=2&later=1", { frame: 2 }], // of a version to come: what is known of it is read
];
for (const [link, said] of COPIED) {
  test(`the link ${link} goes on working`, () => {
    assert.deepEqual(read(link), { ...defaults(FIRST), ...said });
  });
}

test("a link is brought from its version to the present one, step by step", () => {
  /** @type {((query: URLSearchParams) => void)[]} */
  const steps = [
    (query) => query.set("speed", String(2 * Number(query.get("speed")))),
    (query) => {
      query.set("pace", query.get("speed") ?? "");
      query.delete("speed");
    },
  ];
  const brought = (/** @type {string} */ query) => String(upgrade(new URLSearchParams(query), steps));
  assert.equal(brought("speed=1"), "pace=2");
  assert.equal(brought("speed=1&v=1"), "pace=2");
  assert.equal(brought("speed=1&v=2"), "pace=1");
  assert.equal(brought("pace=1&v=3"), "pace=1");
  assert.equal(brought("speed=1&v=none"), "pace=2");
  assert.equal(brought(stamp("pace=1", steps)), "pace=1");
  assert.equal(stamp("frame=1"), "frame=1");
});
