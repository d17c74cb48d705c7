/**
 * The figure's SVG as nodes of this page, without a parser of the browser.
 *
 * Under the page's policy (`require-trusted-types-for 'script'`) DOMParser is refused, and a document read by
 * XMLHttpRequest counts its <style> as inline style of the page. The service writes plain XML, so a loop is enough;
 * what it does not know (scripts, links, handlers, doctypes) it does not build.
 *
 * What enters: the text of an SVG. What leaves: a list of tokens (`readTokens`), or an element and the text of its
 * <style> (`buildFigure`).
 */

import { SVG } from "../typeset/markup.js";
import { Glyphs } from "./glyphs.js";

const ELEMENTS = new Set(
  "svg title desc defs g path circle ellipse rect line polyline polygon text tspan use symbol clipPath".split(" "),
);

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const NAMED = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" });

/**
 * @typedef {{open: string, attributes: [string, string][]}} Open
 * @typedef {Open | {close: string} | {text: string}} Token
 */

/**
 * @param {string} source
 * @returns {Token[]}
 */
export function readTokens(source) {
  /** @type {Token[]} */
  const tokens = [];
  let read = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index !== read) break;
    read += match[0].length;
    const [, data, closed, opened, attributes, alone, text] = match;
    if (opened) {
      tokens.push({ open: opened, attributes: readAttributes(attributes) });
      if (alone) tokens.push({ close: opened });
    } else if (closed) tokens.push({ close: closed });
    else if (data !== undefined) tokens.push({ text: data });
    else if (text !== undefined) tokens.push({ text: decode(text) });
  }
  if (read !== source.length) throw new SyntaxError(`not the XML of a figure at ${read}`);
  return tokens;
}

/**
 * @param {string} source
 * @returns {{svg: SVGSVGElement, style: string}}
 */
export function buildFigure(source) {
  let style = "";
  const root = document.createDocumentFragment();
  /** @type {(Element | DocumentFragment | null)[]} null stands for an element that is not built */
  const open = [root];
  const names = [""];
  const glyphs = new Glyphs();
  /** What the glyphs of an element draw. @type {Map<Element | DocumentFragment, string>} */
  const outlines = new Map();
  for (const token of readTokens(source)) {
    const inside = open[open.length - 1];
    if ("open" in token) {
      const outline = glyphs.read(token);
      if (outline && inside) outlines.set(inside, (outlines.get(inside) ?? "") + outline);
      const isBuilt = inside && outline === null && ELEMENTS.has(token.open);
      open.push(isBuilt ? inside.appendChild(element(token)) : null);
      names.push(token.open);
    } else if ("close" in token) {
      if (names.pop() !== token.close) throw new SyntaxError(`</${token.close}> closes nothing`);
      const closed = open.pop();
      const d = closed && outlines.get(closed);
      if (d) closed.append(element({ open: "path", attributes: [["d", d]] }));
    } else if (names[names.length - 1] === "style") style += token.text;
    else if (inside && inside !== root) inside.append(token.text);
  }
  const svg = root.firstElementChild;
  if (!(svg instanceof SVGSVGElement) || open.length !== 1) throw new SyntaxError("not an SVG");
  return { svg, style };
}

/** @param {Open} token */
function element({ open, attributes }) {
  const made = document.createElementNS(SVG, open);
  for (const [name, value] of attributes) {
    const harmless = !name.startsWith("on") && !name.startsWith("xmlns") && name !== "style";
    const inside = !name.endsWith("href") || value.startsWith("#");
    if (harmless && inside) made.setAttribute(name === "xlink:href" ? "href" : name, value);
  }
  return made;
}

/**
 * @param {string} source
 * @returns {[string, string][]}
 */
function readAttributes(source) {
  return [...source.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, decode(double ?? single)]);
}

/** @param {string} text */
function decode(text) {
  return text.replace(ENTITY, (_, hex, decimal, name) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}
