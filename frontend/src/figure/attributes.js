/**
 * An element whose attributes, properties and store say the same: an attribute is a row of the store, a property of the
 * same name reads the store and writes the attribute. So frameworks can set either, in any order, before the class is
 * known or after.
 *
 * What enters: attributes, properties. What leaves: rows in the store's layer of attributes.
 */

import { ATTRIBUTES, OF_ELEMENT, readRow } from "../state/state.js";
import { Store } from "../state/store.js";

/** @typedef {import("../state/state.js").State} State */

/** On a server that writes pages there are no elements; the class can be loaded there all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class Attributed extends Base {
  static observedAttributes = OF_ELEMENT.map(({ name }) => ATTRIBUTES[name]);

  static {
    for (const { name } of OF_ELEMENT) define(Attributed.prototype, name);
  }

  store = new Store();

  /** What was set while nobody knew the class hides its properties. */
  connectedCallback() {
    for (const name of Attributed.observedAttributes) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /**
   * @param {string} attribute
   * @param {string | null} before
   * @param {string | null} written
   */
  attributeChangedCallback(attribute, before, written) {
    const row = OF_ELEMENT.find(({ name }) => ATTRIBUTES[name] === attribute);
    if (row && before !== written) this.store.set({ [row.name]: readRow(row.name, written) }, "attributes");
  }
}

/**
 * Writes an attribute; none for null and undefined, as frameworks mean them.
 * @param {Attributed} element
 * @param {keyof State} name
 * @param {unknown} value  of the row, or its text
 */
export function reflect(element, name, value) {
  const attribute = ATTRIBUTES[name];
  const kind = OF_ELEMENT.find((row) => row.name === name)?.kind;
  if (value === null || value === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, typeof value === "string" ? value : (kind?.write(value, {}) ?? ""));
}

/**
 * The property of a row. `lang` the browser has already; its method `animate` stays, and setting it sets the attribute.
 * @param {Attributed} prototype
 * @param {keyof State} name
 */
function define(prototype, name) {
  const attribute = ATTRIBUTES[name];
  const method = attribute === "animate" ? prototype.animate : undefined;
  if (attribute === "lang") return;
  Object.defineProperty(prototype, attribute, {
    configurable: true,
    enumerable: true,
    get() {
      return method ?? this.store.state[name];
    },
    set(value) {
      reflect(this, name, value);
    },
  });
}
