/** The published types, read by the type checker beside the class that they describe. Nothing here runs. */

import { KuroakaFigure } from "../../frontend/src/figure/element.js";

/**
 * @typedef {import("../../frontend/embed.js").KuroakaFigureElement} Element
 * @typedef {import("../../frontend/embed.js").FigureProperties} Properties
 * @typedef {import("../../frontend/src/state/state.js").State} State
 * @typedef {Omit<State, "expr" | "frame" | "animate" | "lang" | "range" | "theme" | "wrt" | "h" | "paper"> & {expression: string}} Rows
 */

/** The properties are made from the table. @type {Omit<Element, keyof Properties>} */
const made = new KuroakaFigure();
/** What is read has the types of the rows. @type {(rows: Rows) => Properties} */
export const read = (rows) => rows;
/** Every row is there. @type {(properties: Properties) => Record<keyof Rows, unknown>} */
export const every = (properties) => properties;
const figure = /** @type {Element} */ (made);
figure.at = { x: 2 };
figure.at = "x:2";
figure.frame = null;
figure.seek(2);
figure.addEventListener("change", ({ detail }) => detail.gradients.x.toFixed(3));
figure.addEventListener("frame", ({ detail }) => detail.frames - detail.frame);
figure.addEventListener("problem", (event) => event.detail.faults.map(({ hint }) => hint));
figure.addEventListener("problem", ({ detail }) => detail.kind === "refused" && detail.status);
figure.addEventListener("select", ({ detail }) => detail.id.startsWith("e"));
figure.addEventListener("point", ({ detail }) => detail.id?.length);
figure.addEventListener("reload", (event) => event.preventDefault());
// @ts-expect-error: frames are numbers
figure.seek("2");
// @ts-expect-error: there is no such kind of label
figure.show = "pictures";
// @ts-expect-error: there is no such detail
figure.addEventListener("frame", ({ detail }) => detail.values);
