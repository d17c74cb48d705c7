/**
 * The whole state of the page as one table: the link, the element's attributes and the defaults all come from it.
 *
 * What enters: a query string. What leaves: the state; and back again. A default is not written.
 */

/**
 * @typedef {import("../service/contract.js").Values} Values
 * @typedef {"formulas" | "numbers" | "formulas,numbers" | "rules"} Show
 * @typedef {"en" | "ja"} Lang
 * @typedef {"auto" | "light" | "dark" | "paper"} Theme
 * @typedef {"header" | "input" | "caption" | "zoom" | "transport" | "result" | "values" | "panels" | "plots" | "share"} Part
 *
 * @typedef {object} State
 * @property {string} expr
 * @property {Values} at  only what differs from the numbers in the text, and from 1 for a variable
 * @property {string} open  operations that show their inside, separated by commas
 * @property {string} fold  bound names that are one circle with all that only they use
 * @property {number | null} frame  null: play from the start
 * @property {Show} show
 * @property {Lang} lang
 * @property {number} speed
 * @property {boolean} loop  begin again at the end
 * @property {number} seed  E, the gradient that enters at the output
 * @property {Record<string, readonly [number, number]>} range  where sliders begin and end, if the reader set it
 * @property {Theme} theme  paper: the figure stays white when the page is dark
 * @property {string} wrt  the input that the plots are about; empty: the first variable
 * @property {number} h  the nudge of the gradient check, a power of ten
 * @property {string} node  id of the selected node, empty for none
 * @property {boolean} dashes  red lines are dashed, for those to whom red is no colour
 * @property {readonly Part[]} hide  what is left out
 */

/**
 * How a kind of value is read from text and written to it; `read` gives undefined for what it cannot take.
 * @template T
 * @typedef {{read: (text: string, standard: T) => T | undefined, write: (value: T, standard: T) => string}} Type
 */

/** @type {Type<string>} */
const text = {
  read: (text) => text.trim() || undefined,
  write: (value) => value,
};

/** @type {Type<number | null>} */
const count = {
  read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
  write: (value) => (value === null ? "" : String(value)),
};

/** @type {Type<boolean>} */
const flag = {
  read: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  write: (value) => (value ? "1" : "0"),
};

/**
 * @template {string | number} T
 * @param {readonly T[]} choices
 * @returns {Type<T>}
 */
const choice = (choices) => ({
  read: (text) => choices.find((value) => String(value) === text),
  write: (value) => String(value),
});

/**
 * Some of the choices, in their order; `none` when there are none.
 * @template {string} T
 * @param {readonly T[]} choices
 * @returns {Type<readonly T[]>}
 */
const some = (choices) => ({
  read: (text) => choices.filter((choice) => text.split(",").includes(choice)),
  write: (value) => value.join(",") || "none",
});

/** @type {Type<number>} */
const number = {
  read: (text) => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: (value) => String(value),
};

/** @type {Type<number>} */
const positive = {
  read: (text) => (Number(text) > 0 ? number.read(text, 1) : undefined),
  write: number.write,
};

/** The ends of sliders by name, as `x:-2:2,y:0:1`. @type {Type<Record<string, readonly [number, number]>>} */
const ends = {
  read(text, standard) {
    const read = { ...standard };
    for (const part of text.split(",")) {
      const [name, min, max] = part.split(":");
      if (name.trim() && Number.isFinite(Number(max)) && Number(min) < Number(max))
        read[name.trim()] = [Number(min), Number(max)];
    }
    return read;
  },
  write: (value) =>
    Object.entries(value)
      .map(([name, [min, max]]) => `${name}:${min}:${max}`)
      .join(","),
};

/** Numbers by name, as `x:0.5,y:2`; what equals the standard is left out. @type {Type<Values>} */
const values = {
  read(text, standard) {
    const read = { ...standard };
    for (const pair of text.split(",")) {
      const [name, number = ""] = pair.split(":");
      if (name.trim() && number.trim() && Number.isFinite(Number(number))) read[name.trim()] = Number(number);
    }
    return read;
  },
  write: (value, standard) =>
    Object.entries(value)
      .filter(([name, number]) => !Object.hasOwn(standard, name) || standard[name] !== number)
      .map(([name, number]) => `${name}:${number}`)
      .join(","),
};

export const SPEEDS = /** @type {const} */ ([0.25, 0.5, 1, 2]);
export const SHOWS = /** @type {const} */ (["formulas", "numbers", "formulas,numbers", "rules"]);
export const THEMES = /** @type {const} */ (["auto", "light", "dark", "paper"]);
export const LANGS = /** @type {const} */ (["ja", "en"]);

/** What a page can do without, from top to bottom. */
export const PARTS = /** @type {readonly Part[]} */ (
  "header input caption zoom transport result values panels plots share".split(" ")
);

/** The article's sigmoid figure. */
export const SIGMOID = "a = -1; n = a^2; z = n/(n + exp(a*x))";

/**
 * One row a parameter. A row's type fits its default; the table as a whole cannot say so.
 * `attribute`: what an element calls it, if not by its name; `page`: an element alone has no use for it.
 * @type {readonly {name: keyof State, type: Type<any>, default: any, attribute?: string, page?: true}[]}
 */
export const TABLE = [
  { name: "expr", type: text, default: SIGMOID, attribute: "expression" },
  { name: "at", type: values, default: { x: 0.5 } },
  { name: "open", type: text, default: "" },
  { name: "fold", type: text, default: "" },
  { name: "frame", type: count, default: null },
  { name: "show", type: choice(SHOWS), default: "formulas" },
  { name: "lang", type: choice(LANGS), default: "en" },
  { name: "speed", type: choice(SPEEDS), default: 1 },
  { name: "loop", type: flag, default: false },
  { name: "seed", type: number, default: 1 },
  { name: "range", type: ends, default: {}, page: true },
  { name: "theme", type: choice(THEMES), default: "auto", page: true },
  { name: "wrt", type: text, default: "", page: true },
  { name: "h", type: positive, default: 1e-3, page: true },
  { name: "node", type: text, default: "" },
  { name: "dashes", type: flag, default: false },
  { name: "hide", type: some(PARTS), default: [] },
];

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
 * @param {(name: keyof State) => string | null} lookup  the text of a parameter, null without one
 * @param {Partial<State>} [own]
 * @returns {State}
 */
export function readState(lookup, own = {}) {
  const standard = defaults(own);
  const read = TABLE.map(({ name, type }) => {
    const text = lookup(name);
    return [name, (text === null ? undefined : type.read(text, standard[name])) ?? standard[name]];
  });
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
  return TABLE.map(({ name, type }) => ({
    name,
    written: type.write(state[name], standard[name]),
    usual: type.write(standard[name], {}),
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
