/**
 * What the page says, in the reader's language.
 *
 * What enters: a language, a key, what to fill in. What leaves: a text.
 */

import en from "./en.js";
import ja from "./ja.js";

/**
 * A row a language: what it is called in itself, and its words. The page offers them in this order.
 * @satisfies {Record<string, {name: string, words: Record<string, string>}>}
 */
export const LANGUAGES = { ja: { name: "日本語", words: ja }, en: { name: "English", words: en } };

/** @typedef {keyof typeof LANGUAGES} Lang */

export const LANGS = /** @type {Lang[]} */ (Object.keys(LANGUAGES));

/**
 * @typedef {(key: string, fill?: Record<string, string | number>) => string} Say
 */

/**
 * @param {Lang} lang
 * @param {"black" | "white"} [ink]  the colour of forward values, `{ink}` in the words
 * @param {Record<string, string>} [more]  words that only a part of the product has
 * @returns {Say}
 */
export function speaker(lang, ink = "black", more = {}) {
  /** @type {Record<string, string>} */
  const catalogue = { ...LANGUAGES[lang].words, ...more };
  return (key, fill = {}) => {
    const text = catalogue[key];
    if (text === undefined) throw new RangeError(`no words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(name === "ink" ? catalogue[ink] : fill[name]));
  };
}

/**
 * The first language of the browser that the page speaks.
 * @param {readonly string[]} languages
 * @returns {Lang}
 */
export function preferredLang(languages) {
  const spoken = languages.map((language) => language.toLowerCase().split("-")[0]);
  return spoken.map((own) => LANGS.find((lang) => lang === own)).find(Boolean) ?? "en";
}
