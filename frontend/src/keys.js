/**
 * Which key presses are meant for a figure: none of those that a field or a control needs itself.
 *
 * What enters: a keyboard event. What leaves: the key, or null.
 */

/**
 * @param {KeyboardEvent} event
 * @returns {string | null}
 */
export function figureKey(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return event.key;
  if (target.matches("textarea, select, [contenteditable], input:not(.scrubber)")) return null;
  if (event.key === " " && target.matches("button, a, summary")) return null;
  return event.key;
}
