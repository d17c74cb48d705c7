/**
 * The link of an exercise: a figure whose red values are to be filled in. Its values are drawn anew, so that slips show.
 *
 * What enters: a state. What leaves: the query.
 */

import { defaults, writeState } from "./state.js";

/** @param {import("./state.js").State} state */
export function writeExercise({ expr, syntax, output, derivative, open, view, lang }) {
  const asked = { ...defaults(), expr, syntax, output, derivative, open, view, lang };
  return `${writeState(asked)}&exercise=red`;
}
