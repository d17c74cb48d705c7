// Expressions in, one a line; what reading one costs mathjs out, in seconds of a processor.
import { createInterface } from "node:readline";
import { parse } from "mathjs";

const LEAST = 0.05; // seconds; the first ones warm up
const WARM = 1;

/** @param {string} text
 * @param {number} least */
function secondsOf(text, least) {
  for (let count = 1; ; count *= 2) {
    const begin = process.cpuUsage();
    for (let run = 0; run < count; run++) parse(text);
    const { user, system } = process.cpuUsage(begin);
    if (user + system >= least * 1e6) return (user + system) / 1e6 / count;
  }
}

let least = WARM;
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${secondsOf(line, least)}\n`);
  least = LEAST;
}
