// A Python in a browser's engine: the module of it, and wheels. It unpacks them, draws a figure and prints what came out.
import { readFileSync } from "node:fs";

const [, , module, ...wheels] = process.argv;
const { loadPyodide } = await import(module);
const python = await loadPyodide();
for (const wheel of wheels) python.unpackArchive(new Uint8Array(readFileSync(wheel)), "zip", { extractDir: "/wheels" });
const drawn = python.runPython(`
import json, sys
sys.path.insert(0, "/wheels")
from kuroaka import Graph
graph = Graph("1/(1 + exp(-x))")
figure = graph.figure(x=0.5)
json.dumps({
    "gradient": graph.evaluate(x=0.5).gradients["x"],
    "svg": figure.svg,
    "shown": sorted(figure._repr_mimebundle_()[0]),
    "html": graph.export("html"),
})`);
console.log(drawn);
