/**
 * One figure of the service, taken into a shadow root: what can be switched and rewritten in it, and how large it stands.
 *
 * What enters: the text of the SVG. What leaves: its element, its style sheet, its timeline; number labels are rewritten
 * from a result.
 */

import { SVG } from "../typeset/markup.js";
import { figureNumber, setNumber, shrunk } from "../typeset/numerals.js";
import { scaled } from "./glyphs.js";
import { look, partsOf } from "./sight.js";
import { readTimeline } from "./timeline.js";
import { buildFigure } from "./xml.js";

/** With fewer labels than this all of a figure is painted. */
const LARGE = 130;
/** How high a digit is, in units of the figure. */
const DIGIT = 10.8;
/** The width of a stroke, and that of a faint one to it, which carries least, and most. */
const STROKE = 1.3;
const [FAINTEST, WIDEST] = [0.5, 2.5];

/**
 * @typedef {import("../engine/engine.js").Engine} Engine
 * @typedef {import("../engine/engine.js").Result} Result
 * @typedef {import("./sight.js").Part} Part
 * @typedef {object} Text
 * @property {string} line  its id
 * @property {boolean} forward
 * @property {number} x  about where it stands; of a number the centre
 * @property {number} y  the baseline
 * @property {number} [value]  of a number
 * @property {string} printed  the same as a reader sees it
 * @property {string} drawn  what its outline is of
 * @property {SVGPathElement | null} outline
 * @typedef {Part & Text} Label
 */

export class Drawing {
  /** Outlines of the characters of a number, by id, in units of the figure. @type {Map<string, string>} */
  #glyphs;
  /** Writes the last numbers again, into labels that were out of sight. */
  #rewrite = () => {};
  /** What else can be out of sight, of a large figure. @type {Part[] | null} */
  #others = null;

  /** @param {string} source */
  constructor(source) {
    const { svg, style } = buildFigure(source);
    this.svg = svg;
    this.timeline = readTimeline(svg.dataset.frames, svg.dataset.duration);
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(style);
    dropMotionRules(this.sheet);
    const [, , width, height] = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(/[\s,]+/).map(Number);
    const lines = /** @type {SVGElement[]} */ ([...svg.querySelectorAll(".line")]);
    /** What its lines lead from and to, by their ids. @type {import("../engine/lines.js").Ends} */
    this.ends = new Map(
      lines.map(({ dataset: { line, source, target } }) => [
        line ?? "",
        { source: source ?? "", target: target ?? null },
      ]),
    );
    this.isNetwork = svg.classList.contains("network");
    /** Size in the figure's own units, in which its text is 17 high. */
    this.size = { width, height };
    const glyphs = /** @type {SVGElement[]} */ ([...svg.querySelectorAll("defs [data-advance]")]);
    const nameOf = (/** @type {SVGElement} */ { id }) => id.slice(id.indexOf("d-")); // without what is the file's own
    this.advances = new Map(glyphs.map((glyph) => [nameOf(glyph), Number(glyph.dataset.advance)]));
    const [, unit] = /scale\(([\d.]+)\)/.exec(glyphs[0]?.getAttribute("transform") ?? "") ?? [];
    this.#glyphs = new Map(
      glyphs.map((glyph) => [nameOf(glyph), scaled(glyph.getAttribute("d") ?? "", Number(unit), 2)]),
    );
    this.labels = /** @type {SVGGElement[]} */ ([...svg.querySelectorAll(".label")]).map(labelOf);
    this.numbers = this.labels.filter(({ element }) => element.classList.contains("number"));
    /** How high its smallest digits are. */
    this.digit = DIGIT * Math.min(1, ...this.numbers.map(({ element }) => Number(element.dataset.size ?? 1)));
  }

  /**
   * Leaves out what of a large figure is out of sight, or too small to read.
   * @param {import("./sight.js").Sight | null} sight  null: all of it
   * @returns {boolean} whether any came or went
   */
  cull(sight) {
    if (this.labels.length < LARGE) return false;
    this.#others ??= partsOf(this.svg);
    const changed = look([...this.labels, ...this.#others], sight);
    if (changed) this.#rewrite();
    return changed;
  }

  /**
   * The groups of some nodes and lines, and of the nodes at the ends of those lines, but for lines out of sight.
   * @param {readonly string[]} nodes  ids
   * @param {readonly string[]} lines  ids
   */
  parts(nodes, lines) {
    const groups = /** @type {SVGGElement[]} */ ([...this.svg.querySelectorAll(".line, .node")]);
    const chosen = groups.filter(({ dataset }) => lines.includes(dataset.line ?? ""));
    const ends = new Set([
      ...nodes,
      ...chosen.flatMap(({ dataset }) => [dataset.source, dataset.target ?? dataset.line]),
    ]);
    const seen = chosen.filter((line) => line.getBBox().width > 0);
    return [...seen, ...groups.filter(({ dataset }) => dataset.node && ends.has(dataset.node))];
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

  /**
   * Of faint lines those at a node are seen like any other, with their labels: those into it, and those out of it with what
   * flows back along them. A line is heavier while it is attended to itself.
   * @param {string} id  of a node or a line, empty for none
   */
  attend(id) {
    for (const line of /** @type {NodeListOf<SVGElement>} */ (this.svg.querySelectorAll(".line"))) {
      const { source, target, line: name } = line.dataset;
      line.classList.toggle("into", Boolean(id) && (target === id || name === id));
      line.classList.toggle("rested", name === id);
      line.classList.toggle("out-of", Boolean(id) && source === id);
    }
  }

  /** Those of the frames. */
  animations() {
    return this.svg.getAnimations({ subtree: true }).filter((animation) => "animationName" in animation);
  }

  /**
   * Rewrites every number in sight that changes.
   * @param {Engine} engine
   * @param {Result} result
   * @param {ReadonlyMap<string, number>} places  of the lines, by id
   */
  write(engine, result, places) {
    this.#rewrite = () => this.write(engine, result, places);
    this.#weigh(engine, result, places);
    for (const label of this.numbers) {
      if (!label.seen) continue; // then it is set when it comes into sight
      const { element, forward } = label;
      const place = places.get(label.line);
      if (place === undefined) continue;
      const value = forward ? result.values[engine.sources[place]] : result.contributions[place];
      if (!Object.is(value, label.value)) {
        label.value = value;
        label.printed = figureNumber(value);
        if (label.printed !== element.dataset.printed) element.dataset.printed = label.printed;
      }
      if (label.printed !== label.drawn) this.#print(label);
    }
  }

  /**
   * Of faint lines those that carry more are wider.
   * @param {Engine} engine
   * @param {Result} result
   * @param {ReadonlyMap<string, number>} places
   */
  #weigh({ sources }, { values, contributions }, places) {
    const lines = /** @type {SVGElement[]} */ ([...this.svg.querySelectorAll(".line.faint")]);
    const of = lines.map(({ dataset }) => places.get(dataset.line ?? "") ?? -1);
    const back = lines.map(({ dataset }) => places.get(dataset.back ?? dataset.line ?? "") ?? -1);
    for (const [way, sizes] of Object.entries({
      forward: of.map((place) => Math.abs(values[sources[place]])),
      backward: back.map((place) => Math.abs(contributions[place])),
    })) {
      const most = Math.max(...sizes.filter(Number.isFinite), 0);
      lines.forEach((line, at) => {
        const part = most && sizes[at] <= most ? sizes[at] / most : 0;
        const stroke = /** @type {SVGElement | null} */ (line.querySelector(`.${way} .stroke`));
        stroke?.setAttribute("stroke-width", (STROKE * (FAINTEST + (WIDEST - FAINTEST) * part)).toFixed(2));
      });
    }
  }

  /** @param {Label} label */
  #print(label) {
    // One outline a number: the glyphs one by one, as in the file, would each be styled and laid out anew.
    const outline = setNumber(label.printed, this.advances, label.x)
      .map(({ glyph, x }) => `M${x.toFixed(2)} ${label.y}${this.#glyphs.get(glyph) ?? ""}`)
      .join("");
    if (!label.outline) {
      label.outline = document.createElementNS(SVG, "path");
      label.element.replaceChildren(label.outline);
    }
    label.outline.setAttribute("d", outline);
    label.drawn = label.printed;
    const { element, x, y } = label;
    const size = Number(element.dataset.size ?? 1) * shrunk(label.printed, this.advances);
    if (size === 1) element.removeAttribute("transform");
    else element.setAttribute("transform", `translate(${x} ${y})scale(${size.toFixed(2)})translate(${-x} ${-y})`);
  }
}

/**
 * @param {SVGGElement} element
 * @returns {Label}
 */
function labelOf(element) {
  const line = /** @type {SVGElement | null} */ (element.closest(".line"));
  const forward = Boolean(element.closest(".forward"));
  const moved = /translate\(([-\d.]+) ([-\d.]+)/.exec(element.getAttribute("transform") ?? "");
  const [x, y] = [moved?.[1], moved?.[2]].map(Number);
  return {
    element,
    reach: { left: x, right: x, top: y, bottom: y },
    seen: true,
    isLabel: true,
    line: element.dataset.line ?? (forward ? line?.dataset.line : (line?.dataset.back ?? line?.dataset.line)) ?? "",
    forward,
    x,
    y,
    printed: "",
    drawn: "",
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
