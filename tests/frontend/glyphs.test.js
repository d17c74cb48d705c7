import assert from "node:assert/strict";
import { test } from "node:test";
import { Glyphs, scaled } from "../../frontend/src/figure/glyphs.js";

/**
 * @param {string} open
 * @param {Record<string, string>} attributes
 */
const element = (open, attributes) => ({ open, attributes: Object.entries(attributes) });

test("glyphs of a label are moved, and made smaller, where they stand", () => {
  const glyphs = new Glyphs();
  assert.equal(glyphs.read(element("path", { id: "g1", d: "m10-20q3 4-5 6h7z" })), "");
  assert.equal(glyphs.read(element("use", { "xlink:href": "#g1" })), "M0 0m10-20q3 4-5 6h7z");
  assert.equal(glyphs.read(element("use", { "xlink:href": "#g1", x: "12", y: "-3" })), "M12 -3m10-20q3 4-5 6h7z");
  const smaller = element("use", { "xlink:href": "#g1", transform: "translate(5 -6)scale(0.7)" });
  assert.equal(glyphs.read(smaller), "M5 -6m7-14q2.1 2.8-3.5 4.2h4.9z");
});

test("a smaller outline is no longer than it must be", () => {
  assert.equal(scaled("m10-20q3 4-50 60h-7z", 0.017, 2), "m.17-.34q.05 .07-.85 1.02h-.12z");
});

test("what is no glyph of a label stays what it is", () => {
  const glyphs = new Glyphs();
  assert.equal(glyphs.read(element("path", { d: "M0 0" })), null);
  assert.equal(glyphs.read(element("path", { id: "d-1", transform: "scale(0.017)", d: "m1 1" })), null);
  assert.equal(glyphs.read(element("use", { "xlink:href": "#d-1" })), null);
  assert.equal(glyphs.read(element("g", { id: "g1" })), null);
});
