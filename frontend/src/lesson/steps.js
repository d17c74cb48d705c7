/**
 * The steps of a lesson, read from its document, which the service has filled with words, mathematics and numbers.
 *
 * What enters: the document. What leaves: for each step what is said, the states of its figures, and what can be done there.
 */

import { readState } from "../state/state.js";
import { upgrade } from "../state/versions.js";

/**
 * @typedef {import("../state/state.js").State} State
 *
 * @typedef {{state: State, answers: import("../service/packed.js").Answers | null}} Shown  `answers`: those that a file carries
 *
 * @typedef {{of: "red" | "black" | "both", blank: readonly string[]}} Asked  which lines; those of names, or all
 *
 * @typedef {object} Step
 * @property {string} heading  which of how many it is
 * @property {HTMLElement} says
 * @property {Shown[]} figures  one, or two side by side
 * @property {string[]} moves  names that have a slider here
 * @property {string[]} frozen  names that count as constants here
 * @property {string} curve  the input whose curve is shown, empty for none
 * @property {Asked | null} exercise  whose lines are blank
 */

/** A figure of a lesson goes where the lesson goes: it needs no controls of its own. */
const HIDDEN = /** @type {State["hide"]} */ (["zoom", "transport"]);

/**
 * @param {Document} document
 * @returns {Step[]}
 */
export function stepsOf(document) {
  const file = carried(document);
  let figure = 0;
  const lang = /** @type {State["lang"]} */ (document.documentElement.lang);
  return [...document.querySelectorAll("section.step")].map((section) => {
    const { moves, frozen, curve, exercise, blank } = /** @type {HTMLElement} */ (section).dataset;
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (section.querySelectorAll("a.shown"));
    return {
      heading: section.ariaLabel ?? "",
      says: /** @type {HTMLElement} */ (section.querySelector("p")?.cloneNode(true)),
      figures: [...links].map(({ search }) => {
        const query = upgrade(new URLSearchParams(search));
        const state = readState((name) => query.get(name), { lang, hide: HIDDEN });
        // Of what is asked for nothing is said, and the whole figure stands there.
        /** @type {State} */
        const asked = {
          ...state,
          frame: exercise === "black" ? state.frame : null,
          animate: false,
          hide: [...state.hide, "caption"],
        };
        return { state: exercise ? asked : state, answers: file?.answers(figure++) ?? null };
      }),
      moves: list(moves),
      frozen: list(frozen),
      curve: curve ?? "",
      exercise: exercise ? { of: /** @type {Asked["of"]} */ (exercise), blank: list(blank) } : null,
    };
  });
}

/** @param {string} [written] */
function list(written) {
  return written ? written.split(",") : [];
}

/**
 * What a file carries: the mistakes people make, and the answers for its figures, by their places in it.
 * @param {Document} document
 */
export function carried(document) {
  const written = document.querySelector("script.carried")?.textContent;
  if (!written) return null;
  const { slips, operations, drawings, places } = JSON.parse(written);
  /** @param {number} figure */
  const answers = (figure) => ({ query: "", operations, ...drawings[places[figure]] });
  return { slips, answers };
}
