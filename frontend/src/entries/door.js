/**
 * By which door the page is entered: the site's own, a frame inside another page, or a file that carries all it needs.
 *
 * What enters: the document. What leaves: the reader's defaults there, and the answers that a file carries.
 */

import { preferredLang } from "../words/words.js";

/** @typedef {import("../state/state.js").State} State */

/** @type {import("../service/packed.js").Answers | null} */
export const carried = JSON.parse(document.querySelector("script.carried")?.textContent ?? "null");

const framed = document.documentElement.dataset.door === "frame";

/** @type {State["hide"]} */
const hide = framed ? ["header", "input", "panels", "plots", "share"] : carried ? ["header", "input", "share"] : [];

/** Whether this reader's screen may not tell red from black. */
const colourless = matchMedia("(prefers-contrast: more), (forced-colors: active), (monochrome)").matches;

/** This reader's defaults here. */
export const usual = { lang: preferredLang(navigator.languages), dashes: colourless, hide };

/** The query that stands for the address, which only the site's own page may rewrite. */
export const held = carried?.query ?? (framed ? location.search : null);
