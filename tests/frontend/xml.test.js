import assert from "node:assert/strict";
import { test } from "node:test";
import { readTokens } from "../../frontend/src/figure/xml.js";

test("tags, attributes, text and entities", () => {
  assert.deepEqual(
    readTokens('<?xml version="1.0"?><svg a="1 &lt; 2" b=\'x\'><!-- no --><path d="M0 0"/>&#x3b1;&amp;</svg>'),
    [
      {
        open: "svg",
        attributes: [
          ["a", "1 < 2"],
          ["b", "x"],
        ],
      },
      { open: "path", attributes: [["d", "M0 0"]] },
      { close: "path" },
      { text: "α&" },
      { close: "svg" },
    ],
  );
});

for (const source of ["<svg", "<svg a=b>", "<!DOCTYPE svg><svg/>", "a < b"]) {
  test(`${source} is refused`, () => assert.throws(() => readTokens(source), SyntaxError));
}
