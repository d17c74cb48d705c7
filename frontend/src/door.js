/**
 * By which door the page is entered: the site's own, a frame inside another page, or a file that carries all it needs.
 *
 * What enters: the document. What leaves: the reader's defaults there, and the answers that a file carries.
 */

/** @typedef {import("./state.js").State} State */

/** @type {import("./carried.js").Answers | null} */
export const carried = JSON.parse(document.querySelector("script.carried")?.textContent ?? "null");

const framed = document.documentElement.dataset.door === "frame";

/** @type {Pick<State, "hide">} */
export const usual = framed
  ? { hide: ["header", "input", "panels", "plots", "share"] }
  : { hide: carried ? ["header", "input", "share"] : [] };

/** The query that stands for the address, which only the site's own page may rewrite. */
export const held = carried?.query ?? (framed ? location.search : null);
