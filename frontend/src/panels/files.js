/**
 * The files that a figure can be saved as.
 *
 * What enters: a state, the address of the service, a kind of file. What leaves: a link.
 */

import { answerAddress } from "../state/snippets.js";
import { make } from "../typeset/markup.js";

/** @typedef {{title: string, path: string, extension: string}} File  `path`: of the service's answer */

/** @type {readonly File[]} */
export const PICTURES = ["SVG", "PNG", "PDF"].map((title) => picture(title));
/** What moves from frame to frame. @type {readonly File[]} */
export const FILMS = [picture("GIF"), picture("WebP"), picture("APNG", "apng.png")];
/** @type {File} */
export const TIKZ = { title: "TikZ", path: "export/tikz", extension: "tex" };

/**
 * @param {import("../state/state.js").State} state
 * @param {string} base  of the service
 * @param {File} file
 */
export function fileLink(state, base, { title, path, extension }) {
  const more = path.startsWith("export") ? { download: "true" } : {};
  return make("a", { href: answerAddress(state, base, path, more), download: `kuroaka.${extension}` }, title);
}

/**
 * @param {string} title
 * @param {string} [extension]
 */
function picture(title, extension = title.toLowerCase()) {
  return { title, path: `figure.${title.toLowerCase()}`, extension };
}
