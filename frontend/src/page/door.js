/**
 * By which door the page is entered: the site's own, a frame inside another page, or a file that carries all it needs.
 *
 * What enters: the document. What leaves: the reader's defaults there, and the answers that a file carries.
 */

import { FIRST, WELCOME } from "../state/examples.js";
import { preferredLang } from "../words/words.js";

/**
 * @typedef {object} Door
 * @property {import("../service/packed.js").Answers | null} packed  the answers that a file carries
 * @property {string | null} held  the query that stands for the address, which only the site's own page may rewrite
 * @property {Partial<import("../state/state.js").State>} defaults  this reader's, here
 * @property {Partial<import("../state/state.js").State> | null} welcome  what the bare address shows
 * @property {import("../state/snippets.js").Pinned} pinned  the script of the element, for those who copy it
 */

/**
 * @param {Document} document
 * @returns {Door}
 */
export function doorOf(document) {
  /** @type {Door["packed"]} */
  const packed = JSON.parse(document.querySelector("script.carried")?.textContent ?? "null");
  const { door, embed = "embed.js", integrity = "" } = document.documentElement.dataset;
  const framed = door === "frame";
  /** @type {import("../state/state.js").State["hide"]} */
  const hide = framed ? ["header", "input", "panels", "plots", "share"] : packed ? ["header", "input", "share"] : [];
  // Whether this reader's screen may not tell red from black.
  const dashes = matchMedia("(prefers-contrast: more), (forced-colors: active), (monochrome)").matches;
  return {
    packed,
    held: packed?.query ?? (framed ? location.search : null),
    welcome: framed || packed ? null : WELCOME,
    pinned: { path: embed, integrity },
    defaults: { ...FIRST, lang: preferredLang(navigator.languages), dashes, hide },
  };
}
