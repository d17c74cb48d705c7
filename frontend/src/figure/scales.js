/**
 * How large a figure stands: all of it, if that can be read; before a room from the last row.
 *
 * What enters: the sizes of a figure and its box. What leaves: a scale.
 */

/** How high a digit is to be for a room to read it, of the shorter side of the screen. */
const FROM_THE_LAST_ROW = 0.04;

/**
 * @typedef {object} Scales
 * @property {number} readable  below it exponents cannot be read: the figure's text is 17 units high
 * @property {number} comfortable  once a figure has to scroll anyway it may as well be so large
 * @property {number} largest  a small figure is not blown up beyond this
 * @property {number} filling  or, to fill the least height of its box, beyond that
 * @property {number} closest  how far the reader can zoom
 */

/** @type {Scales} */
export const AT_A_DESK = { readable: 0.72, comfortable: 1, largest: 1.5, filling: 3, closest: 4 };

/**
 * Of a figure that is shown to a room.
 * @param {number} digit  the height of its smallest ones
 * @param {number} side  the shorter one of the screen, in pixels
 * @returns {Scales}
 */
export function inARoom(digit, side) {
  const least = (FROM_THE_LAST_ROW * side) / digit;
  return { readable: least, comfortable: least, largest: 2 * least, filling: 2 * least, closest: 4 * least };
}

/**
 * @param {{width: number, height: number}} figure
 * @param {{width: number, height: number}} box
 * @param {Scales} [scales]
 * @returns {number} the scale
 */
export function fit(figure, box, { readable, comfortable, largest } = AT_A_DESK) {
  const whole = Math.min(box.width / figure.width, box.height / figure.height, largest);
  if (whole >= readable) return whole;
  return Math.min(Math.max(box.height / figure.height, readable), comfortable);
}
