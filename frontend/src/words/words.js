/**
 * What the page says, in the reader's language.
 *
 * What enters: a language, a key, what to fill in. What leaves: a text.
 */

import en from "./en.js";
import ja from "./ja.js";

/** @type {Record<string, Record<string, string>>} */
export const CATALOGUES = { en, ja };

/**
 * @typedef {(key: string, fill?: Record<string, string | number>) => string} Say
 */

/**
 * @param {string} lang
 * @returns {Say}
 */
export function speaker(lang) {
  const catalogue = CATALOGUES[lang] ?? en;
  return (key, fill = {}) => {
    const text = catalogue[key];
    if (text === undefined) throw new RangeError(`no words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(fill[name]));
  };
}

/**
 * The first language of the browser that the page speaks.
 * @param {readonly string[]} languages
 * @returns {import("../state/state.js").Lang}
 */
export function preferredLang(languages) {
  const spoken = languages.map((language) => language.toLowerCase().split("-")[0]);
  return /** @type {import("../state/state.js").Lang} */ (spoken.find((language) => language in CATALOGUES) ?? "en");
}
