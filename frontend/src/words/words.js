/**
 * What the page says, in the reader's language.
 *
 * What enters: a language, a key, what to fill in. What leaves: a text. A page may come with the words of one language
 * alone; until it learns those of another, it says that in its own.
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

/** Between Japanese and Latin letters stands a space; what is filled in may be Japanese too. */
const APART = /(?<=[ぁ-ヿ一-鿿]) (?=[ぁ-ヿ一-鿿])/g;

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
  const spoken = knows(lang) ? lang : (LANGS.find(knows) ?? lang);
  /** @type {Record<string, string>} */
  const catalogue = { ...LANGUAGES[spoken].words, ...more };
  return (key, fill = {}) => {
    const text = catalogue[key];
    if (text === undefined) throw new RangeError(`no words for ${key}`);
    const said = text.replace(/\{(\w+)\}/g, (_, name) => String(name === "ink" ? catalogue[ink] : fill[name]));
    return said.replace(APART, "");
  };
}

/**
 * Whether the words of a language are here.
 * @param {Lang} lang
 */
export function knows(lang) {
  return Object.keys(LANGUAGES[lang].words).length > 0;
}

/**
 * @param {Lang} lang
 * @param {Record<string, string>} words  of a service that may be of another version: what they lack stays as it is said
 */
export function learn(lang, words) {
  const here = LANGS.map((each) => LANGUAGES[each].words);
  Object.assign(LANGUAGES[lang].words, ...here, words);
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
