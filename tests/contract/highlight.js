/** Operations and texts in on standard input; the kind of the first piece of each out on standard output. */

import { text } from "node:stream/consumers";
import { functionsOf, highlight } from "../../frontend/src/narration/highlight.js";

const { operations, texts } = JSON.parse(await text(process.stdin));
const functions = functionsOf(operations);
process.stdout.write(JSON.stringify(texts.map((/** @type {string} */ typed) => highlight(typed, functions)[0].kind)));
