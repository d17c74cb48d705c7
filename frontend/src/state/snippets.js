/**
 * What a course page has to contain to show the figure.
 *
 * What enters: a state, the address of the service. What leaves: texts to copy.
 */

import { question } from "./asked.js";
import { FIRST } from "./examples.js";
import { ATTRIBUTES, differing, TABLE, writeState } from "./state.js";

/** @typedef {import("./state.js").State} State */

const PICTURE = "figure.svg";
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
 * The figure as an element: what is inside it shows where no script runs.
 * @param {State} state
 * @param {string} base
 */
export function elementSnippet(state, base) {
  const own = TABLE.filter((row) => row.only !== "page").map((row) => row.name);
  const attributes = differing(state)
    .filter(([name]) => own.includes(name))
    .map(([name, written]) => ` ${ATTRIBUTES[name]}="${escapeHtml(written)}"`);
  return `<script type="module" src="${escapeHtml(new URL("embed.js", base).href)}"></script>
<kuroaka-figure${attributes.join("")}>
  <img src="${escapeHtml(answerAddress(state, base, PICTURE))}" alt="${escapeHtml(state.expr)}">
</kuroaka-figure>`;
}

/**
 * The address of the page in a frame.
 * @param {State} state
 * @param {string} base
 */
export function frameAddress(state, base) {
  const query = writeState({ ...state, lang: "en", hide: [] }, { ...FIRST, expr: "" });
  // The language is said in any case: else it would be that of each reader's browser.
  return new URL(`embed?${[query, `lang=${state.lang}`].filter(Boolean).join("&")}`, base).href;
}

/**
 * The page in a frame, for sites that take no script.
 * @param {State} state
 * @param {string} base
 * @param {number} [height]  of the frame, in pixels, if the service has said it
 */
export function frameSnippet(state, base, height = HEIGHT) {
  const address = frameAddress(state, base);
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(state.expr)}" sandbox="allow-scripts" loading="lazy" width="100%" height="${height}" style="border: 0"></iframe>`;
}

/**
 * A picture in Markdown, which plays too.
 * @param {State} state
 * @param {string} base
 */
export function markdownSnippet(state, base) {
  const text = state.expr.replace(/\s+/g, " ").replace(/[\\[\]`<>*_]/g, "\\$&");
  return `![${text}](${answerAddress(state, base, PICTURE).replace(/[()]/g, encodeURIComponent)})`;
}

/** @param {string} written */
function escapeHtml(written) {
  return written
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
