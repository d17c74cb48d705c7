/**
 * What a learner has done in a lesson, kept where there is a place for it: by the course system that the lesson is a package
 * of, else in the link and on this machine, where that is allowed; and told to the course system and to a page around.
 *
 * What enters: the name of the lesson, how many of its steps are exercises, answers. What leaves: answers of before.
 */

import { tellResult } from "../page/messages.js";
import { courseSystem } from "./scorm.js";

/**
 * @typedef {{text: string, right: boolean, hints: number, note: string}} Done  an answer
 * @typedef {Record<string, Done>} Answers  by the keys of blanks
 */

/** In a link, once for each answer: step, line, hints and what was typed. */
const ANSWER = "answer";
/** A link longer than this is not taken everywhere. */
const LONGEST = 2000;

export class Progress {
  /** By the places of steps. @type {Map<number, {answers: Answers, blanks: number}>} */
  #steps;
  #name;
  #exercises;
  #system = courseSystem();

  /**
   * @param {string} name
   * @param {number} exercises
   */
  constructor(name, exercises) {
    this.#name = `kuroaka:${name}`;
    this.#exercises = exercises;
    this.#steps = read(this.#system ? this.#system.kept : kept(this.#name));
    if (this.#system) return;
    const said = linked();
    for (const [step, answers] of said) {
      const blanks = this.#steps.get(step)?.blanks ?? Number.POSITIVE_INFINITY; // as many as are counted when it is met
      this.#steps.set(step, { answers: { ...this.answers(step), ...answers }, blanks });
    }
  }

  /**
   * @param {number} step
   * @returns {Answers}
   */
  answers(step) {
    return this.#steps.get(step)?.answers ?? {};
  }

  /**
   * @param {number} step
   * @param {Answers} answers
   * @param {number} blanks  as many as there are
   */
  keep(step, answers, blanks) {
    this.#steps.set(step, { answers, blanks });
    const written = JSON.stringify([...this.#steps]);
    if (this.#system) this.#system.report(written, this.score, this.isDone);
    else {
      keep(this.#name, written);
      link(this.#steps);
    }
    if (parent === window) return;
    const rows = Object.entries(answers).map(([id, { right, note, hints }]) => ({ id, right, note, hints }));
    tellResult(`${this.#name}#${step + 1}`, rows, blanks);
  }

  /** The end is reached: without exercises that is all there is to do. */
  end() {
    if (!this.#exercises) this.#system?.report("[]", null, true);
  }

  /** Every exercise, if there is one, has all its answers. */
  get isDone() {
    return !this.#exercises || this.score === 1;
  }

  /** Of all exercises, from 0 to 1. */
  get score() {
    const shares = [...this.#steps.values()].map(
      ({ answers, blanks }) => Object.values(answers).filter(({ right }) => right).length / blanks,
    );
    return shares.reduce((sum, share) => sum + share, 0) / Math.max(this.#exercises, 1);
  }
}

/**
 * @param {string} written
 * @returns {Map<number, {answers: Answers, blanks: number}>}
 */
function read(written) {
  try {
    return new Map(JSON.parse(written || "[]"));
  } catch {
    return new Map(); // of another version, or cut off
  }
}

/** @param {string} name */
function kept(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return ""; // not allowed here
  }
}

/**
 * @param {string} name
 * @param {string} written
 */
function keep(name, written) {
  try {
    localStorage.setItem(name, written);
  } catch {
    // not allowed here, or full: it is kept as long as the page is
  }
}

/**
 * The answers that a link has: they are marked when their step is met.
 * @returns {Map<number, Answers>}
 */
function linked() {
  const found = new Map();
  for (const written of new URLSearchParams(location.search).getAll(ANSWER)) {
    const match = written.match(/^(\d+)\.([^.]+)\.(\d)\.(.+)$/s);
    if (!match) continue;
    const [, number, key, hints, text] = match;
    const step = Number(number) - 1;
    found.set(step, { ...found.get(step), [key]: { text, right: false, note: "", hints: Number(hints) } });
  }
  return found;
}

/** @param {Map<number, {answers: Answers}>} steps */
function link(steps) {
  const address = new URL(location.href);
  address.searchParams.delete(ANSWER);
  for (const [step, { answers }] of steps)
    for (const [key, { text, hints }] of Object.entries(answers))
      address.searchParams.append(ANSWER, `${step + 1}.${key}.${hints}.${text}`);
  if (address.href.length < LONGEST) history.replaceState(history.state, "", address);
}
