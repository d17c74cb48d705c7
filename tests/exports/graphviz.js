// DOT files on standard input (a JSON list), what Graphviz itself reads in them on standard output.

import { Graphviz } from "@hpcc-js/wasm-graphviz";

let input = "";
for await (const part of process.stdin) {
  input += part;
}
const graphviz = await Graphviz.load();
const read = JSON.parse(input).map((dot) => JSON.parse(graphviz.layout(dot, "json", "dot")));
process.stdout.write(JSON.stringify(read));
