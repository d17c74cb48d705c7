/**
 * One figure of the service, taken into a shadow root: what can be switched and rewritten in it, and how large it stands.
 *
 * What enters: the text of the SVG. What leaves: its element, its style sheet, its timeline; labels are shown by kind and
 * number labels rewritten from a result.
 */

import { SVG } from "../typeset/markup.js";
import { figureNumber, setNumber } from "../typeset/numerals.js";
import { readTimeline } from "./timeline.js";
import { buildFigure } from "./xml.js";

const KINDS = /** @type {Record<string, string>} */ ({ formulas: "formula", numbers: "number", rules: "rule" });
/** With fewer labels than this all are painted. */
const LARGE = 400;
/** The scale below which labels are dust. */
const DUST = 0.2;

/**
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../engine/engine.js").Result} Result
 * @typedef {object} NumberLabel
 * @property {string} line  id of an edge, or "out"
 * @property {"forward" | "backward"} direction
 * @property {SVGElement} group
 * @property {number} x  centre
 * @property {string} y  baseline
 * @property {string} printed
 * @property {SVGPathElement | null} outline  what was printed last
 */

export class Drawing {
  /** Outlines of the characters of a number, by id. @type {Map<string, string>} */
  #glyphs;
  /** The size of a unit of those outlines, in units of the figure. */
  #unit;
  /** Writes the last numbers again, into labels that were hidden. */
  #rewrite = () => {};

  /** @param {string} source */
  constructor(source) {
    const { svg, style } = buildFigure(source);
    this.svg = svg;
    this.timeline = readTimeline(svg.dataset.frames, svg.dataset.duration);
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(style);
    dropMotionRules(this.sheet);
    const [, , width, height] = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(/[\s,]+/).map(Number);
    /** Size in the figure's own units, in which its text is 17 high. */
    this.size = { width, height };
    const glyphs = /** @type {SVGElement[]} */ ([...svg.querySelectorAll("defs [data-advance]")]);
    this.advances = new Map(glyphs.map(({ id, dataset }) => [id, Number(dataset.advance)]));
    this.#glyphs = new Map(glyphs.map((glyph) => [glyph.id, glyph.getAttribute("d") ?? ""]));
    this.#unit = Number(/scale\(([\d.]+)\)/.exec(glyphs[0]?.getAttribute("transform") ?? "")?.[1] ?? 1);
    this.labels = [...svg.querySelectorAll(".label")].map((element) => ({
      group: /** @type {SVGElement} */ (element),
      kind: ["formula", "number", "rule"].find((kind) => element.classList.contains(kind)) ?? "",
      forward: Boolean(element.closest(".forward")),
      ...placeOf(/** @type {SVGElement} */ (element)),
    }));
    this.numbers = [...svg.querySelectorAll(".label.number")].map(numberLabel);
  }

  /**
   * Shows formulas, numbers, rules (beside black formulas), or formulas with their numbers, smaller, beyond them.
   * @param {import("../state/state.js").Show} show
   */
  show(show) {
    const pair = show === "formulas,numbers";
    for (const label of this.labels) {
      const { kind, forward, group } = label;
      const seen = pair ? kind !== "rule" : kind === (forward && show === "rules" ? "formula" : KINDS[show]);
      if (kind === "number") place(group, pair);
      const alone = pair && kind === "number" && !group.dataset.beyond; // its formula is the number itself
      if (seen && !alone) group.removeAttribute("display");
      else group.setAttribute("display", "none");
    }
    this.#rewrite();
  }

  /**
   * Leaves out the labels of a large figure that are out of sight or too small to read: the browser would paint them all.
   * @param {{left: number, right: number, top: number, bottom: number, scale: number} | null} sight  in units of the
   *   figure; null: all of it
   */
  cull(sight) {
    if (this.labels.length < LARGE) return;
    for (const label of this.labels) {
      const { x, y } = label;
      const inside = sight && x > sight.left && x < sight.right && y > sight.top && y < sight.bottom;
      const seen = !sight || (inside && sight.scale > DUST);
      if (seen === label.seen) continue;
      label.seen = Boolean(seen);
      label.group.classList.toggle("away", !seen); // what is in it goes; itself stays, with its animation
    }
  }

  /**
   * The groups of some nodes and lines, and of the nodes at the ends of those lines.
   * @param {readonly string[]} nodes  ids
   * @param {readonly string[]} lines  ids
   */
  parts(nodes, lines) {
    const groups = /** @type {SVGElement[]} */ ([...this.svg.querySelectorAll(".line, .node")]);
    const chosen = groups.filter(({ dataset }) => lines.includes(dataset.line ?? ""));
    const ends = new Set([...nodes, ...chosen.flatMap(({ dataset }) => [dataset.source, dataset.target])]);
    return [...chosen, ...groups.filter(({ dataset }) => dataset.node && ends.has(dataset.node))];
  }

  /**
   * Puts a class on some nodes and lines, and takes it off all others; the figure has `has-…` while there are any.
   * @param {string} kind
   * @param {readonly string[]} nodes  ids
   * @param {readonly string[]} lines  ids
   */
  highlight(kind, nodes, lines) {
    const chosen = new Set([...nodes.map((id) => `node ${id}`), ...lines.map((id) => `line ${id}`)]);
    for (const group of /** @type {NodeListOf<SVGElement>} */ (this.svg.querySelectorAll(".line, .node"))) {
      const { node, line } = group.dataset;
      group.classList.toggle(kind, chosen.has(line === undefined ? `node ${node}` : `line ${line}`));
    }
    this.svg.classList.toggle(`has-${kind}`, chosen.size > 0);
  }

  animations() {
    return this.svg.getAnimations({ subtree: true });
  }

  /**
   * Rewrites every number label whose text changes.
   * @param {Engine} engine
   * @param {Result} result
   * @param {ReadonlyMap<string, number>} places  of the edges, by id
   * @param {number} seed
   */
  write(engine, result, places, seed) {
    this.#rewrite = () => this.write(engine, result, places, seed);
    for (const label of this.numbers) {
      const place = places.get(label.line);
      const forward = label.direction === "forward";
      let value = forward ? result.values[engine.output] : seed;
      if (place !== undefined) value = forward ? result.values[engine.sources[place]] : result.contributions[place];
      const printed = figureNumber(value);
      if (printed === label.printed) continue;
      label.group.dataset.printed = printed;
      if (!label.group.hasAttribute("display")) this.#print(label, printed); // the hidden are set when they are shown
    }
  }

  /**
   * @param {NumberLabel} label
   * @param {string} printed
   */
  #print(label, printed) {
    // One outline a number: the glyphs one by one, as in the file, would each be styled and laid out anew.
    const outline = setNumber(printed, this.advances, label.x)
      .map(({ glyph, x }) => `M${(x / this.#unit).toFixed(1)} 0${this.#glyphs.get(glyph) ?? ""}`)
      .join("");
    if (!label.outline) {
      label.outline = document.createElementNS(SVG, "path");
      label.outline.setAttribute("transform", `translate(0 ${label.y})scale(${this.#unit})`);
      label.group.replaceChildren(label.outline);
    }
    label.outline.setAttribute("d", outline);
    label.printed = printed;
  }
}

/**
 * Where a label stands, roughly.
 * @param {SVGElement} group
 */
function placeOf(group) {
  const { x, y } = group.dataset;
  const moved = /translate\(([-\d.]+) ([-\d.]+)/.exec(group.getAttribute("transform") ?? "");
  return { x: Number(x ?? moved?.[1] ?? 0), y: Number(y ?? moved?.[2] ?? 0), seen: true };
}

/**
 * Puts a number by its line, or smaller beyond the formula there.
 * @param {SVGElement} group
 * @param {boolean} beyond
 */
function place(group, beyond) {
  const { x, y, size, beyond: baseline } = group.dataset;
  if (beyond && baseline)
    group.setAttribute("transform", `translate(${x} ${baseline})scale(${size})translate(${-Number(x)} ${-Number(y)})`);
  else group.removeAttribute("transform");
}

/**
 * @param {Element} element
 * @returns {NumberLabel}
 */
function numberLabel(element) {
  const group = /** @type {SVGElement} */ (element);
  const line = /** @type {SVGElement | null} */ (group.closest(".line"));
  return {
    line: line?.dataset.line ?? "",
    direction: group.closest(".backward") ? "backward" : "forward",
    group,
    x: Number(group.dataset.x),
    y: group.dataset.y ?? "0",
    printed: "",
    outline: null,
  };
}

/**
 * The figure's own rules about reduced motion are for a figure that plays alone; here the player shows frames instead.
 * @param {CSSStyleSheet} sheet
 */
function dropMotionRules(sheet) {
  for (let place = sheet.cssRules.length - 1; place >= 0; place--) {
    const rule = sheet.cssRules[place];
    if (!(rule instanceof CSSMediaRule) || !rule.conditionText.includes("prefers-reduced-motion")) continue;
    const inner = rule.conditionText.includes("no-preference") ? [...rule.cssRules] : [];
    sheet.deleteRule(place);
    inner.reverse().forEach((kept) => {
      sheet.insertRule(kept.cssText, place);
    });
  }
}
