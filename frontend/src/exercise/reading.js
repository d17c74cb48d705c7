/**
 * The language of the page as a learner types it, without its lines: what could be read in two ways is refused, so that
 * nothing is marked that was not meant. How tightly a sign binds is where it stands here.
 *
 * What enters: a text, the names that may stand in it, the operations. What leaves: a program and the names in it, or a
 * refusal: where it is, and a key of the page's words with its parts.
 */

import { PRIMITIVES } from "../engine/arithmetic.js";
import { piecesOf, spelled } from "./pieces.js";
import { apart } from "./runs.js";

/**
 * @typedef {import("../service/contract.js").Operations} Operations
 * @typedef {import("../service/contract.js").Program} Program
 * @typedef {import("./pieces.js").Piece} Piece
 * @typedef {{key: string, parts: Record<string, string>, from: number, to: number}} Fault
 */

const CLOSERS = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["|", "|"],
  ["|(", "|)"],
]);
const BARE = new Set(
  "exp ln log lg sin cos tan sec csc cot sinh cosh tanh coth arcsin arccos arctan asin acos atan arsinh arcosh artanh".split(
    " ",
  ),
);
/** @type {Record<string, number>} */
const CONSTANTS = { e: Math.E, pi: Math.PI, π: Math.PI };
/** Brackets in brackets. */
const DEEP = 60;
const LONG = 1000;

export class Refusal extends Error {
  /**
   * @param {string} key
   * @param {{from: number, to: number}} place
   * @param {Record<string, string>} parts
   */
  constructor(key, { from, to }, parts = {}) {
    super(key);
    this.fault = { key, parts, from, to };
  }
}

export class Reading {
  /** @type {Program} */
  program = [];
  /** @type {Set<string>} */
  used = new Set();
  place = 0;
  /** Of the brackets that are open. @type {string[]} */
  closers = [];
  /** The brackets that may stand around an argument. */
  openers = "(";

  /**
   * @param {string} text
   * @param {readonly string[]} names
   * @param {Operations} operations
   */
  constructor(text, names, operations) {
    if (text.length > LONG) throw new Refusal("answerUnexpected", { from: LONG, to: text.length }, { sign: "…" });
    this.text = text;
    this.names = names;
    this.operations = operations;
    this.known = new Map(names.map((name) => [spelled(name), name]));
    /** By the word of a call and the number of its arguments. */
    this.functions = new Map(
      Object.entries(operations).flatMap(
        ([
          name,
          {
            spellings = [],
            arguments: { length },
          },
        ]) => (name.includes(":") ? [] : spellings.map((word) => /** @type {const} */ ([`${word} ${length}`, name]))),
      ),
    );
    this.words = new Set([...this.functions.keys()].map((key) => key.split(" ")[0]));
    this.pieces = this.split(piecesOf(text));
  }

  /**
   * Names that were typed without a sign between them stand by themselves.
   * @param {Piece[]} pieces
   */
  split(pieces) {
    return pieces.flatMap((piece, place) => (pieces[place - 1]?.word === "^" ? [piece] : this.apart(piece)));
  }

  /**
   * @param {Piece} piece
   * @returns {Piece[]}
   */
  apart(piece) {
    const { kind, word, from, to } = piece;
    const isKnown = this.known.has(word) || this.words.has(word) || Object.hasOwn(CONSTANTS, word);
    const names = kind === "name" && !isKnown ? apart(word, [...this.known.keys(), ...Object.keys(CONSTANTS)]) : null;
    if (!names) return [piece];
    return names.map((name, place) => ({ ...piece, word: name, from, to, glued: place > 0 || piece.glued }));
  }

  get here() {
    return this.pieces[this.place];
  }

  /** @param {string} word */
  takes(word) {
    const taken = this.here.kind === "sign" && this.here.word === word && word !== "";
    if (taken) this.place++;
    return taken;
  }

  whole() {
    const last = this.sum();
    if (this.here.word !== "" || this.here.kind !== "sign") throw this.unexpected();
    if (last !== this.program.length - 1) throw new RangeError("an answer that does not end in its value");
    return { program: this.program, names: [...this.used] };
  }

  // ---- what is made -----------------------------------------------------------------------------------------------

  /** @param {import("../service/contract.js").Instruction} instruction */
  emit(instruction) {
    return this.program.push(instruction) - 1;
  }

  /**
   * @param {string} name  of an operation
   * @param {number[]} inputs
   * @returns {number}
   */
  apply(name, inputs) {
    if (Object.hasOwn(PRIMITIVES, name)) return this.emit([name, .../** @type {[number]} */ (inputs)]);
    const { value, arguments: names } = this.operations[name];
    /** @type {number[]} */
    const places = [];
    for (const step of value ?? []) {
      if (typeof step === "string") places.push(inputs[names.indexOf(step)]);
      else if (typeof step === "number") places.push(this.emit(step));
      else places.push(this.emit([step[0], ...step.slice(1).map((input) => places[Number(input)])]));
    }
    return places[places.length - 1];
  }

  // ---- what is read, by how tightly it binds ------------------------------------------------------------------------

  /** @returns {number} */
  sum() {
    if (this.closers.length > DEEP) throw this.unexpected();
    let left = this.product();
    for (;;) {
      if (this.takes("+")) left = this.apply("add", [left, this.product()]);
      else if (this.takes("-")) left = this.apply("sub", [left, this.product()]);
      else return left;
    }
  }

  product() {
    let left = this.signed();
    let sign = "";
    for (;;) {
      if (this.takes("*")) [sign, left] = ["*", this.apply("mul", [left, this.signed()])];
      else if (this.takes("/")) [sign, left] = ["/", this.apply("div", [left, this.signed()])];
      else if (this.beginsValue()) {
        if (sign === "/") throw new Refusal("answerTwoWays", this.here);
        if (this.here.kind === "number" && !")]}".includes(this.pieces[this.place - 1].word)) throw this.unexpected();
        [sign, left] = ["*", this.apply("mul", [left, this.power()])];
      } else return left;
    }
  }

  /** @returns {number} */
  signed() {
    let minus = false;
    for (;;) {
      if (this.takes("-")) minus = !minus;
      else if (!this.takes("+")) break;
    }
    const value = this.power();
    return minus ? this.apply("neg", [value]) : value;
  }

  /** @returns {number} */
  power() {
    const base = this.atom();
    if (this.here.kind === "raised") {
      const exponent = this.emit(Number(this.here.word));
      this.place++;
      this.noSecondPower();
      return this.apply("pow", [base, exponent]);
    }
    if (!this.takes("^")) return base;
    return this.apply("pow", [base, this.exponent()]);
  }

  exponent() {
    const exponent = this.signed();
    const before = this.pieces[this.place - 1];
    // e^2x: who types it means e^(2x)
    if (before.kind === "number" && this.here.kind === "name" && this.here.glued)
      throw new Refusal("answerTwoWays", this.here);
    return exponent;
  }

  noSecondPower() {
    if (this.here.word === "^" || this.here.kind === "raised") throw new Refusal("answerTwoWays", this.here);
  }

  beginsValue() {
    const { kind, word } = this.here;
    if (kind === "raised") return false;
    if (kind !== "sign") return true;
    if (word === "|" && this.closers.at(-1) === "|)") throw new Refusal("answerTwoWays", this.here);
    return CLOSERS.has(word) && !(word === "|" && this.closers.at(-1) === "|");
  }

  /** @returns {number} */
  atom() {
    const piece = this.here;
    const { kind, word } = piece;
    if (kind === "number") return this.number();
    if (kind === "name") return this.named();
    if (kind === "command") return this.command();
    if (kind !== "sign" || !CLOSERS.has(word)) throw this.unexpected();
    const [value] = this.bracketed(1);
    return word.startsWith("|") ? this.apply("abs", [value]) : value;
  }

  number() {
    const { word } = this.here;
    this.place++;
    const { kind, word: behind, glued } = this.here;
    if (word === "0" && glued && kind === "name" && /^[xXbB]_?[0-9a-fA-F]+$/.test(behind)) throw this.unexpected();
    if (this.here.word === "," && this.pieces[this.place + 1].kind === "number" && !this.inCall)
      throw new Refusal("answerComma", this.here, { number: `${word}.${this.pieces[this.place + 1].word}` });
    return this.emit(Number(word));
  }

  inCall = false;

  /**
   * What stands in the bracket that opens here, with commas between.
   * @param {number} [count]
   */
  bracketed(count = Number.POSITIVE_INFINITY) {
    const opened = this.here;
    const closer = CLOSERS.get(opened.word) ?? "";
    const before = this.inCall;
    this.place++;
    this.closers.push(closer);
    this.inCall = count > 1;
    const values = [this.sum()];
    while (values.length < count && this.takes(",")) values.push(this.sum());
    if (!this.takes(closer)) {
      if (this.here.word === "" && this.here.kind === "sign")
        throw new Refusal("answerUnclosed", opened, { sign: this.typed(opened) });
      throw this.unexpected();
    }
    this.closers.pop();
    this.inCall = before;
    return values;
  }

  /** The letters that are one name. */
  word() {
    return this.pieces[this.place++];
  }

  /**
   * What stands at a function before its argument.
   * @param {string} _word
   * @returns {number[]}
   */
  base(_word) {
    return [];
  }

  /** @returns {number} */
  command() {
    throw this.unexpected();
  }

  /**
   * A name, or a function by its name.
   * @returns {number}
   */
  named() {
    const piece = this.word();
    const { word } = piece;
    const name = this.known.get(spelled(word));
    const opens = this.here.kind === "sign" && this.here.word === "(";
    if (this.words.has(word) && (opens || name === undefined)) {
      if (name !== undefined) throw new Refusal("answerTwoWays", piece);
      return this.call(word, piece);
    }
    const based = word.match(/^log_(\d+)$/);
    if (based && opens && name === undefined) {
      const base = this.emit(Number(based[1]));
      return this.apply("log_base", [base, ...this.bracketed(1)]);
    }
    if (opens && (name === undefined || /^[fgh](?:_\w+)?$/.test(word)))
      throw new Refusal("answerUnknownFunction", piece, { name: word });
    if (name !== undefined) {
      this.used.add(name);
      return this.emit(name);
    }
    if (Object.hasOwn(CONSTANTS, word)) return this.emit(CONSTANTS[word]);
    throw new Refusal("answerUnknownName", piece, { name: word, names: this.names.join(", ") });
  }

  /**
   * @param {string} word
   * @param {Piece} piece
   * @returns {number}
   */
  call(word, piece) {
    if (!this.words.has(word)) throw new Refusal("answerUnknownFunction", piece, { name: word });
    const base = this.base(word);
    let exponent = 0;
    if (this.here.word === "^") {
      this.place++;
      const braced = this.takes("{");
      exponent = Number(this.here.kind === "number" ? this.pieces[this.place++].word : 0);
      if (braced && !this.takes("}")) throw this.unexpected();
      if (!(Number.isInteger(exponent) && exponent > 0 && exponent < 10)) throw new Refusal("answerTwoWays", piece);
    }
    const opens = this.here.kind === "sign" && this.openers.includes(this.here.word || " ");
    const inputs = [...base, ...(opens ? this.bracketed() : [this.bare(word)])];
    const name = this.functions.get(`${word} ${inputs.length}`);
    if (exponent) this.noSecondPower();
    if (!name && inputs.length > 2 && (word === "max" || word === "min"))
      return inputs.reduce((one, other) => this.apply(word, [one, other]));
    if (!name)
      throw new Refusal("answerUnknownFunction", piece, { name: `${word}(${inputs.map(() => "…").join(", ")})` });
    const value = this.apply(name, inputs);
    return exponent ? this.apply("pow", [value, this.emit(exponent)]) : value;
  }

  /**
   * The argument of a function without brackets: a name or a number, or a number and a name.
   * @param {string} word  of the function
   * @returns {number}
   */
  bare(word) {
    const begins = this.here;
    if (!BARE.has(word) || (begins.kind !== "number" && begins.kind !== "name"))
      throw new Refusal("answerBrackets", this.pieces[this.place - 1], { name: word });
    let value = begins.kind === "number" ? this.number() : this.named();
    if (begins.kind === "number" && this.here.kind === "name") value = this.apply("mul", [value, this.named()]);
    if (!this.endsBare()) throw new Refusal("answerBrackets", begins, { name: word });
    return value;
  }

  /** Whether an argument without brackets certainly ends here: at a sign of a sum, or at the next function. */
  endsBare() {
    const { kind, word } = this.here;
    if (kind === "sign") return ["", "+", "-", ")", "]", "}", "|", "|)", ","].includes(word);
    return (kind === "command" || kind === "name") && this.words.has(word) && !this.known.has(word);
  }

  // ---- what cannot be read --------------------------------------------------------------------------------------------

  /** @param {Piece} piece */
  typed({ from, to }) {
    return this.text.slice(from, to);
  }

  unexpected() {
    const { here } = this;
    if (here.word === "" && here.kind === "sign") return new Refusal("answerMissing", here);
    return new Refusal("answerUnexpected", here, { sign: this.typed(here) });
  }
}
