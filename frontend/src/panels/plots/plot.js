/**
 * A small plot as SVG: a curve in pieces, its axes, and one point on it.
 *
 * What enters: pieces and ranges, then a point as often as it moves. What leaves: an element; `xAt` reads a place on the
 * screen. All texts stand in pixels, so the plot is drawn again when its box changes its width.
 *
 * Why not a library: uPlot 1.6.32 has 51 kB (22 kB compressed) and would have to be vendored, as this page has no build;
 * this file has under 7 kB. BENCHMARKS.md has the times.
 */

import { make, SVG } from "../../typeset/markup.js";

const LEFT = 60;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 24;
/** Beyond this many pixels outside, a coordinate says nothing more. */
const FAR = 4000;

/**
 * @typedef {import("./axis.js").Range} Range
 * @typedef {import("./segments.js").Point} Point
 * @typedef {{at: number, text: string}} Tick
 *
 * @typedef {object} Scene
 * @property {Range} x
 * @property {Range} y
 * @property {Tick[]} xTicks
 * @property {Tick[]} yTicks
 * @property {Point[][]} runs
 * @property {number[]} poles
 */

let plots = 0;

export class Plot {
  /** @type {Scene | null} */
  #scene = null;
  /** @type {{x: number, y: number, slope: number | null} | null} */
  #mark = null;
  #width = 320;

  /**
   * @param {"forward" | "backward"} direction  black or red
   * @param {number} height  pixels
   * @param {boolean} named  whether the ticks of the x axis have their texts
   */
  constructor(direction, height, named) {
    this.height = height;
    this.named = named;
    this.svg = draw("svg", { class: `plot ${direction}`, height, "aria-hidden": "true" });
    const id = `plot-${plots++}`;
    this.window = draw("rect", { x: LEFT, y: TOP, height: this.#bottom - TOP });
    this.clip = draw("clipPath", { id }, this.window);
    this.axes = draw("g", { class: "axes" });
    this.poles = draw("path", { class: "poles" });
    this.curve = draw("path", { class: "curve", "clip-path": `url(#${id})` });
    this.tangent = draw("path", { class: "tangent", "clip-path": `url(#${id})` });
    this.here = draw("path", { class: "here" });
    this.point = draw("circle", { class: "point", r: 5 });
    this.svg.append(this.clip, this.axes, this.poles, this.here, this.curve, this.tangent, this.point);
    this.element = make("div", { class: "frame" });
    this.element.append(this.svg);
  }

  get #bottom() {
    return this.height - (this.named ? BOTTOM : TOP);
  }

  /** @param {number} width  pixels */
  resize(width) {
    this.#width = width;
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${this.height}`);
    this.window.setAttribute("width", String(Math.max(width - LEFT - RIGHT, 0)));
    if (this.#scene) this.draw(this.#scene);
  }

  /** @param {Scene} scene */
  draw(scene) {
    this.#scene = scene;
    const [left, right, bottom] = [LEFT, this.#width - RIGHT, this.#bottom];
    const lines = scene.yTicks.map(({ at, text }) => {
      const y = this.#y(at);
      return [
        draw("path", { d: `M${left} ${y}H${right}`, class: at === 0 ? "zero" : "" }),
        draw("text", { x: left - 6, y: y + 4, "text-anchor": "end" }, text),
      ];
    });
    const marks = scene.xTicks.map(({ at, text }) => {
      const x = this.#x(at);
      const line = draw("path", { d: `M${x} ${TOP}V${bottom}`, class: at === 0 ? "zero" : "" });
      return this.named ? [line, draw("text", { x, y: bottom + 17, "text-anchor": "middle" }, text)] : [line];
    });
    this.axes.replaceChildren(...lines.flat(), ...marks.flat());
    this.poles.setAttribute("d", scene.poles.map((x) => `M${this.#x(x)} ${TOP}V${bottom}`).join(""));
    this.curve.setAttribute("d", scene.runs.map((run) => this.#stroke(run)).join(""));
    this.#place();
  }

  /**
   * The point, and the straight line through it that leans as the curve does.
   * @param {number} x
   * @param {number} y
   * @param {number | null} slope
   */
  mark(x, y, slope) {
    this.#mark = { x, y, slope };
    this.#place();
  }

  /**
   * @param {number} clientX  pixels from the left of the window
   * @returns {number} the number there, within the range
   */
  xAt(clientX) {
    const [from, to] = this.#scene?.x ?? [0, 1];
    const part = (clientX - this.svg.getBoundingClientRect().left - LEFT) / (this.#width - LEFT - RIGHT);
    return from + Math.min(Math.max(part, 0), 1) * (to - from);
  }

  #place() {
    const { svg, point, here, tangent } = this;
    if (!this.#mark || !this.#scene) return;
    const { x, y, slope } = this.#mark;
    const [from, to] = this.#scene.x;
    const [low, high] = this.#scene.y;
    const across = this.#x(x);
    here.setAttribute("d", x < from || x > to ? "" : `M${across} ${TOP}V${this.#bottom}`);
    svg.classList.toggle("absent", !Number.isFinite(y) || x < from || x > to);
    svg.classList.toggle("beyond", y < low || y > high); // the point waits at the edge, hollow
    point.setAttribute("cx", String(across));
    point.setAttribute("cy", String(this.#y(Math.min(Math.max(Number.isFinite(y) ? y : low, low), high))));
    const reach = (to - from) / 6;
    const leans = slope !== null && Number.isFinite(slope) && Number.isFinite(y);
    const ends = /** @type {Point[]} */ ([-reach, reach].map((step) => [x + step, y + (slope ?? 0) * step]));
    tangent.setAttribute("d", leans ? this.#stroke(ends) : "");
  }

  /** @param {Point[]} run */
  #stroke(run) {
    const places = run.map(([x, y]) => `${this.#x(x)} ${this.#y(y)}`);
    return `M${places.length === 1 ? `${places[0]}h0` : places.join("L")}`;
  }

  /** @param {number} x */
  #x(x) {
    const [from, to] = this.#scene?.x ?? [0, 1];
    return round(LEFT + ((x - from) / (to - from)) * (this.#width - LEFT - RIGHT));
  }

  /** @param {number} y */
  #y(y) {
    const [low, high] = this.#scene?.y ?? [0, 1];
    return round(this.#bottom - ((y - low) / (high - low)) * (this.#bottom - TOP));
  }
}

/** @param {number} pixels */
function round(pixels) {
  return Math.round(10 * Math.min(Math.max(pixels, -FAR), FAR)) / 10;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
