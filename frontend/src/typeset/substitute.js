/**
 * A rule with numbers put in: `E y` becomes `1 × 2`.
 *
 * What enters: the rule's LaTeX and a printed number for each of its names. What leaves: LaTeX. Signs of products that
 * a formula leaves out are written, negative factors stand in brackets.
 */

import { FUNCTIONS } from "./latex-names.js";
import { numberLatex } from "./mathml.js";

const TOKEN = /\\[A-Za-z]+|\d+(?:\.\d+)?|\S/gu;
const CLOSES = new Map([
  ["{", "}"],
  ["(", ")"],
]);

/**
 * @param {string} latex
 * @param {ReadonlyMap<string, string>} numbers  printed, by name
 */
export function fillIn(latex, numbers) {
  const tokens = [...latex.matchAll(TOKEN)].map(([token]) => token);
  let at = 0;

  /**
   * Everything up to a token, which is taken.
   * @param {string} end
   * @returns {string}
   */
  const group = (end) => {
    /** @type {string[]} */
    const written = [];
    let factor = false; // whether what stands before is one
    const begin = () => {
      if (factor) written.push("\\times");
    };
    for (;;) {
      const token = tokens[at++];
      if (token === undefined || token === end) return written.join(" ");
      const number = numbers.get(token);
      const name = token.slice(1);
      const close = CLOSES.get(token);
      if (number !== undefined) {
        begin();
        written.push(operand(number, written.length > 0 || tokens[at] === "^", tokens[at] === "^"));
        factor = true;
      } else if (token === "\\left") {
        begin();
        at++;
        written.push(`\\left(${group("\\right")}\\right)`);
        at++;
        factor = true;
      } else if (token === "\\frac" || token === "\\sqrt") {
        begin();
        let parts = "";
        for (let left = token === "\\frac" ? 2 : 1; left > 0; left--) {
          at++;
          parts += `{${group("}")}}`;
        }
        written.push(token + parts);
        factor = true;
      } else if (token === "\\mathrm" || token === "\\operatorname") {
        begin();
        let word = "";
        for (at++; tokens[at] !== "}" && at < tokens.length; at++) word += tokens[at];
        at++;
        written.push(`${token}{${word}}`);
        factor = false;
      } else if (token === "^") {
        at++;
        written.push(`^{${group("}")}}`);
      } else if (close) {
        written.push(token, group(close), close);
        factor = true;
      } else if (FUNCTIONS.has(name)) {
        begin();
        written.push(token);
        factor = false;
      } else if (/^[\d\\]/.test(token)) {
        begin();
        written.push(token);
        factor = /^\d/.test(token);
      } else {
        written.push(token);
        factor = false;
      }
    }
  };
  return group("");
}

/**
 * @param {string} printed
 * @param {boolean} follows  something stands before it
 * @param {boolean} raised  an exponent follows
 */
function operand(printed, follows, raised) {
  const latex = numberLatex(printed);
  const bracketed = (printed.startsWith("−") && follows) || (raised && /[−e]/.test(printed));
  return bracketed ? `\\left(${latex}\\right)` : latex;
}
