/** The published types, read by the type checker beside the class that they describe. Nothing here runs. */

import { KuroakaFigure } from "../../frontend/src/figure/element.js";

/** @type {import("../../frontend/embed.js").KuroakaFigureElement} */
const figure = new KuroakaFigure();
figure.seek(2);
figure.addEventListener("change", ({ detail }) => detail.gradients.x.toFixed(3));
figure.addEventListener("frame", ({ detail }) => detail.frames - detail.frame);
figure.addEventListener("problem", (event) => event.detail.faults.map(({ hint }) => hint));
// @ts-expect-error: frames are numbers
figure.seek("2");
// @ts-expect-error: there is no such detail
figure.addEventListener("frame", ({ detail }) => detail.values);
