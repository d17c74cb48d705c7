/** What a lesson says: the words of the page, and its own. */

import en from "../words/lesson/en.js";
import ja from "../words/lesson/ja.js";
import { speaker } from "../words/words.js";

/** @type {Record<import("../words/words.js").Lang, Record<string, string>>} */
export const OWN = { en, ja };

/** @param {import("../words/words.js").Lang} lang */
export function lessonSpeaker(lang) {
  return speaker(lang, "black", OWN[lang]);
}
