/**
 * What the service is asked: of the state, the rows that it has too.
 *
 * What enters: a state. What leaves: a question, by the names of a link; and whether another one is another graph.
 */

import { defaults, differing, TABLE } from "./state.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {Pick<State, typeof ASKED[number]>} Asked  what a graph and its figure depend on, but for the numbers
 */

/** Which graph it is. */
const MEANT = /** @type {const} */ (["expr", "syntax", "output", "derivative"]);
/** How that is drawn. */
const SHAPED = /** @type {const} */ (["open", "fold", "view", "naming", "fit"]);
export const ASKED = /** @type {const} */ ([...MEANT, ...SHAPED, "lang"]);

/**
 * What the service is asked, by the names of a link: all that differs from the defaults; the language in any case, or it
 * would be that of the browser.
 * @param {Partial<State> & Pick<State, "lang">} rows
 * @returns {Record<string, string>}
 */
export function question(rows) {
  const known = TABLE.filter(({ only }) => !only).map(({ name }) => name);
  const asked = differing({ ...defaults(), ...rows }).filter(([name]) => known.includes(name));
  return { ...Object.fromEntries(asked), lang: rows.lang };
}

/**
 * The rows of a state that the service must be asked for.
 * @param {State} state
 */
export function askedOf(state) {
  return /** @type {Asked} */ (Object.fromEntries(ASKED.map((name) => [name, state[name]])));
}

/**
 * @param {Asked} one
 * @param {Asked} other
 * @returns {"meant" | "shaped" | "said" | null} in what they differ: another graph, another drawing, another language
 */
export function difference(one, other) {
  if (MEANT.some((name) => one[name] !== other[name])) return "meant";
  if (SHAPED.some((name) => one[name] !== other[name])) return "shaped";
  return one.lang === other.lang ? null : "said";
}
