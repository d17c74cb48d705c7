/**
 * How long a learner needs for a sentence: for its words as for any text, for each formula a moment more.
 *
 * What enters: the pieces of a sentence, a language. What leaves: seconds.
 */

/** Letters a second: some 200 words of English a minute, some 400 letters of Japanese. */
const PACE = { en: 18, ja: 7 };
/** A formula is looked at, and looked for in the figure; a long one takes longer. */
const GLANCE = 0.5;
const SIGNS = 30;

/**
 * @param {import("./sentences.js").Piece[]} pieces
 * @param {"en" | "ja"} lang
 */
export function secondsToRead(pieces, lang) {
  return pieces.reduce(
    (total, { text, math }) => total + (math ? GLANCE + text.length / SIGNS : text.length / PACE[lang]),
    0,
  );
}
