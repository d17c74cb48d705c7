/**
 * A learner's answer as a program, typed as the page reads it or in LaTeX.
 *
 * What enters: a text, the names that may stand in it, the operations. What leaves: an answer that has numbers, or a fault:
 * where it is, and a key of the page's words with its parts.
 */

import { placeIn, Tape } from "../engine/tape.js";
import { LatexReading } from "./latex-reading.js";
import { isLatex } from "./pieces.js";
import { Reading, Refusal } from "./reading.js";

/**
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../service/contract.js").Program} Program
 * @typedef {import("./reading.js").Fault} Fault
 */

export class Answer {
  #tape;
  /**
   * @param {Program} program
   * @param {readonly string[]} names  in it
   */
  constructor(program, names) {
    this.names = names;
    this.#tape = new Tape(names.length + 1);
    this.#tape.write(program, placeIn(names), names.length);
    this.#tape.close();
  }

  /** @param {(name: string) => number} numberOf */
  at(numberOf) {
    const { cells, length } = this.#tape;
    this.names.forEach((name, place) => {
      cells[place] = numberOf(name);
    });
    this.#tape.run(0, length);
    return cells[this.names.length];
  }
}

/**
 * @param {string} text
 * @param {readonly string[]} names
 * @param {Operations} operations
 * @returns {{answer: Answer} | {fault: Fault}}
 */
export function readAnswer(text, names, operations) {
  try {
    const read = new (isLatex(text) ? LatexReading : Reading)(text, names, operations).whole();
    return { answer: new Answer(read.program, read.names) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}
