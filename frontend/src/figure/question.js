/**
 * What a figure asks the service for: what its store says, and rows that somebody tries and that are in the store when
 * there is a figure of them.
 *
 * What enters: the store, rows to try, word of how it ended. What leaves: the session is asked, once a turn however many
 * rows are set in it, and not for what is drawn or under way already.
 */

import { ASKED, askedOf, difference } from "../state/asked.js";

/** @typedef {import("../state/asked.js").Asked} Asked */
/** @typedef {import("../state/state.js").State} State */

/** Seconds after which a figure asks once more by itself, at most. */
const LONGEST = 60;

export class Question {
  #store;
  #session;
  #ready;
  /** Rows that are tried. @type {Partial<State>} */
  #rows = {};
  /** The frame at which the figure to come is to stand. @type {number | null} */
  #sought = null;
  #scheduled = false;
  /** What the service was asked last. @type {Asked | null} */
  #wanted = null;
  /** What is drawn. @type {Asked | null} */
  #drawn = null;
  /** What was asked last and came to nothing, with the rows that were tried; null if it did not. @type {{asked: Asked, rows: Partial<State>} | null} */
  #failed = null;
  /** Until it is asked once more by itself. */
  #timer = 0;
  /** Whether it was so already. */
  #repeated = false;
  /** What was selected in the drawing before, by its id there. @type {{graph: import("../service/contract.js").Graph | null, id: string}} */
  chosen = { graph: null, id: "" };

  /**
   * @param {import("../state/store.js").Store} store
   * @param {import("./session.js").Session} session
   * @param {() => boolean} ready  whether somebody looks
   */
  constructor(store, session, ready) {
    this.#store = store;
    this.#session = session;
    this.#ready = ready;
    store.on(ASKED, () => this.ask({}));
  }

  /** @returns {State} as it is to be */
  get state() {
    return { ...this.#store.state, ...this.#rows };
  }

  /** @param {number} frame  at which the figure to come, if one is to come, is to stand */
  seek(frame) {
    if (this.coming) this.#sought = frame;
  }

  /** Whether another figure may be on its way. */
  get coming() {
    return this.#scheduled || !this.#drawn || (this.#wanted !== null && this.#wanted !== this.#drawn);
  }

  /** Whether there is a figure. */
  get answered() {
    return this.#drawn !== null;
  }

  /** Whether another one was asked for and did not come. */
  get failed() {
    return this.#failed !== null;
  }

  /** Whether what is drawn is of another text than what was asked last. */
  get differs() {
    const last = this.#wanted ?? this.#failed?.asked;
    return Boolean(this.#drawn && last && difference(last, this.#drawn) === "meant");
  }

  /** @param {Partial<State>} rows  to try; none asks for what the store says, if need be */
  ask(rows) {
    this.#repeated = false;
    this.#put(rows);
  }

  /** Asks once more for what came to nothing. */
  again() {
    this.ask(this.#failed?.rows ?? {});
  }

  /**
   * Asks once more for what came to nothing, unless something else is asked until then. Once: if it is of no use, that is
   * said to the reader.
   * @param {number} seconds
   * @param {() => void} begun
   * @returns {boolean} whether it will
   */
  againIn(seconds, begun) {
    if (this.#repeated || seconds > LONGEST) return false;
    this.#timer = setTimeout(() => {
      this.#repeated = true;
      this.#put(this.#failed?.rows ?? {});
      begun();
    }, seconds * 1000);
    return true;
  }

  /** @param {Partial<State>} rows */
  #put(rows) {
    clearTimeout(this.#timer);
    this.#rows = { ...this.#rows, ...rows };
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#ask();
    });
  }

  /**
   * There is a figure.
   * @returns {{other: ReturnType<typeof difference> | "first", rows: Partial<State>, sought: number | null}} in what it
   *   differs from the one before; the rows that were tried; where it is to stand, if somebody said so
   */
  take() {
    const { asked } = this.#session;
    const other = this.#drawn ? difference(this.#drawn, asked) : "first";
    this.#wanted = this.#drawn = asked;
    this.#failed = null;
    return { other, ...this.#forget() };
  }

  /**
   * It came to nothing: what was tried is forgotten, and can be asked again.
   * @returns {string} the expression
   */
  refuse() {
    const expression = this.#wanted?.expr ?? "";
    const { rows } = this.#forget();
    // Else what stands was to be drawn again.
    if (this.#wanted && this.#wanted !== this.#drawn) this.#failed = { asked: this.#wanted, rows };
    this.#wanted = null;
    return expression;
  }

  /** Nobody looks any more; what was under way is asked again when somebody does. */
  leave() {
    clearTimeout(this.#timer);
    this.#session.close();
    this.#wanted = this.#drawn;
  }

  #ask() {
    const asked = askedOf(this.state);
    if (!asked.expr || !this.#ready()) return;
    if (this.#isBack(asked)) {
      this.#session.stand();
    } else if (!this.#wanted || difference(asked, this.#wanted)) {
      this.#wanted = asked;
      this.chosen = { graph: this.#session.graph, id: this.#store.state.node };
      this.#session.open(asked, this.#rows);
    } else if (this.#wanted === this.#drawn) {
      this.#store.set(this.#forget().rows, "reader"); // it is drawn already
    }
  }

  /**
   * Whether what is drawn is asked for again, after another text that did not come, or not yet.
   * @param {Asked} asked
   */
  #isBack(asked) {
    const another = this.#failed !== null || (this.#wanted !== null && this.#wanted !== this.#drawn);
    return another && this.#drawn !== null && difference(asked, this.#drawn) === null;
  }

  #forget() {
    const [rows, sought] = [this.#rows, this.#sought];
    this.#rows = {};
    this.#sought = null;
    return { rows, sought };
  }
}
