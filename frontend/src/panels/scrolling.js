/**
 * Formulas do not break into lines: what holds one too long for it scrolls, and must then be within the keyboard's reach.
 *
 * What enters: elements on the page. What leaves: nothing; those that scroll take the focus, the others do not.
 */

/** @param {Iterable<HTMLElement>} elements */
export function reachable(elements) {
  const all = [...elements];
  const scrolls = all.map((element) => element.scrollWidth > element.clientWidth + 1);
  all.forEach((element, place) => {
    if (scrolls[place]) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  });
}
