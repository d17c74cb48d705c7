/**
 * The keys of a figure: which presses are meant for it (none of those that a field or a control needs itself), and what
 * they do.
 *
 * What enters: keyboard events. What leaves: the key, or null; whether a press did something.
 */

/** @typedef {import("./element.js").KuroakaFigure} KuroakaFigure */

/** @type {Record<string, (figure: KuroakaFigure) => void>} */
const KEYS = {
  " ": (figure) => figure.toggle(),
  ArrowLeft: (figure) => figure.step(-1),
  ArrowRight: (figure) => figure.step(1),
  Home: (figure) => figure.scrub(0),
  End: (figure) => figure.scrub(figure.player.timeline.end),
  f: (figure) => figure.projector.toggle(),
  "?": (figure) => figure.help(),
};
/** Before a room: those of a clicker too. @type {typeof KEYS} */
const LECTURE = {
  ...KEYS,
  " ": (figure) => figure.step(1),
  PageUp: (figure) => figure.step(-1),
  PageDown: (figure) => figure.step(1),
  0: (figure) => figure.whole(),
  b: ({ store }) => store.set({ black: !store.state.black }, "reader"),
  Escape: (figure) => figure.projector.leave(),
};

/**
 * @param {KuroakaFigure} figure
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
export function pressKey(figure, event) {
  const key = figureKey(event)?.replace(/^[A-Z]$/, (letter) => letter.toLowerCase());
  const keys = figure.store.state.lecture ? LECTURE : KEYS;
  if (!key || !figure.drawing || !Object.hasOwn(keys, key)) return false;
  keys[key](figure);
  return true;
}

/**
 * @param {KeyboardEvent} event
 * @returns {string | null}
 */
export function figureKey(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return event.key;
  if (target.matches("textarea, select, [contenteditable], input:not(.scrubber)")) return null;
  if (target.closest("dialog[open]")) return null;
  if (event.key === " " && target.matches("button, a, summary")) return null;
  return event.key;
}
