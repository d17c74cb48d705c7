/**
 * Which keys a figure has, in a dialog.
 *
 * What enters: the body of a figure, the words. What leaves: a dialog while it is open.
 */

import { make } from "../typeset/markup.js";

/** @typedef {import("../words/words.js").Say} Say */

/** Keys, and the sentence that says what they do. */
const ANYWHERE = /** @type {const} */ ([
  [["←", "→"], "keysStep"],
  [["Home", "End"], "keysEnds"],
  [["Space"], "keysPlay"],
  [["Tab", "Enter"], "keysNode"],
  [["F"], "keysLecture"],
  [["?"], "keysHelp"],
]);
const ON_SCREEN = /** @type {const} */ ([
  [["Page Up", "Page Down", "Space"], "keysClicker"],
  [["0"], "keysWhole"],
  [["B"], "keysBlack"],
  [["Esc"], "keysLeave"],
]);

/**
 * @param {HTMLElement} body
 * @param {Say} say
 */
export function tellKeys(body, say) {
  const dialog = make(
    "dialog",
    { class: "keys", "aria-labelledby": "keys" },
    make("h2", { id: "keys" }, say("keysTitle")),
    list(say, ANYWHERE),
    make("h3", {}, say("keysLecture")),
    list(say, ON_SCREEN),
    make("form", { method: "dialog" }, make("button", {}, say("cardClose"))),
  );
  dialog.addEventListener("close", () => dialog.remove());
  body.append(dialog);
  dialog.showModal();
}

/**
 * @param {Say} say
 * @param {typeof ANYWHERE | typeof ON_SCREEN} rows
 */
function list(say, rows) {
  const terms = rows.flatMap(([keys, says]) => [
    make("dt", {}, ...keys.map((key) => make("kbd", {}, key))),
    make("dd", {}, say(says)),
  ]);
  return make("dl", {}, ...terms);
}
