/**
 * Links of every version: one that was copied long ago goes on working.
 *
 * What enters: the parameters of a link. What leaves: the same as today's version writes them. A link says its version as
 * `v`; one without is of the first, so that links stay short as long as nothing had to change.
 */

import { PRINTS } from "./state.js";

/**
 * What makes a link of one version one of the next: the first step turns version 1 into 2. A parameter that is renamed,
 * or read in another way, gets a step here; one that is only added needs none.
 * @type {readonly ((query: URLSearchParams) => void)[]}
 */
const STEPS = [];

/**
 * What is renamed and tells by what it says that it is old needs no version: which frames are printed was once `paper`,
 * which now has other words.
 * @param {URLSearchParams} query
 */
function rename(query) {
  const printed = PRINTS.find((choice) => choice === query.get("paper"));
  if (!printed) return;
  query.delete("paper");
  query.set("print", printed);
}

/**
 * @param {URLSearchParams} query
 * @param {typeof STEPS} [steps]
 */
export function upgrade(query, steps = STEPS) {
  rename(query);
  const version = Number(query.get("v") ?? 1);
  for (const step of steps.slice(Math.max(version - 1, 0) || 0)) step(query);
  query.delete("v");
  return query;
}

/**
 * Says the version, if it is not the first.
 * @param {string} query  as the state writes it
 * @param {typeof STEPS} [steps]
 */
export function stamp(query, steps = STEPS) {
  return query && steps.length ? `${query}&v=${steps.length + 1}` : query;
}
