/**
 * How a derivative of the output is written.
 *
 * What enters: the words, the name of the output, that of an input. What leaves: elements.
 */

import { make, typesetName } from "./markup.js";

/** @typedef {import("../words/words.js").Say} Say */

/**
 * What the output is called: by the word for it, if it has no name.
 * @param {Say} say
 * @param {string} output  empty without a name
 */
export function outputName(say, output) {
  return output ? typesetName(output) : say("output");
}

/**
 * ∂z/∂x as a fraction.
 * @param {Say} say
 * @param {string} output  empty without a name
 * @param {string} name
 */
export function derivativeOf(say, output, name) {
  const over = make("span", { class: "over" }, "∂", outputName(say, output));
  const under = make("span", { class: "under" }, "∂", typesetName(name));
  return make("span", { class: "derivative" }, over, under);
}
