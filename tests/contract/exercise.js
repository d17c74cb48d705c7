/**
 * Exercises in on standard input, out on standard output what the page makes of them: the values it chooses, how it marks
 * answers and how it reads them, in the order of the cases.
 */

import { text } from "node:stream/consumers";
import { Engine } from "../../frontend/src/engine/engine.js";
import { readAnswer } from "../../frontend/src/exercise/answer.js";
import { mark } from "../../frontend/src/exercise/marking.js";
import { valuesOf } from "../../frontend/src/exercise/values.js";

/**
 * @typedef {object} Case
 * @property {import("../../frontend/src/service/contract.js").Graph} graph
 * @property {number[]} [lines]  blanks to choose values for
 * @property {{line: number, direction: "forward" | "backward", text: string}[]} [answers]
 * @property {Record<string, number>} [values]
 * @property {number[]} [seeds]
 *
 * @typedef {{text: string, at: Record<string, number>}} Formula
 */

/** @type {{operations: any, slips: any, cases?: Case[], formulas?: Formula[]}} */
const { operations: table, slips, cases = [], formulas = [] } = JSON.parse(await text(process.stdin));

const exercises = cases.map(({ graph, lines, answers = [], values = {}, seeds = [] }) => {
  const operations = { ...table, ...graph.functions };
  const engine = new Engine(graph, operations);
  const exercise = { graph, engine, operations, values, seeds };
  const chosen = lines ? valuesOf(exercise, slips, lines, "contract") : null;
  const begun = performance.now();
  const verdicts = answers.map(({ text, ...blank }) => mark(exercise, slips, blank, text));
  return { chosen, verdicts, milliseconds: (performance.now() - begun) / answers.length };
});
const read = formulas.map(({ text, at }) => {
  const found = readAnswer(text, Object.keys(at), table);
  return "fault" in found ? found.fault.key : String(found.answer.at((name) => at[name]));
});
process.stdout.write(JSON.stringify({ exercises, read }));
