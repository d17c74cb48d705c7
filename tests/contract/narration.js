/** Answers of the service in on standard input; what the browser says of each step out on standard output. */

import { text } from "node:stream/consumers";
import { Engine } from "../../frontend/src/engine/engine.js";
import { narrate, plain } from "../../frontend/src/narration/sentences.js";

const { operations, graphs } = JSON.parse(await text(process.stdin));
const told = graphs.map((/** @type {import("../../frontend/src/service/contract.js").Graph & {point: Record<string, number>}} */ graph) => {
  const engine = new Engine(graph, { ...operations, ...graph.functions });
  const result = engine.evaluate(graph.point, graph.outputs.map(({ seed }) => seed));
  return {
    says: graph.steps.map((step) => plain(narrate({ graph, engine, result }, step))),
    returning: engine.returning,
  };
});
process.stdout.write(JSON.stringify(told));
