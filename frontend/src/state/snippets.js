/**
 * What a course page has to contain to show the figure.
 *
 * What enters: a state, the address of the service. What leaves: texts to copy.
 */

import { question } from "./asked.js";
import { FIRST } from "./examples.js";
import { ATTRIBUTES, differing, OF_ELEMENT, writeState } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{path: string, integrity: string}} Pinned  the script of the element under the name of its version, and its hash */

const PICTURE = "figure.svg";
/** @type {Record<string, string>} */
const NAMED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Signs that a kind of Markdown reads, or a template around it; `_` inside a name is safe. */
const READ_AS_MARKUP = /[\\[\]*`&<>{}|^~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Of a frame of which nothing is known, in pixels. */
const HEIGHT = 800;
/** Files of all frames, unless it stands still; all others do, at the frame in view. */
const OF_ALL_FRAMES = [PICTURE, "figure.pdf", "figure.gif", "figure.webp", "figure.apng"];

/**
 * The address of an answer about the expression as it stands.
 * @param {State} state
 * @param {string} base  of the service
 * @param {string} path  `figure.svg`, `export/tikz` …
 * @param {Record<string, string>} [more]
 */
export function answerAddress(state, base, path, more = {}) {
  const frame = OF_ALL_FRAMES.includes(path) && state.animate ? null : state.frame;
  const asked = new URLSearchParams({ ...question({ ...state, frame }), ...more });
  return new URL(`api/v1/${path}?${asked}`, base).href;
}

/**
 * The figure as an element: what is inside it shows where no script runs, with the same numbers in the same frame.
 * @param {State} state
 * @param {string} base
 * @param {Pinned} pinned
 */
export function elementSnippet(state, base, { path, integrity }) {
  const own = OF_ELEMENT.map(({ name }) => name);
  const attributes = differing(state)
    .filter(([name]) => own.includes(name))
    .map(([name, written]) => ` ${ATTRIBUTES[name]}="${escapeHtml(written)}"`);
  const picture = pictureAddress({ ...state, animate: state.animate && state.frame === null }, base);
  // `async`: React runs no other script that is rendered.
  return `<script type="module" async src="${escapeHtml(new URL(path, base).href)}" integrity="${integrity}" crossOrigin="anonymous"></script>
<kuroaka-figure${attributes.join("")}>
  <img src="${escapeHtml(picture)}" alt="${escapeHtml(state.expr)}" />
</kuroaka-figure>`;
}

/**
 * The page in a frame, for sites that take no script. Its style is in capitals, which mean nothing to HTML: React takes no
 * text for a `style`, and the height as an attribute alone gives way to a site's `iframe {height: auto}`.
 * @param {State} state
 * @param {string} base
 * @param {number} [height]
 */
export function frameSnippet(state, base, height = HEIGHT) {
  const address = frameAddress(state, base);
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(state.expr)}" sandbox="allow-scripts" loading="lazy" width="100%" height="${height}" STYLE="border: 0; height: ${height}px"></iframe>`;
}

/**
 * @param {State} state
 * @param {string} base
 */
export function frameAddress(state, base) {
  const query = writeState({ ...state, lang: "en", hide: [] }, { ...FIRST, expr: "" });
  // The language is said in any case: else it would be that of each reader's browser.
  return new URL(`embed?${[query, `lang=${state.lang}`].filter(Boolean).join("&")}`, base).href;
}

/**
 * A picture in Markdown, which plays too. A sign that some kind of Markdown, or a template around it, could read stands there
 * as its wide form, which our language reads as well: in the text of a picture not every kind takes a backslash or an entity.
 * @param {State} state
 * @param {string} base
 */
export function markdownSnippet(state, base) {
  const text = state.expr.replace(/\s+/g, " ").replace(READ_AS_MARKUP, wide);
  return `![${text}](${pictureAddress(state, base)})`;
}

/** @param {string} sign  of ASCII */
function wide(sign) {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}

/**
 * A picture in a page that may be dark.
 * @param {State} state
 * @param {string} base
 */
function pictureAddress(state, base) {
  return answerAddress({ ...state, paper: "white" }, base, PICTURE);
}

/**
 * As the value of an attribute, also where braces begin something: in MDX, Svelte, Liquid, Hugo.
 * @param {string} written
 */
function escapeHtml(written) {
  return written.replace(/[&<>"{}\n]/g, entity);
}

/** @param {string} letter */
function entity(letter) {
  return NAMED[letter] ?? `&#${letter.charCodeAt(0)};`;
}
