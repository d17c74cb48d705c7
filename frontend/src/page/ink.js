/**
 * What forward values are called by their colour, which the sheets alone decide: black on a light page, white on a dark one.
 *
 * What enters: a figure that stands on a page. What leaves: a key of the words, and word of when it may be another.
 */

/** Of the three parts of a colour, from 0 to 255. */
const MIDDLE = 128;

/**
 * @param {Element} figure
 * @returns {"black" | "white"}
 */
export function inkOf(figure) {
  const [, part] = /(\d+)/.exec(getComputedStyle(figure).color) ?? [];
  return Number(part) > MIDDLE ? "white" : "black";
}

/** @param {() => void} changed  the reader's system has other colours */
export function whenOther(changed) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", changed);
}
