/**
 * The whole state of the page as one table: the link, the element's attributes, the defaults and what the service is asked
 * all come from it. The service has the same rows (`kuroaka/asked/rows.py`), but for those that are marked here.
 *
 * What enters: texts by name. What leaves: the state; and back again. A default is not written.
 */

import { LANGS } from "../words/words.js";
import { choice, count, ends, flag, names, number, point, positive, some, text, together } from "./kinds.js";

/**
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {"formulas" | "numbers" | "formulas,numbers" | "rules"} Show
 * @typedef {import("../words/words.js").Lang} Lang
 * @typedef {"auto" | "light" | "dark" | "paper"} Theme
 * @typedef {"none" | "white"} Paper
 * @typedef {"last" | "this" | "all"} Print
 * @typedef {"header" | "input" | "caption" | "zoom" | "transport" | "result" | "values" | "panels" | "plots" | "share"} Part
 *
 * @typedef {object} State
 * @property {string} expr
 * @property {"auto" | "text" | "latex"} syntax  how the expression is to be read
 * @property {string} output  the names that the figure ends in, separated by commas; empty: the last line
 * @property {Values} at  only what differs from the numbers in the text, and from 1 for a variable
 * @property {string} open  operations that show their inside, separated by commas
 * @property {string} fold  bound names that are one circle with all that only they use
 * @property {"auto" | "graph" | "network"} view  every operation a circle, or layers in columns; auto: a network as one
 * @property {string} derivative  names to differentiate by, one after the other, before it is drawn
 * @property {"auto" | "written" | "names"} naming  formulas written out, or by the reader's own names; auto: as short as need be
 * @property {"auto" | "slide"} fit  slide: the figure has the shape of one
 * @property {number | null} frame  null: play from the start
 * @property {boolean} animate  false: it does not play by itself, it stands finished
 * @property {Show} show
 * @property {Lang} lang
 * @property {number} speed
 * @property {boolean} loop  begin again at the end
 * @property {number} seed  E, the gradient that enters at the output, of several at each that `seeds` does not name
 * @property {Values} seeds  by the names of outputs
 * @property {Record<string, readonly [number, number]>} range  where sliders begin and end, if the reader set it
 * @property {Theme} theme  paper: the figure stays white when the page is dark
 * @property {string} wrt  the input that the plots are about; empty: the first variable
 * @property {number} h  the nudge of the gradient check, a power of ten
 * @property {string} node  id of the selected node or line, empty for none
 * @property {boolean} dashes  red lines are dashed, for those to whom red is no colour
 * @property {readonly Part[]} hide  what is left out
 * @property {boolean} lecture  the figure and its sentence fill the screen
 * @property {boolean} black  white on black there
 * @property {Paper} paper  what a picture of the figure stands on
 * @property {Print} print  which frames are printed
 * @property {boolean} blank  on paper red labels are boxes, to be filled in by hand
 */

export const SPEEDS = /** @type {const} */ ([0.25, 0.5, 1, 2]);
export const SHOWS = /** @type {const} */ (["formulas", "numbers", "formulas,numbers", "rules"]);
const NAMINGS = /** @type {const} */ (["auto", "written", "names"]);
const VIEWS = /** @type {const} */ (["auto", "graph", "network"]);
const FITS = /** @type {const} */ (["auto", "slide"]);
const SYNTAXES = /** @type {const} */ (["auto", "text", "latex"]);
export const THEMES = /** @type {const} */ (["auto", "light", "dark", "paper"]);
const PAPERS = /** @type {const} */ (["none", "white"]);
export const PRINTS = /** @type {const} */ (["this", "last", "all"]);

/** What a page can do without, from top to bottom. */
export const PARTS = /** @type {readonly Part[]} */ (
  "header input caption zoom transport result values panels plots share".split(" ")
);

/**
 * One row a parameter. A row's kind fits its default; the table as a whole cannot say so.
 * `attribute`: what an element calls it, if not by its name. `only`: the service has no such row; of the page, also the
 * element has no use for it. `pictured`: nor has it for what is said of pictures alone.
 * @type {readonly {name: keyof State, kind: import("./kinds.js").Kind<any>, default: any, attribute?: string, only?: "browser" | "page", pictured?: true}[]}
 */
export const TABLE = [
  { name: "expr", kind: text, default: "", attribute: "expression" },
  { name: "syntax", kind: choice(SYNTAXES), default: "auto" },
  { name: "output", kind: names(16), default: "" },
  { name: "at", kind: point, default: {} },
  { name: "open", kind: names(), default: "" },
  { name: "fold", kind: names(), default: "" },
  { name: "view", kind: choice(VIEWS), default: "auto" },
  { name: "derivative", kind: names(4), default: "" },
  { name: "naming", kind: choice(NAMINGS), default: "auto" },
  { name: "fit", kind: choice(FITS), default: "auto" },
  { name: "frame", kind: count, default: null },
  { name: "animate", kind: flag, default: true },
  { name: "show", kind: together(SHOWS), default: "formulas" },
  { name: "lang", kind: choice(LANGS), default: "en" },
  { name: "speed", kind: choice(SPEEDS), default: 1, only: "browser" },
  { name: "loop", kind: flag, default: false, only: "browser" },
  { name: "seed", kind: number, default: 1 },
  { name: "seeds", kind: point, default: {} },
  { name: "range", kind: ends, default: {}, only: "page" },
  { name: "theme", kind: choice(THEMES), default: "auto", only: "page" },
  { name: "wrt", kind: text, default: "", only: "page" },
  { name: "h", kind: positive, default: 1e-3, only: "page" },
  { name: "node", kind: text, default: "", only: "browser" },
  { name: "dashes", kind: flag, default: false },
  { name: "hide", kind: some(PARTS), default: [], only: "browser" },
  { name: "lecture", kind: flag, default: false, only: "browser" },
  { name: "black", kind: flag, default: false, only: "browser" },
  { name: "paper", kind: choice(PAPERS), default: "none", pictured: true },
  { name: "print", kind: choice(PRINTS), default: "last", only: "browser" },
  { name: "blank", kind: flag, default: false, only: "browser" },
];

/** The rows that an element has. */
export const OF_ELEMENT = TABLE.filter(({ only, pictured }) => only !== "page" && !pictured);

/** The attribute of each parameter. */
export const ATTRIBUTES = /** @type {Record<keyof State, string>} */ (
  Object.fromEntries(TABLE.map(({ name, attribute = name }) => [name, attribute]))
);

/**
 * @param {Partial<State>} [own]  defaults of this reader, such as the language of the browser
 * @returns {State}
 */
export function defaults(own = {}) {
  const rows = Object.fromEntries(TABLE.map((row) => [row.name, row.default]));
  return /** @type {State} */ ({ ...rows, ...own });
}

/**
 * The value of a row.
 * @template {keyof State} Name
 * @param {Name} name
 * @param {string | null} written  null where nothing is said
 * @param {State} [standard]  what stands where nothing is said
 * @returns {State[Name] | undefined} undefined where nothing is said, or nothing that can be read
 */
export function readRow(name, written, standard = defaults()) {
  return written === null ? undefined : TABLE.find((row) => row.name === name)?.kind.read(written, standard[name]);
}

/**
 * @param {(name: keyof State) => string | null} lookup  the text of a parameter, null without one
 * @param {Partial<State>} [own]
 * @returns {State}
 */
export function readState(lookup, own = {}) {
  const standard = defaults(own);
  const read = TABLE.map(({ name }) => [name, readRow(name, lookup(name), standard) ?? standard[name]]);
  return /** @type {State} */ (Object.fromEntries(read));
}

/**
 * The parameters that differ from their defaults, by name, as text.
 * @param {State} state
 * @param {Partial<State>} [own]
 * @returns {[keyof State, string][]}
 */
export function differing(state, own = {}) {
  const standard = defaults(own);
  return TABLE.map(({ name, kind }) => ({
    name,
    written: kind.write(state[name], standard[name]),
    usual: kind.write(standard[name], {}),
  }))
    .filter(({ written, usual }) => written !== "" && written !== usual)
    .map(({ name, written }) => [name, written]);
}

/**
 * The query string, without `?`; empty when everything stands at its default.
 * @param {State} state
 * @param {Partial<State>} [own]
 */
export function writeState(state, own = {}) {
  return differing(state, own)
    .map(([name, written]) => `${name}=${escapeQuery(written)}`)
    .join("&");
}

/**
 * Percent-encoding that leaves readable what may stand in a query.
 * @param {string} written
 */
function escapeQuery(written) {
  return encodeURIComponent(written)
    .replaceAll("%20", "+")
    .replace(/%(?:3A|2C|2F|3B|3D)/g, decodeURIComponent);
}
