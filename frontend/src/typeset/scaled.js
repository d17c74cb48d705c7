/**
 * A page may draw all that is in it larger or smaller, by `transform` or `zoom`, as decks of slides do. Then places in the
 * window (pointers, `getBoundingClientRect`) are of other pixels than lengths (`clientWidth`, scrolling, styles).
 *
 * What enters: an element. What leaves: how many pixels of the window one of its own is.
 */

/**
 * @param {HTMLElement} element
 * @returns {number} 1 for what is not shown
 */
export function scaledBy(element) {
  return element.offsetWidth ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}

/**
 * Scrolls at once by so far in the window.
 * @param {HTMLElement} box
 * @param {number} left
 * @param {number} top
 */
export function scrollWithin(box, left, top) {
  const scaled = scaledBy(box);
  box.scrollBy({ left: left / scaled, top: top / scaled, behavior: "instant" });
}
