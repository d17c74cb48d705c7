/**
 * The figure as a package of npm: it registers the element, where there are elements, and says whom figures ask.
 *
 * What enters: the address of a service, or the answers that make one unnecessary. What leaves: figures.
 */

import "./embed.js";
import { KuroakaFigure as Figure } from "../figure/element.js";
import { Packed } from "../service/packed.js";
import { useService as use } from "../service/place.js";
import { ATTRIBUTES, TABLE } from "../state/state.js";

export const KuroakaFigure = Figure;
export const useService = use;

/**
 * Gives a figure its answers, so that it asks nobody: `kuroaka export answers` writes them.
 * @template {import("../figure/element.js").KuroakaFigure} Element
 * @param {Element} figure
 * @param {import("../service/packed.js").Answers} answers
 */
export function carry(figure, answers) {
  figure.session.client = new Packed(answers);
  const query = new URLSearchParams(answers.query);
  for (const { name, only } of TABLE) {
    const written = query.get(name);
    if (written && !only) figure.setAttribute(ATTRIBUTES[name], written);
  }
  return figure;
}
