/**
 * Glyph by glyph in a file, where each outline stands once; one outline a label on the page, which has a fifth of the
 * elements then: in each frame the browser walks through all of them.
 *
 * What enters: the elements of a file as they are read, the outlines before the labels. What leaves: path data.
 */

/** @typedef {import("./xml.js").Open} Open */

/** Where a glyph stands that is smaller than the others. */
const SMALLER = /^translate\((\S+) (\S+)\)scale\((\S+)\)$/;

export class Glyphs {
  /** Path data, all of it relative, by id; of a smaller one by its id and its scale. @type {Map<string, string>} */
  #outlines = new Map();

  /**
   * @param {Open} element
   * @returns {string | null} what a glyph adds to the outline of its label; nothing where it is defined; null for what is
   *   no glyph of a label
   */
  read({ open, attributes }) {
    const { id, d, "xlink:href": href = "", x = "0", y = "0", transform } = Object.fromEntries(attributes);
    if (open === "path" && id && d && !transform) {
      this.#outlines.set(id, d);
      return "";
    }
    if (open !== "use" || !this.#outlines.has(href.slice(1))) return null;
    const [, left, baseline, scale] = SMALLER.exec(transform ?? "") ?? ["", x, y, "1"];
    return `M${left} ${baseline}${this.#sized(href.slice(1), scale)}`;
  }

  /**
   * @param {string} id
   * @param {string} scale
   */
  #sized(id, scale) {
    const key = scale === "1" ? id : `${id} ${scale}`;
    const known = this.#outlines.get(key);
    if (known !== undefined) return known;
    const outline = scaled(this.#outlines.get(id) ?? "", Number(scale), 1);
    this.#outlines.set(key, outline);
    return outline;
  }
}

/**
 * The same outline at another size, as short as it can be written: the browser reads it anew for each new number.
 * @param {string} outline  in whole, relative steps
 * @param {number} scale
 * @param {number} digits  behind the point
 */
export function scaled(outline, scale, digits) {
  return outline.replace(/-?\d+/g, (step) =>
    String(Number((Number(step) * scale).toFixed(digits))).replace(/^(-?)0\./, "$1."),
  );
}
