/**
 * What stands in the figure for what: a folded name is one circle, and the nodes inside it are not drawn; an opened
 * operation is drawn as its inside.
 *
 * What enters: a graph. What leaves: ids and places of what is drawn.
 */

/** @typedef {import("../service/contract.js").Graph} Graph */

/**
 * For a node the one that is drawn for it: itself, or the circle it lies in.
 * @param {Graph | null} graph
 * @returns {(id: string) => string}
 */
export function drawnFor(graph) {
  const circles = new Map((graph?.nodes ?? []).flatMap(({ id, inside }) => (inside ? [[id, inside]] : [])));
  return (id) => circles.get(id) ?? id;
}

/**
 * Whether a node of a network stands for its sum and the weights of that too.
 * @param {Graph} graph
 * @param {import("../service/contract.js").GraphNode} node
 */
export function isNeuron({ nodes, view }, { id, folded }) {
  return view === "network" && !folded && nodes.some(({ inside }) => inside === id);
}

/**
 * The places of the edges that are drawn into a node: of a circle, all that lead into what it holds.
 * @param {Graph} graph
 * @param {string} id
 * @returns {number[]}
 */
export function arriving(graph, id) {
  const drawn = drawnFor(graph);
  return graph.edges.flatMap(({ source, target }, line) =>
    drawn(target) === id && drawn(source) !== id ? [line] : [],
  );
}

/**
 * The nodes that can be folded: those with a name bound to an operation, but for an only output, which would be all there
 * is.
 * @param {Graph | null} graph
 */
export function foldable(graph) {
  const whole = graph?.outputs.length === 1 ? graph.outputs[0].id : null;
  return (graph?.nodes ?? []).filter(({ id, kind, name }) => kind === "operation" && name && id !== whole);
}

/**
 * A node of a graph that was drawn otherwise before: the last that is written where it was, as an operation is read after
 * its inside; empty if there is none.
 * @param {Graph} graph
 * @param {import("../service/contract.js").GraphNode | undefined} node
 */
export function sameNode(graph, node) {
  const { kind, span } = node ?? {};
  const found = graph.nodes.findLast((other) => other.kind === kind && String(other.span) === String(span));
  return found ? drawnFor(graph)(found.id) : "";
}

/**
 * Of the inside of an opened operation: the place of its last node, and those of the edges that lead into it.
 * @param {Graph} graph
 * @param {import("../service/contract.js").GraphNode} node
 */
export function insideOf({ nodes, edges }, { opened, span }) {
  const known = new Map(nodes.map((other) => [other.id, other]));
  const belongs = (/** @type {string} */ id) => {
    const other = known.get(id);
    return Boolean(other?.opened) && String(other?.span) === String(span);
  };
  const root = nodes.findLastIndex((other) => other.opened === opened && belongs(other.id));
  /** @type {Set<string>} what leads to the root without leaving the inside */
  const within = new Set([nodes[root].id]);
  /** @type {number[]} */
  const entering = [];
  for (let line = edges.length - 1; line >= 0; line--) {
    const { source, target } = edges[line];
    if (!within.has(target)) continue;
    if (belongs(source)) within.add(source);
    else entering.unshift(line);
  }
  return { root, entering };
}

/**
 * A list in a link with a name put in, or taken out.
 * @param {string} list  separated by commas
 * @param {readonly string[]} names
 * @param {boolean} present
 */
export function withNames(list, names, present) {
  const kept = namesOf(list).filter((name) => !names.includes(name));
  return (present ? [...kept, ...names] : kept).join(",");
}

/**
 * The names of a list in a link.
 * @param {string} list
 */
export function namesOf(list) {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
