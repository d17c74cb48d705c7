/**
 * What a check of each part of an answer cannot see.
 *
 * What enters: a graph of which each part is well. What leaves: whether they go together.
 */

/**
 * Whether all that a graph speaks of is in it, inputs before their consumers.
 * @param {import("./contract.js").Graph} graph
 */
export function isWhole({ outputs, nodes, edges, steps }) {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const lines = new Set(edges.map(({ id }) => id));
  const slots = steps.flatMap(({ clauses }) => clauses.filter((clause) => typeof clause !== "string"));
  return (
    outputs.length > 0 &&
    outputs.every(({ id }) => places.has(id)) &&
    nodes.every(({ inputs }, place) => inputs.every((id) => (places.get(id) ?? place) < place)) &&
    edges.every(({ source, target, position }) => {
      const { inputs } = nodes[places.get(target) ?? -1] ?? {};
      return inputs?.[position] === source;
    }) &&
    slots.every(([kind, id]) => (kind === "contribution" ? lines.has(id) : places.has(id)))
  );
}
