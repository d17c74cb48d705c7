/** The published types in plain TypeScript, and where the templates of Vue and Svelte look. Nothing here runs. */

import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";
import type { KuroakaFigureElement } from "../../../frontend/embed.js";

const figure: KuroakaFigureElement = document.createElement("kuroaka-figure");
figure.at = { x: 2 };
figure.addEventListener("change", ({ detail }) => detail.value.toFixed(2));
document.querySelector("kuroaka-figure")?.play();
// @ts-expect-error: there is no such kind of label
figure.show = "pictures";

type InVue = InstanceType<GlobalComponents["kuroaka-figure"]>["$props"];
export const vue: InVue = {
  expression: "x*y",
  at: { x: 2 },
  frame: 1,
  loop: true,
  class: ["wide"],
  onChange: ({ detail }) => detail.gradients.x,
  onFrame: ({ detail }) => detail.frames,
};
// @ts-expect-error: there is no such kind of label
vue.show = "pictures";

type InSvelte = SvelteHTMLElements["kuroaka-figure"];
export const svelte: InSvelte = {
  expression: "x*y",
  at: "x:2",
  speed: 0.5,
  dashes: "1",
  class: "wide",
  onchange: ({ detail }) => detail.gradients.x,
  onproblem: (event) => event.detail.kind === "refused" && event.preventDefault(),
};
// @ts-expect-error: there is no such kind of label
svelte.show = "pictures";
