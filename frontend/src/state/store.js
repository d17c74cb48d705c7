/**
 * The one owner of what a figure shows: everybody else reads here, writes here, and is told here what is another.
 *
 * What enters: rows of the state, a layer at a time. What leaves: `state`, and calls with the names of the rows that
 * changed. A row is what the reader chose, else what the element or the link says, else the default of this place; so an
 * attribute that changes touches its own row and none of the reader's other choices.
 */

import { defaults } from "./state.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {{[Name in keyof State]?: State[Name] | undefined}} Rows  undefined: the layer says nothing about it any more
 * @typedef {"defaults" | "attributes" | "reader"} Layer
 * @typedef {(changed: ReadonlySet<keyof State>, layer: Layer) => void} Listener
 */

export class Store {
  /** Not to be written to. @type {Readonly<State>} */
  state = Object.freeze(defaults());
  /** From below. @type {Record<Layer, Rows>} */
  #layers = { defaults: {}, attributes: {}, reader: {} };
  /** @type {Set<{rows: readonly (keyof State)[], listener: Listener}>} */
  #listeners = new Set();

  /**
   * The only way to write. What is said of the element, or in its link, anew: the reader's choice of those rows is
   * forgotten.
   * @param {Rows} rows
   * @param {Layer} layer
   */
  set(rows, layer) {
    const names = /** @type {(keyof State)[]} */ (Object.keys(rows));
    const { reader } = this.#layers;
    if (layer === "attributes") for (const name of names) delete reader[name];
    Object.assign(this.#layers[layer], rows);
    for (const name of names) if (rows[name] === undefined) delete this.#layers[layer][name];
    const before = this.state;
    const { defaults: own, attributes } = this.#layers;
    this.state = Object.freeze(/** @type {State} */ ({ ...defaults(), ...own, ...attributes, ...reader }));
    this.#tell(new Set(names.filter((name) => !same(before[name], this.state[name]))), layer);
  }

  /**
   * Tells of rows as if they were others, for what they stand for is another.
   * @param {readonly (keyof State)[]} rows
   */
  again(rows) {
    this.#tell(new Set(rows), "defaults");
  }

  /**
   * @param {ReadonlySet<keyof State>} changed
   * @param {Layer} layer
   */
  #tell(changed, layer) {
    for (const { rows, listener } of changed.size ? [...this.#listeners] : [])
      if (rows.some((name) => changed.has(name))) listener(changed, layer);
  }

  /**
   * @param {readonly (keyof State)[]} rows
   * @param {Listener} listener  called when one of them is another, at once
   */
  on(rows, listener) {
    this.#listeners.add({ rows, listener });
  }
}

/**
 * Whether two values of a row are equal.
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
function same(one, other) {
  if (Object(one) !== one || Object(other) !== other) return Object.is(one, other);
  const [left, right] = [Object.entries(Object(one)), new Map(Object.entries(Object(other)))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
