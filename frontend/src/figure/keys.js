/**
 * The keys of a figure: which presses are meant for it (none of those that a field or a control needs itself), and what
 * they do. One that would do nothing, as no step is left, is not its own.
 *
 * What enters: keyboard events. What leaves: the key, or null; whether a press did something; whether a control needs it.
 */

/** @typedef {import("./element.js").KuroakaFigure} KuroakaFigure */

/** @type {Record<string, (figure: KuroakaFigure) => void>} */
const BACK = {
  ArrowLeft: (figure) => figure.step(-1),
  Home: (figure) => figure.scrub(0),
};
/** @type {typeof BACK} */
const AHEAD = {
  ArrowRight: (figure) => figure.step(1),
  End: (figure) => figure.scrub(figure.player.timeline.end),
};
/** @type {typeof BACK} */
const KEYS = {
  ...BACK,
  ...AHEAD,
  " ": (figure) => figure.toggle(),
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
  const { time, timeline } = figure.player;
  if (Object.hasOwn(BACK, key) && time <= 0) return false;
  if (Object.hasOwn(AHEAD, key) && time >= timeline.end) return false;
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

/**
 * Whether the field or the control that has the focus needs a press itself, as browsers have it.
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
export function usesKey(event) {
  const [target] = event.composedPath();
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Escape" || event.key === "Tab") return false;
  if (target.matches("button, a, summary, [role=button]")) return event.key === " " || event.key === "Enter";
  if (target.matches(".scrubber")) return false;
  if (target.matches("textarea, select, input, [contenteditable]")) return true;
  const { scrollTop, scrollHeight, clientHeight } = target;
  if (["ArrowUp", "PageUp"].includes(event.key)) return scrollTop > 0;
  return ["ArrowDown", "PageDown"].includes(event.key) && scrollTop + clientHeight < scrollHeight;
}
