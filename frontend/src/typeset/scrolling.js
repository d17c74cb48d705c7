/**
 * Formulas do not break into lines: what holds one too long for it scrolls, and must then be within the keyboard's reach.
 *
 * What enters: elements, on the page or soon to be. What leaves: nothing; those that scroll take the focus, the others do
 * not. Sizes are looked at when the browser has just made them: to ask for them would have it lay out the page at once.
 */

/** Of what is watched the box it tells about: itself, or what it is inside of. @type {WeakMap<Element, HTMLElement>} */
const boxes = new WeakMap();

const sizes = new ResizeObserver((entries) => {
  for (const box of new Set(entries.map(({ target }) => boxes.get(target)))) {
    if (!box) continue;
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});

/** @param {Iterable<HTMLElement>} elements */
export function reachable(elements) {
  for (const box of elements)
    for (const watched of [box, ...box.children]) {
      boxes.set(watched, box);
      sizes.observe(watched);
    }
}
