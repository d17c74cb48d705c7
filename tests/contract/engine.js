/** Graphs and points in on standard input, what the browser's engine makes of them out on standard output. */

import { text } from "node:stream/consumers";
import { Engine } from "../../frontend/src/engine/engine.js";

const { operations, cases } = JSON.parse(await text(process.stdin));

/** @param {Float64Array} numbers */
const written = (numbers) => Array.from(numbers, (number) => (Object.is(number, -0) ? "-0" : String(number)));

const results = cases.map(
  (/** @type {{ graph: import("../../frontend/src/service/contract.js").Graph, point: Record<string, number> }} */ one) => {
    const { values, adjoints, locals, contributions } = new Engine(one.graph, operations).evaluate(one.point, 1);
    return [values, adjoints, locals, contributions].map(written);
  },
);
process.stdout.write(JSON.stringify(results));
