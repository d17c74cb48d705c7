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

let known = false;

/** Makes the font known to the document, once. */
export function needFont() {
  if (known) return;
  known = true;
  const source = place();
  if (!source || [...document.fonts].some(({ family }) => family.includes(FAMILY))) return;
  document.fonts.add(new FontFace(FAMILY, `url("${source}")`, { display: "swap" }));
}

/** Where the font is, if the modules come from a service or bring it along. */
function place() {
  try {
    const { href, protocol } = new URL(FONT, new URL("../..", import.meta.url));
    return ["http:", "https:", "data:"].includes(protocol) ? href : null;
  } catch {
    return null; // the modules have no place of their own: a notebook made them out of text
  }
}
