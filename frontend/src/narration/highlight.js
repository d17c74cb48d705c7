/**
 * What the pieces of an expression are, for the eye only: the service alone reads it for its meaning.
 *
 * What enters: a text, plain or LaTeX. What leaves: its pieces in order, together the whole text.
 */

/**
 * @typedef {"name" | "number" | "function" | "operator" | "comment" | ""} Kind
 * @typedef {{kind: Kind, text: string}} Piece
 */

const LETTER = "\\p{Script=Latin}\\p{Script=Greek}";
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
/** Names that are functions or constants wherever they stand; another name is a function where brackets follow. */
const KNOWN = new Set(
  "exp ln log sqrt sin cos tan asin acos atan arcsin arccos arctan sinh cosh tanh asinh acosh atanh sigmoid relu softplus abs sign step max min".split(
    " ",
  ),
);
const GREEK =
  /^(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;

/**
 * @param {string} text
 * @returns {Piece[]}
 */
export function highlight(text) {
  const latex = /[\\{}]/.test(text);
  return [...text.matchAll(latex ? LATEX : PLAIN)].map((match) => {
    const { comment, number, name, operator, command } = match.groups ?? {};
    const [piece] = match;
    if (comment !== undefined) return { kind: "comment", text: piece };
    if (number !== undefined) return { kind: "number", text: piece };
    if (command !== undefined) return { kind: commandKind(command), text: piece };
    if (name !== undefined) return { kind: KNOWN.has(name.replace(/_.*/s, "")) ? "function" : "name", text: piece };
    return { kind: operator === undefined ? "" : "operator", text: piece };
  });
}

/**
 * @param {string} command  without its backslash
 * @returns {Kind}
 */
function commandKind(command) {
  if (GREEK.test(command)) return "name";
  return KNOWN.has(command) ? "function" : "operator";
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
