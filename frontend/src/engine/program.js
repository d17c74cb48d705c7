/**
 * A rule as data becomes a flat list that a loop can run; there is no eval.
 *
 * What enters: a PROGRAM of the service and the names it may use. What leaves: `assemble` gives the flat code,
 * `run` its number.
 */

import { PRIMITIVES } from "./arithmetic.js";

/** @typedef {import("../service/contract.js").Program} Program */

const CONSTANT = 0;
const NAME = 1;
const PRIMITIVE = 2;

/**
 * @typedef {object} Code  one column an attribute, one entry an instruction
 * @property {Uint8Array} kinds
 * @property {Float64Array} constants
 * @property {Int32Array} first  the name's place, or the first operand
 * @property {Int32Array} second
 * @property {Int32Array} third
 * @property {((x: number, y: number, z: number) => number)[]} primitives
 */

/**
 * @param {Program} program
 * @param {readonly string[]} names  their places are the places of the numbers given to `run`
 * @returns {Code}
 */
export function assemble(program, names) {
  const size = program.length;
  /** @type {Code} */
  const code = {
    kinds: new Uint8Array(size),
    constants: new Float64Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size),
    third: new Int32Array(size),
    primitives: new Array(size),
  };
  program.forEach((instruction, index) => {
    if (typeof instruction === "number") {
      code.kinds[index] = CONSTANT;
      code.constants[index] = instruction;
    } else if (typeof instruction === "string") {
      code.kinds[index] = NAME;
      code.first[index] = names.indexOf(instruction);
      if (code.first[index] < 0) throw new RangeError(`unknown name ${instruction}`);
    } else {
      const [name, first, second = first, third = first] = instruction;
      if (!Object.hasOwn(PRIMITIVES, name)) throw new RangeError(`unknown primitive ${name}`);
      code.kinds[index] = PRIMITIVE;
      code.primitives[index] = PRIMITIVES[name];
      code.first[index] = first;
      code.second[index] = second;
      code.third[index] = third;
    }
  });
  return code;
}

let registers = new Float64Array(32);

/**
 * @param {Code} code
 * @param {ArrayLike<number>} numbers  one for each name
 */
export function run(code, numbers) {
  const { kinds, constants, first, second, third, primitives } = code;
  if (registers.length < kinds.length) registers = new Float64Array(2 * kinds.length);
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index];
    if (kind === PRIMITIVE) {
      registers[index] = primitives[index](registers[first[index]], registers[second[index]], registers[third[index]]);
    } else {
      registers[index] = kind === NAME ? numbers[first[index]] : constants[index];
    }
  }
  return registers[kinds.length - 1];
}
