/**
 * One figure of the service, taken into a shadow root: what can be switched and rewritten in it, and how large it stands.
 *
 * What enters: the text of the SVG. What leaves: its element, its style sheet, its timeline; labels are shown by kind and
 * number labels rewritten from a result.
 */

import { printNumber, setNumber } from "./numerals.js";
import { readTimeline } from "./timeline.js";
import { buildFigure } from "./xml.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Result} Result
 * @typedef {object} NumberLabel
 * @property {string} line  id of an edge, or "out"
 * @property {"forward" | "backward"} direction
 * @property {SVGElement} group
 * @property {number} x  centre
 * @property {string} y  baseline
 * @property {string} printed
 */

export class Drawing {
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
    this.advances = new Map(
      [...svg.querySelectorAll("defs [data-advance]")].map((glyph) => [
        glyph.id,
        Number(/** @type {SVGElement} */ (glyph).dataset.advance),
      ]),
    );
    this.numbers = [...svg.querySelectorAll(".label.number")].map(numberLabel);
  }

  /** @param {string} kind  of labels */
  show(kind) {
    for (const label of this.svg.querySelectorAll(".label")) {
      if (label.classList.contains(kind)) label.removeAttribute("display");
      else label.setAttribute("display", "none");
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
    for (const label of this.numbers) {
      const place = places.get(label.line);
      const forward = label.direction === "forward";
      let value = forward ? result.values[engine.output] : seed;
      if (place !== undefined) value = forward ? result.values[engine.sources[place]] : result.contributions[place];
      const printed = printNumber(value);
      if (printed !== label.printed) this.#print(label, printed);
    }
  }

  /**
   * @param {NumberLabel} label
   * @param {string} printed
   */
  #print(label, printed) {
    const glyphs = setNumber(printed, this.advances, label.x);
    const uses = label.group.children;
    while (uses.length > glyphs.length) uses[uses.length - 1].remove();
    glyphs.forEach(({ glyph, x }, place) => {
      const use = uses[place] ?? label.group.appendChild(document.createElementNS(SVG, "use"));
      use.setAttribute("href", `#${glyph}`);
      use.setAttribute("x", x.toFixed(2));
      use.setAttribute("y", label.y);
    });
    label.printed = printed;
    label.group.dataset.printed = printed;
  }
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
