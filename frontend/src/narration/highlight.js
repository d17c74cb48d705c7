/**
 * What the pieces of an expression are, for the eye only: the service alone reads it for its meaning.
 *
 * What enters: a text, plain or LaTeX, and the functions of the service. What leaves: its pieces in order, together the whole text.
 */

/**
 * @typedef {"name" | "number" | "function" | "operator" | "comment" | ""} Kind
 * @typedef {{kind: Kind, text: string}} Piece
 */

const LETTER = "\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
const DIGIT = "[0-9０-９]";
const NUMBER = `(?<number>(?:${DIGIT}+(?:[.．]${DIGIT}*)?|[.．]${DIGIT}+)`;
const PLAIN = new RegExp(
  `(?<comment>#[^\\n]*)|${NUMBER}(?:[eE][+-]?[0-9]+)?)|(?<name>[${LETTER}][${LETTER}\\p{Nd}_₀-₉]*['′’]*)` +
    "|(?<operator>[^\\s\\p{L}\\p{Nd}])|(?<other>\\s+|.)",
  "gsu",
);
const LATEX = new RegExp(
  `(?<comment>%[^\\n]*)|\\\\(?<command>[A-Za-z]+|.)|${NUMBER})|(?<name>[${LETTER}])|(?<operator>[^\\s\\p{L}\\p{Nd}])|(?<other>\\s+|.)`,
  "gsu",
);
/** What a function without brackets is applied to, behind it. */
const BESIDE = /^\s+[\p{L}\p{Nd}|\\]|^[²³^]/u;
/** Names that are numbers wherever they stand. */
const CONSTANTS = new Set(["e", "pi", "π"]);
/** LaTeX's words for Greek letters, and the letters, in turn. */
const LETTERS = new Map(
  (
    "alpha α,beta β,gamma γ,delta δ,epsilon ϵ,varepsilon ε,zeta ζ,eta η,theta θ,vartheta ϑ,iota ι,kappa κ,lambda λ,mu μ," +
    "nu ν,xi ξ,pi π,rho ρ,sigma σ,tau τ,upsilon υ,phi ϕ,varphi φ,chi χ,psi ψ,omega ω,Gamma Γ,Delta Δ,Theta Θ,Lambda Λ," +
    "Xi Ξ,Pi Π,Sigma Σ,Upsilon Υ,Phi Φ,Psi Ψ,Omega Ω"
  )
    .split(",")
    .map((pair) => /** @type {[string, string]} */ (pair.split(" "))),
);

/**
 * The words that can be called.
 * @param {import("../service/contract.js").Operations} operations
 */
export function functionsOf(operations) {
  return new Set(Object.values(operations).flatMap(({ spellings }) => spellings ?? []));
}

/**
 * @param {string} text
 * @param {ReadonlySet<string> | null} functions  null while they are not known: whatever stands before a bracket is one
 * @returns {Piece[]}
 */
export function highlight(text, functions) {
  const latex = /[\\$]/.test(text.replace(/#[^\n]*/gu, ""));
  return [...text.matchAll(latex ? LATEX : PLAIN)].map((match) => {
    const { comment, number, name, operator, command } = match.groups ?? {};
    const [piece] = match;
    if (comment !== undefined) return { kind: "comment", text: piece };
    if (number !== undefined) return { kind: "number", text: piece };
    const rest = () => text.slice(match.index + piece.length);
    const isCalled = () => /^\s*(?:\\left\s*)?[(（]/.test(rest());
    const isBeside = (/** @type {string} */ word) => word.length > 1 && functions?.has(word) && BESIDE.test(rest());
    const isKnown = (/** @type {string} */ word) => functions?.has(word) ?? isCalled();
    if (command !== undefined) {
      const letter = LETTERS.get(command);
      if (letter) return { kind: nameKind(letter, isCalled() && isKnown(letter)), text: piece };
      return { kind: isKnown(command) ? "function" : "operator", text: piece };
    }
    if (name !== undefined) {
      const word = name.replace(/^log_.*/su, "log"); // log_2(x) says its base
      return { kind: nameKind(name, (isCalled() && isKnown(word)) || Boolean(isBeside(word))), text: piece };
    }
    return { kind: operator === undefined ? "" : "operator", text: piece };
  });
}

/**
 * @param {string} name
 * @param {boolean} isFunction
 * @returns {Kind}
 */
function nameKind(name, isFunction) {
  if (isFunction) return "function";
  return CONSTANTS.has(name) ? "number" : "name";
}

/**
 * The pieces of a part of the text, cut where it begins and ends.
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} to
 * @returns {Piece[]}
 */
export function cut(pieces, from, to) {
  let end = 0;
  return pieces.flatMap(({ kind, text }) => {
    const start = end;
    end += text.length;
    const part = text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    return part ? [{ kind, text: part }] : [];
  });
}
