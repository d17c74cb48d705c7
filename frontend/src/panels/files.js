/**
 * The files that a figure can be saved as.
 *
 * What enters: a state, the address of the service, a kind of file. What leaves: a link.
 */

import { answerAddress } from "../state/snippets.js";
import { make } from "../typeset/markup.js";

/**
 * @typedef {{title: string, path: string, extension: string, more?: Record<string, string>}} File  `path`: of the
 *   service's answer; `more`: what is asked beside the state
 */

/** @type {readonly File[]} */
export const PICTURES = [
  ...["SVG", "PNG", "PDF"].map((title) => picture(title)),
  { ...picture("PNG"), title: "PNG 16:9", more: { fit: "slide", scale: "4" } },
];
/** What moves from frame to frame. @type {readonly File[]} */
export const FILMS = [picture("GIF"), picture("WebP"), picture("APNG", "apng.png")];
/** @type {File} */
export const TIKZ = { title: "TikZ", path: "export/tikz", extension: "tex" };

/**
 * @param {import("../state/state.js").State} state
 * @param {string} base  of the service
 * @param {File} file
 */
export function fileLink(state, base, { title, path, extension, more }) {
  const asked = path.startsWith("export") ? { download: "true" } : more;
  return make("a", { href: answerAddress(state, base, path, asked), download: `kuroaka.${extension}` }, title);
}

/**
 * @param {string} title
 * @param {string} [extension]
 */
function picture(title, extension = title.toLowerCase()) {
  return { title, path: `figure.${title.toLowerCase()}`, extension };
}
