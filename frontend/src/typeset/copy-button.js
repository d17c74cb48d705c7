/**
 * A button that puts a text on the clipboard, and says so for a moment.
 *
 * What enters: the words, what the button says, the text when it is pressed. What leaves: the button, and an element that
 * says it to those who do not see it.
 */

import { make } from "./markup.js";

/** Milliseconds that "copied" is shown. */
const MOMENT = 2000;

/**
 * @param {import("../words/words.js").Say} say
 * @param {string} word
 * @param {() => string} text
 */
export function copyButton(say, word, text) {
  const said = make("span", { class: "unseen", role: "status" });
  const button = make("button", { type: "button", class: "plain" }, word);
  const tell = (/** @type {string} */ key) => {
    said.textContent = say(key);
    button.textContent = say(key);
    setTimeout(() => {
      said.textContent = "";
      button.textContent = word;
    }, MOMENT);
  };
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text()).then(
      () => tell("copied"),
      () => tell("copyFailed"),
    );
  });
  return { button, said };
}
