/**
 * Words that a learner may not know: dotted, with one sentence on tap, key and hover, the same wherever they stand.
 *
 * What enters: the words, a text. What leaves: the text with its terms made into buttons.
 */

import { make } from "./markup.js";
import { scaledBy } from "./scaled.js";

/** @typedef {import("../words/words.js").Say} Say */

/** The key of what stands in a text, and of what is said of it; where one is part of another the longer comes first. */
const TERMS = /** @type {const} */ ([
  ["termLocal", "termLocalSays"],
  ["termUpstream", "termUpstreamSays"],
  ["termGradient", "termGradientSays"],
  ["termBranch", "termBranchSays"],
]);
/** Between a term and its sentence, and from the edge of the window, in pixels. */
const GAP = 6;

/**
 * A text in which each term is dotted where it first stands.
 * @param {Say} say
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function withTerms(say, text) {
  for (const [key, says] of TERMS) {
    const at = text.toLowerCase().indexOf(say(key));
    if (at < 0) continue;
    const end = at + say(key).length + (/^[a-z]*/.exec(text.slice(at + say(key).length))?.[0].length ?? 0); // a plural
    return [
      ...withTerms(say, text.slice(0, at)),
      term(text.slice(at, end), say(says)),
      ...withTerms(say, text.slice(end)),
    ].filter(Boolean);
  }
  return [text];
}

/**
 * @param {Node | string} what
 * @param {string} sentence
 * @param {string} [heard]  its name, if mathematics is what is seen
 */
export function term(what, sentence, heard = "") {
  const named = { "aria-label": heard || false, "aria-description": sentence };
  const button = make("button", { type: "button", class: "term", ...named }, what);
  const show = () => open(button, sentence);
  button.addEventListener("click", show);
  button.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") show();
  });
  button.addEventListener("focus", () => {
    if (button.matches(":focus-visible")) show();
  });
  button.addEventListener("blur", close);
  return button;
}

/** Made with the first sentence: where this is only loaded there may be no document. @type {HTMLElement | undefined} */
let bubble;
/** Whose sentence is seen. @type {HTMLElement | null} */
let shown = null;

/**
 * @param {HTMLElement} button
 * @param {string} sentence
 */
function open(button, sentence) {
  bubble ??= make("p", { class: "term-says", popover: "manual", "aria-hidden": "true" }); // heard as the description
  (button.closest(".body") ?? button.ownerDocument.body).append(bubble);
  bubble.textContent = sentence;
  bubble.showPopover();
  shown = button;
  place();
  addEventListener("pointermove", leave);
  addEventListener("pointerdown", leave);
  addEventListener("keydown", leave, { capture: true });
  addEventListener("scroll", place, { capture: true });
}

/** Beside its term, within the window. */
function place() {
  if (!shown || !bubble) return;
  const { left, top, bottom, width } = shown.getBoundingClientRect();
  const { width: wide, height: high } = bubble.getBoundingClientRect();
  const most = document.documentElement.clientWidth - wide - GAP;
  const fits = bottom + GAP + high < innerHeight;
  const scaled = scaledBy(bubble);
  bubble.style.left = `${Math.max(Math.min(left + (width - wide) / 2, most), GAP) / scaled}px`;
  bubble.style.top = `${(fits ? bottom + GAP : top - GAP - high) / scaled}px`;
}

function close() {
  shown = null;
  if (bubble?.isConnected) bubble.hidePopover();
  removeEventListener("pointermove", leave);
  removeEventListener("pointerdown", leave);
  removeEventListener("keydown", leave, { capture: true });
  removeEventListener("scroll", place, { capture: true });
}

/**
 * The pointer is elsewhere, or the term is gone; the key that closes it does nothing else.
 * @param {Event} event
 */
function leave(event) {
  const { type } = event;
  if (event instanceof KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  } else if (!shown?.isConnected || !event.composedPath().includes(shown)) {
    if (type === "pointerdown" || !shown?.matches(":focus-visible")) close();
  }
}
