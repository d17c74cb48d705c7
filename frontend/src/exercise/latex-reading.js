/**
 * The same in LaTeX: what is between braces belongs together, a letter is a name by itself, a command is a function.
 *
 * What enters: a text, the names that may stand in it, the operations. What leaves: as `reading.js` has it.
 */

import { Reading, Refusal } from "./reading.js";

export class LatexReading extends Reading {
  openers = "([{";

  /** @param {import("./reading.js").Piece[]} pieces */
  split(pieces) {
    return pieces;
  }

  /** Letters that are one word together; each by itself otherwise. */
  word() {
    const begin = this.place;
    const run = [this.pieces[begin]];
    for (let next = this.pieces[begin + 1]; next.kind === "name" && next.glued; next = this.pieces[begin + run.length])
      run.push(next);
    const together = run.map(({ word }) => word).join("");
    const behind = this.pieces[begin + run.length].word;
    const isFunction = run.length > 1 && this.words.has(together);
    if (!isFunction && run.length > 1 && (this.known.has(together) || (run.length > 2 && behind === "(")))
      throw new Refusal("answerTwoWays", run[0]);
    this.place += isFunction ? run.length : 1;
    return isFunction ? { ...run[0], word: together, to: run[run.length - 1].to } : run[0];
  }

  /**
   * The base of a logarithm.
   * @param {string} word
   */
  base(word) {
    return word === "log" && this.takes("_") ? [this.below()] : [];
  }

  /** One sign, or what stands in brackets. */
  exponent() {
    const minus = this.takes("-");
    const { kind, word } = this.here;
    if (kind === "number" && word.length > 1) throw new Refusal("answerTwoWays", this.here);
    const value = this.atom();
    this.noSecondPower();
    return minus ? this.apply("neg", [value]) : value;
  }

  command() {
    const piece = this.here;
    const { word } = piece;
    this.place++;
    if (["frac", "dfrac", "tfrac", "cfrac"].includes(word)) {
      const above = this.braced();
      return this.apply("div", [above, this.braced()]);
    }
    if (word === "sqrt") return this.apply("sqrt", [this.braced()]);
    if (word === "operatorname" || word === "mathrm") {
      const letters = [];
      if (!this.takes("{")) throw this.unexpected();
      while (this.here.kind === "name" || this.here.kind === "number") letters.push(this.pieces[this.place++].word);
      if (!this.takes("}")) throw this.unexpected();
      return this.call(letters.join(""), piece);
    }
    return this.call(word, piece);
  }

  /** What stands below a sign: a number or a letter, or what is in brackets. */
  below() {
    return this.here.word === "{" ? this.braced() : this.atom();
  }

  braced() {
    if (this.here.kind !== "sign" || this.here.word !== "{") throw this.unexpected();
    return this.bracketed(1)[0];
  }
}
