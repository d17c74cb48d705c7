/**
 * Formulas outside the figure: the service's LaTeX as native MathML.
 *
 * What enters: LaTeX of our own printers (fractions, roots, scripts, brackets, functions, names). What leaves: a <math>
 * element (`mathml`), or the tree it is built from (`parseMath`). What is not known is set as an upright name: a formula
 * never fails.
 */

import { FUNCTIONS, LETTERS, OPERATORS, SPACES, UPRIGHT } from "./latex-names.js";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/**
 * @typedef {{tag: string, text?: string, attributes?: Record<string, string>, children?: Part[]}} Part
 * @typedef {"ordinary" | "function" | "operator" | "open" | "close" | "mark"} Class  what decides the space around it
 * @typedef {{part: Part, is: Class}} Item
 */

const TOKEN = /\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\S/gu;

const THIN = "0.1667em";

/**
 * @param {string} latex
 * @param {{display?: boolean}} [how]  `display`: fractions stand in full size, as in the figure
 * @returns {MathMLElement}
 */
export function mathml(latex, { display = false } = {}) {
  const math = build({ tag: "math", children: [parseMath(latex)] });
  if (display) math.setAttribute("displaystyle", "true");
  return math;
}

/**
 * A printed number (numerals.js) in LaTeX: what has an exponent is written as a power of ten.
 * @param {string} printed
 */
export function numberLatex(printed) {
  const [digits, exponent] = printed.replaceAll("−", "-").replace("∞", "\\infty").split("e");
  if (digits === "NaN") return "\\mathrm{NaN}";
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${exponent}}`;
}

/**
 * @param {string} latex
 * @returns {Part} one row
 */
export function parseMath(latex) {
  return new Reader(latex).all();
}

/** @param {Part} part */
function build({ tag, text, attributes = {}, children = [] }) {
  const element = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...(text === undefined ? children.map(build) : [text]));
  return element;
}

class Reader {
  #tokens;
  #at = 0;

  /** @param {string} latex */
  constructor(latex) {
    this.#tokens = [...latex.matchAll(TOKEN)].map(([token]) => token);
  }

  all() {
    /** @type {Item[]} */
    const items = [];
    while (this.#at < this.#tokens.length) {
      items.push(...this.#items(""));
      this.#at++; // a bracket that closes nothing
    }
    return row(items);
  }

  #next() {
    return this.#tokens[this.#at++] ?? "";
  }

  /** @param {string} token */
  #take(token) {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  /**
   * Everything up to a token, which is not taken.
   * @param {string} end
   */
  #items(end) {
    /** @type {Item[]} */
    const items = [];
    let bars = 0;
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === end || token === "}" || token === "\\right") return items;
      if (token === "|") {
        this.#at++;
        const closes = bars > 0 && /ordinary|close/.test(items[items.length - 1]?.is ?? "");
        bars += closes ? -1 : 1;
        items.push({ part: fence("|", closes), is: closes ? "close" : "open" });
      } else {
        items.push(this.#scripts(this.#atom()));
      }
    }
  }

  /** What stands in braces, or one token. @returns {Part} */
  #argument() {
    if (!this.#take("{")) return this.#at < this.#tokens.length ? this.#atom().part : row([]);
    const inside = row(this.#items("}"));
    this.#take("}");
    return inside;
  }

  /** The text in braces, as it is. */
  #word() {
    let word = "";
    if (!this.#take("{")) return this.#next();
    for (let token = this.#next(); token && token !== "}"; token = this.#next()) word += token;
    return word;
  }

  /** @returns {Item} */
  #atom() {
    const token = this.#next();
    const name = token.replace(/^\\/, "");
    const operator = OPERATORS.get(name);
    if (operator !== undefined) return { part: { tag: "mo", text: operator }, is: "operator" };
    if (/^\d/.test(token)) return ordinary({ tag: "mn", text: token });
    if (token === "{") {
      this.#at--;
      return ordinary(this.#argument());
    }
    if (token === "(" || token === "[") return { part: fence(token, false), is: "open" };
    if (token === ")" || token === "]") return { part: fence(token, true), is: "close" };
    if (token === "," || token === ";" || token === ":") return { part: { tag: "mo", text: token }, is: "mark" };
    const space = SPACES.get(token);
    if (space !== undefined) return { part: { tag: "mspace", attributes: { width: space } }, is: "mark" };
    return token.startsWith("\\") ? this.#command(name) : ordinary(letter(token));
  }

  /**
   * @param {string} name
   * @returns {Item}
   */
  #command(name) {
    switch (name) {
      case "frac":
      case "dfrac":
      case "tfrac":
      case "cfrac":
        return ordinary({ tag: "mfrac", children: [this.#argument(), this.#argument()] });
      case "sqrt": {
        if (!this.#take("[")) return ordinary({ tag: "msqrt", children: [this.#argument()] });
        const degree = row(this.#items("]"));
        this.#take("]");
        return ordinary({ tag: "mroot", children: [this.#argument(), degree] });
      }
      case "left": {
        const open = this.#next();
        const inside = row(this.#items("\\right"));
        const close = this.#take("\\right") ? this.#next() : "";
        const shown = [open, close].map((token) => (token === "." ? "" : token));
        return ordinary({ tag: "mrow", children: [fence(shown[0], false, true), inside, fence(shown[1], true, true)] });
      }
      case "operatorname":
        return { part: { tag: "mi", text: this.#word() }, is: "function" };
      case "mathrm":
        return ordinary(upright(this.#word()));
      case "text":
        return ordinary({ tag: "mtext", text: this.#word() });
    }
    if (FUNCTIONS.has(name)) return { part: { tag: "mi", text: name }, is: "function" };
    const known = LETTERS.get(name);
    return ordinary(known ? letter(known) : upright(UPRIGHT.get(name) ?? name));
  }

  /**
   * @param {Item} base
   * @returns {Item}
   */
  #scripts({ part, is }) {
    /** @type {Part | undefined} */
    let below;
    /** @type {Part[]} */
    const above = [];
    for (;;) {
      if (this.#take("_")) below = this.#argument();
      else if (this.#take("^")) above.push(this.#argument());
      else if (this.#take("'")) above.push({ tag: "mo", text: "′" });
      else break;
    }
    const raised = above.length > 1 ? { tag: "mrow", children: above } : above[0];
    if (below && raised) return { part: { tag: "msubsup", children: [part, below, raised] }, is };
    if (below) return { part: { tag: "msub", children: [part, below] }, is };
    if (raised) return { part: { tag: "msup", children: [part, raised] }, is };
    return { part, is };
  }
}

/**
 * @param {Part} part
 * @returns {Item}
 */
function ordinary(part) {
  return { part, is: "ordinary" };
}

/** @param {string} character @returns {Part} */
function letter(character) {
  return { tag: "mi", text: character };
}

/** @param {string} word @returns {Part} one letter alone would be slanted */
function upright(word) {
  return { tag: "mi", text: word, ...([...word].length === 1 && { attributes: { mathvariant: "normal" } }) };
}

/**
 * @param {string} token
 * @param {boolean} closes
 * @param {boolean} [stretches]
 * @returns {Part}
 */
function fence(token, closes, stretches = false) {
  return {
    tag: "mo",
    text: token.replace(/^\\/, ""),
    attributes: { form: closes ? "postfix" : "prefix", fence: "true", stretchy: String(stretches) },
  };
}

/**
 * Items side by side: with a sign told from a difference, and what a reader of the screen should hear between them.
 * @param {Item[]} items
 * @returns {Part}
 */
function row(items) {
  /** @type {Part[]} */
  const children = [];
  items.forEach(({ part, is }, place) => {
    const before = items[place - 1]?.is;
    const joined = before === "ordinary" || before === "close";
    if (is === "operator" && !joined && /^[+−]$/.test(part.text ?? "")) {
      children.push({ ...part, attributes: { form: "prefix" } });
      return;
    }
    if (is === "function" && joined) children.push(space());
    // A plain bracket follows what is applied to it, a product has \left( or none at all.
    if (before === "ordinary" && is === "open") children.push({ tag: "mo", text: "\u2061" });
    else if (joined && /ordinary|open|function/.test(is)) children.push({ tag: "mo", text: "\u2062" }); // times, unseen
    if (before === "function" && /ordinary|open|function/.test(is)) {
      children.push({ tag: "mo", text: "\u2061" }); // applied to, unseen
      if (!isBracket(part)) children.push(space());
    }
    children.push(part);
  });
  return children.length === 1 ? children[0] : { tag: "mrow", children };
}

/** @param {Part} part */
function isBracket(part) {
  return (part.children?.[0] ?? part).attributes?.fence === "true";
}

/** @returns {Part} */
function space() {
  return { tag: "mspace", attributes: { width: THIN } };
}
