/**
 * What hands do to a figure: a swipe to the side steps, two fingers or the wheel with Ctrl zoom, a mouse drags.
 *
 * What enters: the box the figure stands in, what to do. What leaves: nothing. Scrolling stays the browser's: a swipe
 * counts only where the box cannot scroll any further that way.
 */

import { scrollWithin } from "../typeset/scaled.js";

/** Least way of a swipe, in pixels, and its longest time, in milliseconds. */
const SWIPE = 48;
const QUICK = 600;
/** How far a mouse may wander in a click. */
const STILL = 4;

/**
 * @typedef {object} Doings
 * @property {(way: 1 | -1) => void} swipe  1: to the left, onward
 * @property {(factor: number, x: number, y: number) => void} zoom  about a place of the window
 */

/**
 * @param {HTMLElement} box
 * @param {Doings} doings
 */
export function listen(box, { swipe, zoom }) {
  /** @type {{x: number, y: number, time: number, room: [boolean, boolean]} | null} where one finger came down */
  let start = null;
  /** How far apart two fingers were. */
  let apart = 0;

  box.addEventListener(
    "touchstart",
    ({ touches, timeStamp }) => {
      start = null;
      if (touches.length === 2) apart = distance(touches);
      if (touches.length !== 1) return;
      const before = box.scrollLeft > 1;
      const behind = box.scrollLeft < box.scrollWidth - box.clientWidth - 1;
      start = { x: touches[0].clientX, y: touches[0].clientY, time: timeStamp, room: [before, behind] };
    },
    { passive: true },
  );
  box.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      const [one, other] = event.touches;
      const now = distance(event.touches);
      if (apart) zoom(now / apart, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
      apart = now;
    },
    { passive: false },
  );
  box.addEventListener("touchend", ({ changedTouches, timeStamp }) => {
    if (!start || timeStamp - start.time > QUICK) return;
    const way = swipeOf(changedTouches[0].clientX - start.x, changedTouches[0].clientY - start.y);
    if (way && !start.room[way > 0 ? 1 : 0]) swipe(way);
    start = null;
  });

  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / (event.deltaMode ? 6 : 200)), event.clientX, event.clientY);
    },
    { passive: false },
  );
  drag(box);
}

/**
 * A mouse takes hold of a figure that is larger than its box.
 * @param {HTMLElement} box
 */
function drag(box) {
  /** @type {{x: number, y: number} | null} */
  let from = null;
  let moved = false;
  box.addEventListener("pointerdown", ({ pointerType, button, clientX, clientY }) => {
    const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    from = pointerType === "mouse" && button === 0 && scrolls ? { x: clientX, y: clientY } : null;
    moved = false;
  });
  box.addEventListener("pointermove", ({ buttons, pointerId, clientX, clientY }) => {
    if (!from || !buttons) return;
    if (!moved && Math.hypot(clientX - from.x, clientY - from.y) < STILL) return;
    if (!moved) box.setPointerCapture(pointerId);
    moved = true;
    scrollWithin(box, from.x - clientX, from.y - clientY);
    from = { x: clientX, y: clientY };
  });
  box.addEventListener("pointerup", () => {
    from = null;
  });
  // What ends a drag is no click on the node under the mouse.
  box.addEventListener("click", (event) => moved && event.stopPropagation(), { capture: true });
}

/**
 * @param {number} x  pixels to the right
 * @param {number} y
 * @returns {1 | -1 | 0} onward, back, or no swipe
 */
export function swipeOf(x, y) {
  if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return 0;
  return x < 0 ? 1 : -1;
}

/** @param {TouchList} touches */
function distance([one, other]) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
