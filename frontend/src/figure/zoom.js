/**
 * How a figure is seen: smaller, larger, all of its width, all of it, red in dashes, formulas by name, as a network; quiet
 * buttons below it.
 *
 * What enters: the words and what to do. What leaves: an element, and `dashed`, `named` and `viewed` to show how it is.
 */

import { button, make } from "../typeset/markup.js";

/** @typedef {import("../words/words.js").Say} Say */

const LARGER = "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z";
const SMALLER = "M5 11h14v2H5z";
/** A small graph with all of its frame. */
export const WHOLE = "M2 4h20v16H2zM4 6v12h16V6zM8 10a2 2 0 0 1 1.700 1h4.600a2 2 0 1 1 0 2H9.700A2 2 0 1 1 8 10z";
const WIDTH = "M3 4h2v16H3zM19 4h2v16h-2zM8.500 8v3h7V8l4 4-4 4v-3h-7v3l-4-4z";
const DASHES = "M3 7h18v2H3zM3 15h4v2H3zM10 15h4v2h-4zM17 15h4v2h-4z";
const NAMES = "M6 6h2v6q1.7-2 4-2 4 0 4 4.500V20h-2v-5.500q0-2.500-2.300-2.500Q8 12 8 15.500V20H6zM6 2h10v1.800H6z";
const NETWORK =
  "M5 4a3 3 0 1 1 2.300 5.400L7.500 14.600A3 3 0 1 1 5 14.700V9.200A3 3 0 0 1 5 4zM9 7l6 3.500v2L9 17v-2.300L13.500 11.700 9 9.200zM19 8.500a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400z";
const STEP = 1.25;

/**
 * @param {Say} say
 * @param {{zoom: (factor: number) => void, whole: () => void, wide: () => void, dashes: (dashed: boolean) => void,
 *   names: (named: boolean) => void, view: (network: boolean) => void}} commands
 */
export function zoomButtons(say, { zoom, whole, wide, dashes, names, view }) {
  const dash = button("dashes", say("zoomDashes"), DASHES, () => dashes(dash.ariaPressed !== "true"));
  const name = button("names", say("zoomNames"), NAMES, () => names(name.ariaPressed !== "true"));
  const network = button("network", say("zoomNetwork"), NETWORK, () => view(network.ariaPressed !== "true"));
  const element = make(
    "div",
    { class: "zoom", role: "group", "aria-label": say("zoom") },
    network,
    name,
    dash,
    button("smaller", say("zoomSmaller"), SMALLER, () => zoom(1 / STEP)),
    button("larger", say("zoomLarger"), LARGER, () => zoom(STEP)),
    button("wide", say("zoomWide"), WIDTH, wide),
    button("whole", say("zoomWhole"), WHOLE, whole),
  );
  return {
    element,
    /** @param {boolean} dashed */
    dashed(dashed) {
      dash.ariaPressed = String(dashed);
    },
    /** @param {boolean} drawn  @param {boolean} possible  whether it is a network */
    viewed(drawn, possible) {
      network.ariaPressed = String(drawn);
      network.hidden = !possible;
    },
    /** @param {boolean} named  @param {boolean} possible  whether the reader has named anything */
    named(named, possible) {
      name.ariaPressed = String(named);
      name.hidden = !possible;
    },
  };
}
