/**
 * Numbers that look random and are the same for the same seed.
 *
 * What enters: a text. What leaves: a function that gives numbers from 0 up to 1.
 */

/**
 * @param {string} seed
 * @returns {() => number}
 */
export function randomOf(seed) {
  let state = 2166136261; // FNV-1a, then mulberry32
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
