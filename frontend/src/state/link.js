/**
 * The address of the page as its memory.
 *
 * What enters: states. What leaves: entries of the history, no faster than browsers allow, and the state of the entry the
 * reader goes back to.
 */

import { readState, writeState } from "./state.js";
import { stamp, upgrade } from "./versions.js";

/** @typedef {import("./state.js").State} State */

/** Milliseconds between two writes: Safari refuses more than 100 in 30 seconds. */
const PACE = 350;

export class Link {
  /** Called when the address has become another. @type {(state: State) => void} */
  written = () => {};
  #timer = 0;
  #written = 0;
  /** @type {{state: State, typed: string} | null} */
  #waiting = null;

  /**
   * @param {Partial<State>} own  this reader's defaults
   * @param {(state: State) => void} back  called when the reader goes back or forward
   * @param {{held?: string | null, welcome?: Partial<State> | null}} [how]  `held`: a query that stands for the address,
   *   which is then left alone: a figure inside another page must not fill that page's history; `welcome`: what the
   *   address shows that says nothing
   */
  constructor(own, back, { held = null, welcome = null } = {}) {
    this.own = own;
    this.held = held;
    this.welcome = welcome;
    addEventListener("popstate", () => {
      this.#forget();
      back(this.read());
    });
    addEventListener("pagehide", this.#flush);
  }

  /** @returns {State} */
  read() {
    const query = upgrade(new URLSearchParams(this.held ?? location.search));
    const state = readState((name) => query.get(name) || null, this.own);
    return this.welcome && !query.size ? { ...state, ...this.welcome } : state;
  }

  /** What was typed in this entry and is not drawn: no link says it, but the browser keeps it. @returns {string | null} */
  get typed() {
    return this.held === null ? (history.state?.typed ?? null) : null;
  }

  /**
   * The whole address of a state. The expression is said in any case: what a page begins with may be another one day.
   * @param {State} state
   */
  address(state) {
    const written = writeState(state, { ...this.own, expr: "" });
    const address = new URL(location.href);
    address.search = stamp(written);
    return address.href;
  }

  /**
   * The address that the browser shows: the bare one for what that shows.
   * @param {State} state
   */
  #shown(state) {
    const { welcome } = this;
    if (!welcome || writeState(state, { ...this.own, ...welcome })) return this.address(state);
    const address = new URL(location.href);
    address.search = "";
    return address.href;
  }

  /**
   * A new entry: the reader can come back to the one before.
   * @param {State} state
   */
  push(state) {
    if (this.held !== null) return;
    if (this.#waiting)
      this.#waiting.typed = ""; // it stands in the new one
    else if (this.typed) history.replaceState(null, "");
    this.#flush();
    if (this.#shown(state) === location.href) return;
    history.pushState(null, "", this.#shown(state));
    this.written(state);
  }

  /**
   * The same entry says something else, soon.
   * @param {State} state
   * @param {string} typed  what else is typed there
   */
  replace(state, typed) {
    if (this.held !== null) return;
    this.#waiting = structuredClone({ state, typed });
    addEventListener("beforeunload", this.#flush); // at "pagehide" what a reload comes back to is settled
    const rest = PACE - (performance.now() - this.#written);
    if (!this.#timer) this.#timer = setTimeout(this.#flush, Math.max(rest, 0));
  }

  /**
   * The same entry says something else, at once.
   * @param {State} state
   */
  keep(state) {
    if (this.held !== null) return;
    this.#waiting = structuredClone({ state, typed: "" });
    this.#flush();
  }

  #flush = () => {
    const waiting = this.#waiting;
    this.#forget();
    if (!waiting) return;
    const { state, typed } = waiting;
    const [before, address] = [location.href, this.#shown(state)];
    if (address === before && typed === (this.typed ?? "")) return;
    this.#written = performance.now();
    history.replaceState(typed ? { typed } : null, "", address);
    if (address !== before) this.written(state);
  };

  #forget() {
    removeEventListener("beforeunload", this.#flush); // a page that listens may not be kept for the way back
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#waiting = null;
  }
}
