/**
 * Where a sentence is of text and of what is set in it, a line could begin with the sign that closes what stands before it:
 * a browser breaks lines on both sides of mathematics, of a circle, of a button.
 *
 * What enters: the parts of a sentence. What leaves: the same, in which such a sign stays with what it closes.
 */

import { make } from "./markup.js";

/** The service has the same for its lessons (`lessons/document.py`). */
const CLOSING = /^[、。，．,.:;!?)」』）：；！？”’]+/u;

/**
 * @param {(Node | string)[]} parts
 * @returns {(Node | string)[]}
 */
export function together(parts) {
  return parts.flatMap((part, at) => {
    const [next, before] = [parts[at + 1], parts[at - 1]];
    if (typeof part === "string") return isSet(before) ? part.replace(CLOSING, "") : part;
    const [closing] = (typeof next === "string" && CLOSING.exec(next)) || [];
    return closing ? make("span", { class: "together" }, part, closing) : part;
  });
}

/** @param {Node | string | undefined} part */
function isSet(part) {
  return part !== undefined && typeof part !== "string";
}
