/**
 * Rules as data become one flat list of steps over one row of numbers, which a loop runs; there is no eval.
 *
 * What enters: programs of the service, and the cell of each of their names. What leaves: `cells`, where `run` writes.
 */

import { PRIMITIVES } from "./arithmetic.js";

/** @typedef {import("../service/contract.js").Program} Program */

const [COPY, ADD, SUB, MUL, DIV] = [0, 1, 2, 3, 4];
const PLAIN = ["copy", "add", "sub", "mul", "div"]; // those that the loop does itself
const NAMES = [...PLAIN, ...Object.keys(PRIMITIVES).filter((name) => !PLAIN.includes(name))];
const KINDS = new Map(NAMES.map((name, kind) => [name, kind]));
const FUNCTIONS = NAMES.map((name) => PRIMITIVES[name]);
/** Of a step: its kind, where its number goes, and three cells that it is made from. */
const STEP = 5;

export class Tape {
  /** @type {number[]} */
  #written = [];
  #code = new Int32Array(0);
  #size;
  /** Cells, and what is in them. @type {[number, number][]} */
  #constants = [];
  /** For what a rule needs on its way. @type {number[]} */
  #spare = [];
  cells = new Float64Array(0);

  /** @param {number} size  how many cells there are for numbers from outside, and for results */
  constructor(size) {
    this.#size = size;
  }

  /** Where the next step will be. */
  get length() {
    return this.#written.length;
  }

  /**
   * @param {Program} program
   * @param {(name: string) => number} cellOf
   * @param {number} target  the cell of its result
   */
  write(program, cellOf, target) {
    /** @type {number[]} */
    const places = [];
    program.forEach((instruction, index) => {
      if (typeof instruction === "number") places.push(this.#constant(instruction));
      else if (typeof instruction === "string") places.push(cellOf(instruction));
      else {
        const [name, first, second = first, third = first] = instruction;
        const into = index === program.length - 1 ? target : this.#between(index);
        this.step(name, into, places[first], places[second], places[third]);
        places.push(into);
      }
    });
    const last = places[places.length - 1];
    if (last !== target) this.step("copy", target, last);
  }

  /**
   * @param {string} name  of a primitive, or "copy"
   * @param {number} target
   * @param {number} first
   * @param {number} [second]
   * @param {number} [third]
   */
  step(name, target, first, second = first, third = first) {
    const kind = KINDS.get(name);
    if (kind === undefined) throw new RangeError(`unknown primitive ${name}`);
    this.#written.push(kind, target, first, second, third);
  }

  /** Nothing more will be written. */
  close() {
    this.#code = Int32Array.from(this.#written);
    this.cells = new Float64Array(this.#size);
    for (const [cell, number] of this.#constants) this.cells[cell] = number;
    return this;
  }

  /**
   * @param {number} from  a length that the tape once had
   * @param {number} to
   */
  run(from, to) {
    const { cells } = this;
    const code = this.#code;
    for (let at = from; at < to; at += STEP) {
      const x = cells[code[at + 2]];
      const y = cells[code[at + 3]];
      const kind = code[at];
      /** @type {number} */
      let made;
      if (kind === MUL) made = x * y;
      else if (kind === COPY) made = x;
      else if (kind === ADD) made = x + y;
      else if (kind === SUB) made = x - y;
      else if (kind === DIV) made = x / y;
      else made = FUNCTIONS[kind](x, y, cells[code[at + 4]]);
      cells[code[at + 1]] = made;
    }
  }

  /** @param {number} number */
  #constant(number) {
    const cell = this.#size++;
    this.#constants.push([cell, number]);
    return cell;
  }

  /** @param {number} index  of an instruction */
  #between(index) {
    this.#spare[index] ??= this.#size++;
    return this.#spare[index];
  }
}

/**
 * One rule by itself.
 * @param {Program} program
 * @param {readonly string[]} names
 * @param {ArrayLike<number>} numbers  one for each name
 */
export function compute(program, names, numbers) {
  const tape = new Tape(names.length + 1);
  tape.write(program, placeIn(names), names.length);
  const { cells } = tape.close();
  cells.set(numbers);
  tape.run(0, tape.length);
  return cells[names.length];
}

/**
 * @param {readonly string[]} names
 * @returns {(name: string) => number}
 */
export function placeIn(names) {
  return (name) => {
    const place = names.indexOf(name);
    if (place < 0) throw new RangeError(`unknown name ${name}`);
    return place;
  };
}
