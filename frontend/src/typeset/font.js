/**
 * The font of formulas in text: the one that the figure's labels are drawn in, as far as formulas need it.
 *
 * Asked for when the first formula is made; the browser loads it when it shows one, and the page of the service earlier, as
 * formulas that change their font change their size. A file that plays alone brings the
 * font along, a notebook's widget makes do with what the reader has.
 */

/** Its file, by what is in it once the modules are bundled. */
const FONT = "math.woff2";
const FAMILY = "STIX Two Math";

let home = "";

/**
 * Modules that were copied elsewhere left their font at the service.
 * @param {string} address
 */
export function fontAt(address) {
  home = address;
}

/** @type {WeakSet<Document>} */
const known = new WeakSet();

/**
 * Makes the font known to a document, once.
 * @param {Document} [page]  ours, or that of a frame that a figure was moved to
 */
export function needFont(page = document) {
  if (known.has(page)) return;
  known.add(page);
  const source = file();
  const Face = page.defaultView?.FontFace;
  if (!source || !Face || [...page.fonts].some(({ family }) => family.includes(FAMILY))) return;
  page.fonts.add(new Face(FAMILY, `url("${source}")`, { display: "swap" }));
}

/** Where the font is, if the modules come from a service or bring it along. */
function file() {
  try {
    const { href, protocol } = new URL(FONT, home ? home.replace(/\/*$/, "/") : new URL("../..", import.meta.url));
    return ["http:", "https:", "data:"].includes(protocol) ? href : null;
  } catch {
    return null; // the modules have no place of their own: a notebook made them out of text
  }
}
