/**
 * The kinds of value that a row of the state can have: how each is read from the text of a link or an attribute, and
 * written to it. They read what the service's kinds read (`kuroaka/asked/kinds.py`); tests/contract holds the two together.
 *
 * What enters: text. What leaves: a value, undefined for text that is none; and back again.
 */

/** @typedef {import("../service/contract.js").Values} Values */

/**
 * `standard` is the default of the row, which a point of numbers by name is read over.
 * @template T
 * @typedef {{read: (text: string, standard: T) => T | undefined, write: (value: T, standard: T) => string}} Kind
 */

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** Names in a list. */
const MOST = 64;
/** A switch without a value is on, as in HTML. */
const ON = ["", "1", "true", "yes", "on"];
const OFF = ["0", "false", "no", "off"];

/**
 * @param {string} [written]
 * @returns {number} NaN for what is no finite number
 */
function decimal(written = "") {
  const number = NUMBER.test(written.trim()) ? Number(written) : Number.NaN;
  return Number.isFinite(number) ? number : Number.NaN;
}

/** @type {Kind<string>} */
export const text = {
  read: (text) => text.trim() || undefined,
  write: (value) => value,
};

/** @type {Kind<number>} */
export const number = {
  read: (text) => (Number.isNaN(decimal(text)) ? undefined : decimal(text)),
  write: (value) => String(value),
};

/** @type {Kind<number>} */
export const positive = {
  read: (text) => (decimal(text) > 0 ? decimal(text) : undefined),
  write: number.write,
};

/** @type {Kind<number | null>} */
export const count = {
  read: (text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined),
  write: (value) => (value === null ? "" : String(value)),
};

/** @type {Kind<boolean>} */
export const flag = {
  read(text) {
    const word = text.trim().toLowerCase();
    return ON.includes(word) ? true : OFF.includes(word) ? false : undefined;
  },
  write: (value) => (value ? "1" : "0"),
};

/**
 * @template {string | number} T
 * @param {readonly T[]} choices
 * @returns {Kind<T>}
 */
export const choice = (choices) => ({
  read: (text) => choices.find((value) => String(value) === text.trim()),
  write: (value) => String(value),
});

/**
 * One of some sets of words; in which order they are said does not matter.
 * @template {string} T
 * @param {readonly T[]} choices  each with its words in one order, separated by commas
 * @returns {Kind<T>}
 */
export const together = (choices) => {
  const sorted = (/** @type {string} */ text) => String([...new Set(namesOf(text))].sort());
  return { read: (text) => choices.find((value) => sorted(value) === sorted(text)), write: (value) => value };
};

/**
 * A list of names, so many at most.
 * @param {number} [most]
 * @returns {Kind<string>}
 */
export const names = (most = MOST) => ({
  read(text) {
    const names = namesOf(text);
    return names.length && names.length <= most ? names.join(",") : undefined;
  },
  write: (value) => value,
});

/**
 * Some of the choices, in their order; `none` when there are none.
 * @template {string} T
 * @param {readonly T[]} choices
 * @returns {Kind<readonly T[]>}
 */
export const some = (choices) => ({
  read: (text) => choices.filter((choice) => namesOf(text).includes(choice)),
  write: (value) => value.join(",") || "none",
});

/** The ends of sliders by name, as `x:-2:2,y:0:1`. @type {Kind<Record<string, readonly [number, number]>>} */
export const ends = {
  read(text, standard) {
    const read = new Map(Object.entries(standard));
    for (const part of text.split(",")) {
      const [name, min, max] = part.split(":");
      if (name.trim() && decimal(min) < decimal(max)) read.set(name.trim(), [decimal(min), decimal(max)]);
    }
    return Object.fromEntries(read);
  },
  write: (value) =>
    Object.entries(value)
      .map(([name, [min, max]]) => `${name}:${min}:${max}`)
      .join(","),
};

/** Numbers by name, as `x:0.5,y:2`; what equals the standard is left out. @type {Kind<Values>} */
export const point = {
  read(text, standard) {
    const read = new Map(Object.entries(standard));
    for (const pair of text.split(",")) {
      const [name, number] = pair.split(":");
      if (name.trim() && !Number.isNaN(decimal(number))) read.set(name.trim(), decimal(number));
    }
    return Object.fromEntries(read);
  },
  write: (value, standard) =>
    Object.entries(value)
      .filter(([name, number]) => !Object.hasOwn(standard, name) || standard[name] !== number)
      .map(([name, number]) => `${name}:${number}`)
      .join(","),
};

/**
 * The names of a list in a link.
 * @param {string} list
 */
function namesOf(list) {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
