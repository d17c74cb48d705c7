/**
 * Names that were typed without anything between them: a label shows a product so, and what is seen is typed.
 *
 * What enters: a word that is no name, the names there are. What leaves: the names it is made of, if there is one way only.
 */

/**
 * @param {string} word
 * @param {readonly string[]} names
 * @returns {readonly string[] | null}
 */
export function apart(word, names) {
  const ways = waysOf(word, names);
  return ways.length === 1 && ways[0].length > 1 ? ways[0] : null;
}

/** Longer words are no products, and have many ways. */
const LONG = 12;

/**
 * @param {string} word
 * @param {readonly string[]} names
 * @returns {string[][]}
 */
function waysOf(word, names) {
  if (!word) return [[]];
  if (word.length > LONG) return [];
  return names.flatMap((name) =>
    name && word.startsWith(name) ? waysOf(word.slice(name.length), names).map((rest) => [name, ...rest]) : [],
  );
}
