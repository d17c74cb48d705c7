/**
 * The figure as a widget of a notebook or a book: a front-end module as anywidget and MyST load it.
 *
 * What enters: a model with the parameters of the state table by their attributes' names, and perhaps `carried`, the answers
 * that make a service unnecessary. What leaves: the figure; `frame`, `values`, `value` and `gradients` in the model.
 */

import "./embed.js";
import { Packed } from "../service/packed.js";
import { ATTRIBUTES, readState } from "../state/state.js";
import { make } from "../typeset/markup.js";

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
  const read = (keep = false) => {
    const carried = /** @type {import("../service/packed.js").Answers | undefined} */ (model.get("carried"));
    if (carried) figure.session.client = new Packed(carried);
    figure.open(
      readState((name) => written(model.get(ATTRIBUTES[name])), { at: {} }),
      { keep },
    );
  };
  const begin = () => read();
  const follow = () => read(true); // other numbers, or other labels, in the figure that plays
  const tell = (/** @type {Record<string, unknown>} */ news) => {
    for (const [name, value] of Object.entries(news)) model.set(name, value);
    model.save_changes();
  };
  figure.addEventListener("change", (event) => tell(/** @type {CustomEvent} */ (event).detail));
  figure.addEventListener("frame", (event) => tell({ frame: /** @type {CustomEvent} */ (event).detail.frame }));
  const heard = { expression: begin, lang: begin, at: follow, show: follow, carried: follow };
  for (const [name, listener] of Object.entries(heard)) model.on?.(`change:${name}`, listener);
  el.append(figure);
  read();
  return () => {
    for (const [name, listener] of Object.entries(heard)) model.off?.(`change:${name}`, listener);
    figure.remove();
  };
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
