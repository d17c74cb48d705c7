/**
 * Answers of the service in on standard input, as texts by what they are; out on standard output, for each whether the page
 * reads it: "" or the name of the error.
 */

import { text } from "node:stream/consumers";
import { readTimeline } from "../../frontend/src/figure/timeline.js";
import { readFormats, readGraph, readOperations, readProblem, readSlips } from "../../frontend/src/service/contract.js";

/** @type {Record<string, (answer: string) => unknown>} */
const READ = {
  graph: readGraph,
  operations: readOperations,
  slips: readSlips,
  formats: readFormats,
  problem: readProblem,
  frames: (answer) => {
    const { frames, steps } = JSON.parse(answer);
    if (readTimeline(frames, "0").times.length !== steps + 1) throw new RangeError(answer);
  },
};

const answers = JSON.parse(await text(process.stdin));
const ended = answers.map((/** @type {[string, string]} */ [kind, answer]) => {
  try {
    READ[kind](answer);
    return "";
  } catch (error) {
    return String(error);
  }
});
process.stdout.write(JSON.stringify(ended));
