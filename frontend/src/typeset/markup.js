/**
 * Elements without markup text: the page's policy refuses innerHTML, and so do we.
 *
 * What enters: a tag, attributes, children. What leaves: the element.
 */

export const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} [attributes]  false leaves one out, true writes it empty
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * A sentence in which what can be typed stands between backticks.
 * @param {string} sentence
 */
export function withCode(sentence) {
  return sentence.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
}

/**
 * A pictogram of one path in a 24 by 24 square, in the colour of the text around it.
 * @param {string} path
 */
export function pictogram(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "pictogram");
  svg.setAttribute("aria-hidden", "true");
  const shape = svg.appendChild(document.createElementNS(SVG, "path"));
  shape.setAttribute("d", path);
  return svg;
}

/**
 * A button with a pictogram, and a label for those who do not see it.
 * @param {string} name
 * @param {string} label
 * @param {string} path  of the pictogram
 * @param {() => void} press
 */
export function button(name, label, path, press) {
  const made = make("button", { type: "button", class: name, "aria-label": label, title: label }, pictogram(path));
  made.addEventListener("click", press);
  return made;
}
