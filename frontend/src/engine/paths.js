/**
 * The chain rule path by path: every way from an input to an output, and the product of the locals along it.
 *
 * What enters: an engine, the place of an input. What leaves: how many paths there are, counted without walking them, and
 * the first of them. What a network has is soon more than 2^30.
 */

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {{count: bigint, paths: number[][]}} Walks  a path is the lines along it, from that out of an
 *   output to the input
 */

/**
 * @param {Engine} engine
 * @param {number} source  place of a node
 * @param {number} limit  of paths to list
 * @returns {Walks}
 */
export function paths(engine, source, limit) {
  const { inputs, arrivals, edges, flows, outputs } = engine;
  /** For each node, how many paths lead to it from the source. */
  const counts = /** @type {bigint[]} */ (new Array(inputs.length).fill(0n));
  counts[source] = 1n;
  for (let node = source + 1; node < inputs.length; node++) {
    inputs[node].forEach((input, position) => {
      if (flows[arrivals[node][position]]) counts[node] += counts[input];
    });
  }
  const reached = outputs.map((node, at) => ({ node, lines: [edges + at] })).filter(({ node }) => counts[node] > 0n);
  const count = reached.reduce((sum, { node }) => sum + counts[node], 0n);
  /** @type {number[][]} */
  const found = [];
  /** A stack of unfinished paths: only those that do arrive, so that listing never searches in vain. */
  const open = reached.reverse();
  for (let path = open.pop(); path && found.length < limit; path = open.pop()) {
    const { node, lines } = path;
    if (node === source) {
      found.push(lines);
      continue;
    }
    for (let position = inputs[node].length - 1; position >= 0; position--) {
      const line = arrivals[node][position];
      const input = inputs[node][position];
      if (flows[line] && counts[input] > 0n) open.push({ node: input, lines: [...lines, line] });
    }
  }
  return { count, paths: found };
}

/**
 * The product along a path.
 * @param {number[]} path
 * @param {import("./engine.js").Result} result
 */
export function along([leaving, ...lines], { contributions, locals }) {
  return lines.reduce((product, line) => product * locals[line], contributions[leaving]);
}

/**
 * A count in few characters: digits, or a power of ten.
 * @param {bigint} count
 */
export function printCount(count) {
  const digits = String(count);
  if (digits.length <= 15) return digits.replace(/\B(?=(?:\d{3})+$)/g, "\u2009");
  return `${digits[0]}.${digits.slice(1, 3)} × 10^${digits.length - 1}`;
}
