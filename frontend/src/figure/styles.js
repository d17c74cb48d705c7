/**
 * Gives a shadow root the style sheets of the project.
 *
 * What enters: a root and names of files in `styles`. What leaves: the sheets that the root has to wear. Served file by
 * file the sheets are linked and there are none to wear; a bundle carries their texts in `STYLES`.
 */

import { make } from "../typeset/markup.js";

/** Texts by name, written here when the modules are bundled. @type {Record<string, string>} */
export const STYLES = {};

/**
 * @param {ShadowRoot} root
 * @param {readonly string[]} names
 * @returns {CSSStyleSheet[]}
 */
export function dress(root, names) {
  const carried = names.filter((name) => Object.hasOwn(STYLES, name));
  for (const name of names.filter((name) => !carried.includes(name))) {
    const href = new URL(`../../styles/${name}.css`, import.meta.url).href;
    root.append(make("link", { rel: "stylesheet", href }));
  }
  return carried.map((name) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES[name]);
    return sheet;
  });
}

/**
 * Puts sheets on a root, in place of those before. A document takes only sheets that were made in it, so for the document
 * of a frame they are made again.
 * @param {ShadowRoot} root
 * @param {readonly CSSStyleSheet[]} sheets
 */
export function wear(root, sheets) {
  const Sheet = root.ownerDocument.defaultView?.CSSStyleSheet;
  if (!Sheet) return; // nobody sees it
  const areOwn = sheets.every((sheet) => sheet instanceof Sheet);
  root.adoptedStyleSheets = areOwn
    ? [...sheets]
    : sheets.map((sheet) => {
        const rules = [...sheet.cssRules].map(({ cssText }) => cssText);
        const copy = new Sheet();
        copy.replaceSync(rules.join(""));
        return copy;
      });
}
