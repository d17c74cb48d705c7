/**
 * What a learner has done in a lesson, kept where there is a place for it: by the course system that the lesson is a package
 * of, else on this machine, where that is allowed; and told to both the course system and a page around the lesson.
 *
 * What enters: the name of the lesson, how many of its steps are exercises, answers. What leaves: answers of before.
 */

import { tellResult } from "../page/messages.js";
import { courseSystem } from "./scorm.js";

/**
 * @typedef {{text: string, right: boolean, hints: number, note: string}} Done  an answer
 * @typedef {Record<string, Done>} Answers  by the keys of blanks
 */

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
    if (this.#system) this.#system.report(written, this.score, this.score === 1);
    else keep(this.#name, written);
    if (parent === window) return;
    const rows = Object.entries(answers).map(([id, { right, note, hints }]) => ({ id, right, note, hints }));
    tellResult(`${this.#name}#${step + 1}`, rows, blanks);
  }

  /** The end is reached: without exercises that is all there is to do. */
  end() {
    if (!this.#exercises) this.#system?.report("[]", null, true);
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
