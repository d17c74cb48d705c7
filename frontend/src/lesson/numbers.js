/**
 * The numbers in the words of a step: they say what the figure says, also while a slider moves.
 *
 * What enters: the words, which figure is another, its session. What leaves: the words, with its numbers written anew.
 */

import { mathml } from "../typeset/mathml.js";
import { numberMath, printNumber } from "../typeset/numerals.js";

/**
 * @param {HTMLElement} says
 * @param {number} figure
 * @param {import("../figure/session.js").Session} session
 */
export function follow(says, figure, { graph, lines, result }) {
  if (!graph || !result) return;
  const places = new Map(graph.nodes.map(({ id }, place) => [id, place]));
  for (const span of /** @type {NodeListOf<HTMLElement>} */ (says.querySelectorAll(".computed"))) {
    if (Number(span.dataset.figure ?? 0) !== figure) continue;
    const [kind, id] = (span.dataset.of ?? "").split(" ");
    const columns = { value: result.values, adjoint: result.adjoints, contribution: result.contributions };
    const column = columns[/** @type {keyof typeof columns} */ (kind)];
    const number = column?.[(kind === "contribution" ? lines : places).get(id) ?? -1];
    if (number !== undefined) span.replaceChildren(mathml(numberMath(printNumber(number))));
  }
}
