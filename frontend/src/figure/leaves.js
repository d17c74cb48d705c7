/**
 * The leaves of a graph, and which numbers of the reader are for them.
 *
 * What enters: an engine, numbers by name. What leaves: variables and named constants; the constants that were moved.
 */

/**
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {{name: string, math: import("../service/contract.js").Tree, kind: "variable" | "constant", place: number,
 *   standard: number}} Leaf
 */

/**
 * @param {Engine} engine
 * @returns {Leaf[]}
 */
export function leavesOf(engine) {
  return engine.nodes.flatMap(({ kind, name, sign }, place) =>
    name && (kind === "variable" || kind === "constant")
      ? [{ name, math: sign.math, kind, place, standard: engine.defaults[place] }]
      : [],
  );
}

/**
 * @param {Leaf} leaf
 * @param {Values} values
 */
export function numberOf({ name, standard }, values) {
  return Object.hasOwn(values, name) ? values[name] : standard;
}

/**
 * The named constants that have another number than in the text.
 * @param {Values} values
 * @param {Leaf[]} leaves
 */
export function overriddenBy(values, leaves) {
  const moved = leaves.filter((leaf) => leaf.kind === "constant" && !Object.is(numberOf(leaf, values), leaf.standard));
  return pick(
    values,
    moved.map((leaf) => leaf.name),
  );
}

/**
 * Names at the beginning of a line that an equals sign follows.
 * @param {string} expression
 */
export function boundNames(expression) {
  return [...expression.matchAll(/(?:^|[;\n])\s*([^\s=;]+)\s*=/gu)].map(([, name]) => name);
}

/**
 * @param {Values} values
 * @param {string[]} wanted
 * @returns {Values}
 */
export function pick(values, wanted) {
  return Object.fromEntries(wanted.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]));
}

/** @param {Values} values */
export function names(values) {
  return Object.keys(values).sort().join(" ");
}
