/**
 * The figure as a widget of a notebook or a book: a front-end module as anywidget and MyST load it.
 *
 * What enters: a model with the rows of the state table, each of which the figure follows, and perhaps `carried`, the
 * answers that make a service unnecessary, or `service`, its address: a book copies this module to its own site, and asks
 * there if nobody says where else. What leaves: the figure; `frame`, `values`, `value` and `gradients` in the model.
 */

import "./embed.js";
import { Packed } from "../service/packed.js";
import { useService as askAt } from "../service/place.js";
import { ATTRIBUTES, readRow, TABLE } from "../state/state.js";
import { fontAt } from "../typeset/font.js";
import { make } from "../typeset/markup.js";

/** The rows that a widget has, and what they are called there: it has a method `open` of its own. */
const TRAITS = TABLE.filter(({ only }) => !only).map(
  ({ name }) => /** @type {const} */ ([name, name === "open" ? "opened" : ATTRIBUTES[name]]),
);

/**
 * @typedef {object} Model
 * @property {(name: string) => unknown} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, listener: () => void) => void} [on]
 * @property {(event: string, listener: () => void) => void} [off]
 */

/**
 * @param {{model: Model, el: HTMLElement}} place
 * @returns {() => void} what to call when it goes
 */
function render({ model, el }) {
  const figure = /** @type {import("../figure/element.js").KuroakaFigure} */ (
    make(/** @type {any} */ ("kuroaka-figure"))
  );
  const { store, session } = figure;
  /** What the model was told: no news when it comes back. @type {Record<string, unknown>} */
  const told = {};
  const tell = (/** @type {Record<string, unknown>} */ news) => {
    Object.assign(told, news);
    for (const [name, value] of Object.entries(news)) model.set(name, value);
    whereItCan(() => model.save_changes());
  };
  const service = model.get("service");
  if (service) for (const say of [askAt, fontAt]) say(String(service));
  const carry = () => {
    const carried = /** @type {import("../service/packed.js").Answers | undefined} */ (model.get("carried"));
    if (carried) session.client = new Packed(carried);
  };
  /** @type {Record<string, () => void>} */
  const heard = { carried: carry };
  for (const [name, trait] of TRAITS) {
    heard[trait] = () => {
      const value = model.get(trait);
      if (!Object.hasOwn(told, trait) || told[trait] !== value)
        store.set({ [name]: readRow(name, written(value)) }, "attributes");
    };
  }
  for (const listener of Object.values(heard)) listener();
  for (const [trait, listener] of Object.entries(heard)) model.on?.(`change:${trait}`, listener);
  figure.addEventListener("change", (event) => tell(/** @type {CustomEvent} */ (event).detail));
  figure.addEventListener("frame", (event) => tell({ frame: /** @type {CustomEvent} */ (event).detail.frame }));
  el.append(figure);
  return () => {
    figure.remove();
    for (const [trait, listener] of Object.entries(heard)) whereItCan(() => model.off?.(`change:${trait}`, listener));
  };
}

/**
 * MyST's model has what a notebook's has, but only throws there: it has nobody to tell.
 * @param {() => void} ask
 */
function whereItCan(ask) {
  try {
    ask();
  } catch {}
}

/**
 * A value of a model as an attribute has it.
 * @param {unknown} value
 * @returns {string | null}
 */
function written(value) {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(",");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}:${number}`)
    .join(",");
}

export default { render };
