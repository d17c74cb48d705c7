// A graph in, the lines of another's layout out: node layout_peers.js elkjs|dagre
import { text } from "node:stream/consumers";

/** @typedef {{nodes: {width: number, height: number}[], edges: [number, number][], ordered: boolean}} Graph */
/** @typedef {{x: number, y: number}} Point */

const PEERS = { elkjs, dagre };

/** @param {Graph} graph */
async function elkjs({ nodes, edges, ordered }) {
  const { default: ELK } = await import("elkjs");
  const drawn = await new ELK().layout({
    id: "graph",
    layoutOptions: { algorithm: "layered", "elk.direction": "RIGHT", "elk.edgeRouting": "POLYLINE" },
    children: nodes.map((size, node) => ({
      id: `n${node}`,
      ...size,
      ...(ordered && { layoutOptions: { "elk.portConstraints": "FIXED_ORDER" }, ports: portsOf(node, edges) }),
    })),
    edges: edges.map(([source, target], line) => ({
      id: `e${line}`,
      sources: [ordered ? `out${source}` : `n${source}`],
      targets: [ordered ? `in${line}` : `n${target}`],
    })),
  });
  return drawn.edges.map(({ sections: [{ startPoint, bendPoints = [], endPoint }] }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}

/** Operands enter at the left in order; ports are counted clockwise.
 * @param {number} node
 * @param {Graph["edges"]} edges */
function portsOf(node, edges) {
  const port = (/** @type {string} */ id, /** @type {string} */ side, /** @type {number} */ index) => ({
    id,
    layoutOptions: { "elk.port.side": side, "elk.port.index": `${index}` },
  });
  const entering = edges.flatMap(([, target], line) => (target === node ? [port(`in${line}`, "WEST", -line)] : []));
  return [port(`out${node}`, "EAST", 0), ...entering];
}

/** @param {Graph} graph */
async function dagre({ nodes, edges }) {
  const { default: dagre } = await import("@dagrejs/dagre");
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR" });
  for (const [node, size] of nodes.entries()) graph.setNode(`n${node}`, { ...size });
  for (const [line, [source, target]] of edges.entries()) graph.setEdge(`n${source}`, `n${target}`, {}, `e${line}`);
  dagre.layout(graph);
  return edges.map(([source, target], line) => graph.edge(`n${source}`, `n${target}`, `e${line}`).points);
}

const lines = await PEERS[process.argv[2]](JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify(lines.map((/** @type {Point[]} */ line) => line.map(({ x, y }) => [x, y]))));
