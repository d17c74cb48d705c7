/**
 * A tree of MathML as short text: `frac(1, x)`; unseen signs by their names.
 * @param {import("../../frontend/src/typeset/mathml.js").Part} part
 * @returns {string}
 */
export function shape({ tag, text, attributes, children }) {
  const name = tag.replace(/^m/, "");
  if (text === "\u2062") return "times";
  if (text === "\u2061") return "of";
  if (tag === "mspace") return "space";
  if (text !== undefined) return attributes?.mathvariant ? `upright ${text}` : text;
  const inside = (children ?? []).map(shape);
  return name === "row" ? `[${inside.join(" ")}]` : `${name}(${inside.join(", ")})`;
}
