/**
 * A learner's text in its pieces: numbers, names, commands of LaTeX and signs, each with its place.
 *
 * What enters: what was typed, in plain text or LaTeX. What leaves: pieces, an empty sign last.
 */

/**
 * @typedef {object} Piece
 * @property {"number" | "name" | "command" | "raised" | "sign"} kind
 * @property {string} word
 * @property {number} from  in the text as it was typed
 * @property {number} to
 * @property {boolean} glued  whether it stands right behind the piece before
 */

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega";
const LETTERS = new Map(GREEK.split(" ").map((word, at) => [word, [..."αβγδϵεζηθϑικλμνξπρστυϕφχψωΓΔΘΛΞΠΣΥΦΨΩ"][at]]));
/** Commands that are a sign, or nothing. @type {Record<string, string>} */
const SIGNS = {
  cdot: "*",
  times: "*",
  ast: "*",
  div: "/",
  "{": "{",
  "}": "}",
  ",": "",
  ";": "",
  "!": "",
  ":": "",
  " ": "",
};

const PLAIN = new Map(
  [
    ["×⋅·∙∗•・", "*"],
    ["÷∕⁄", "/"],
    ["−–‐‑‒", "-"],
    ["′’‘ʹ´", "'"],
    ["，、", ","],
    ["∣｜", "|"],
    ["µ", "μ"],
    ["ℯ", "e"],
  ].flatMap(([many, one]) => [...many].map((character) => /** @type {const} */ ([character, one]))),
);
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";
const KEPT = new Set([...RAISED, ...LOWERED, ..."ϑϕϵϖϱς"]);

const LETTER = "A-Za-zΑ-Ωα-ωϑϕϵϖϱぁ-ゖァ-ヺ一-鿿々";
const NUMBER = String.raw`(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const REST = String.raw`(?<raised>⁻?[${RAISED}]+)|(?<sign>\*\*|\S)`;
const INDEX = String.raw`_\{[^{}\s]*\}`;
const TEXT = new RegExp(
  String.raw`(?<space>\s+)|(?<number>${NUMBER})|(?<name>[${LETTER}](?:[${LETTER}0-9]|_(?!\{))*(?:${INDEX}|_?[${LOWERED}]+)?'*)|${REST}`,
  "gu",
);
const LATEX = new RegExp(
  String.raw`(?<space>[\s~]+)|(?<number>${NUMBER})|(?<name>[${LETTER}](?:_(?:\d|[${LETTER}])|${INDEX}|_?[${LOWERED}]+)?'*)|(?<command>\\(?:[A-Za-z]+|[^]))|${REST}`,
  "gu",
);

/** @param {string} text */
export function isLatex(text) {
  return /[\\$]/.test(text);
}

/**
 * @param {string} text
 * @returns {Piece[]}
 */
export function piecesOf(text) {
  const latex = isLatex(text);
  const { plain, places } = folded(latex ? text.replace(/^(\s*)\$(.*)\$(\s*)$/s, "$1 $2 $3") : text);
  /** @type {Piece[]} */
  const found = [];
  let glued = false;
  let side = "";
  for (const match of plain.matchAll(latex ? LATEX : TEXT)) {
    const { groups = {}, index } = match;
    const kind = /** @type {Piece["kind"] | "space"} */ (
      Object.keys(groups).find((name) => groups[name] !== undefined)
    );
    const at = { from: places[index], to: places[index + match[0].length], glued };
    glued = kind !== "space";
    if (!glued) continue;
    const word = match[0];
    if (kind === "command") {
      const name = word.slice(1);
      const letter = LETTERS.get(name);
      if (name === "left" || name === "right") side = name === "left" ? "(" : ")";
      else if (letter) found.push({ kind: "name", word: letter, ...at });
      else if (Object.hasOwn(SIGNS, name)) {
        if (SIGNS[name]) found.push({ kind: "sign", word: SIGNS[name], ...at });
      } else found.push({ kind, word: name, ...at });
      if (name !== "left" && name !== "right") side = "";
      continue;
    }
    if (kind === "name") found.push({ kind, word: spelled(word), ...at });
    else if (kind === "raised") found.push({ kind, word: [...word].map(lowered).join(""), ...at });
    else
      found.push({
        kind: /** @type {Piece["kind"]} */ (kind),
        word: word === "|" ? word + side : word === "**" ? "^" : word,
        ...at,
      });
    side = "";
  }
  found.push({ kind: "sign", word: "", from: text.length, to: text.length, glued: false });
  return found;
}

/**
 * One spelling a name: `x1`, `x₁` and `x_{1}` are `x_1`.
 * @param {string} word
 */
export function spelled(word) {
  const primes = word.match(/'*$/)?.[0] ?? "";
  const [, head, below] = word
    .slice(0, word.length - primes.length)
    .match(/^(.*?)(?:_?([₀-₉]+)|_\{(.*)\})$/u)
    ?.slice(0, 4)
    .filter((part) => part !== undefined) ?? ["", word.slice(0, word.length - primes.length)];
  const index = [...(below ?? "")].map(lowered).join("");
  const written = !index ? head : /[+-]/.test(index) ? `${head}_{${index}}` : `${head}_${index.replaceAll(",", "_")}`;
  return written.replace(/^([A-Za-zΑ-Ωα-ωϑϕϵϖϱ]+)(\d+)/, "$1_$2") + primes;
}

/** @param {string} sign */
function lowered(sign) {
  if (sign === "⁻") return "-";
  const digit = Math.max(RAISED.indexOf(sign), LOWERED.indexOf(sign));
  return digit < 0 ? sign : String(digit);
}

/**
 * Every character in its plain form, one unit each, and where it stood.
 * @param {string} text
 */
function folded(text) {
  /** @type {string[]} */
  const plain = [];
  const places = [0];
  for (const character of text) {
    const compatible = KEPT.has(character) || PLAIN.has(character) ? character : character.normalize("NFKC");
    const one = PLAIN.get(compatible) ?? compatible;
    plain.push(one.length === 1 ? one : character.length === 1 ? character : "\uFFFD");
    places.push((places.at(-1) ?? 0) + character.length);
  }
  return { plain: plain.join(""), places };
}
