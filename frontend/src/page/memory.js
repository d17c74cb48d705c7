/**
 * What the page remembers: the link is read into the store, and follows it.
 *
 * What enters: a figure, a door. What leaves: entries of the history; `back(read)` when the reader goes to another.
 */

import { pick } from "../figure/leaves.js";
import { askedOf, difference } from "../state/asked.js";
import { FIRST } from "../state/examples.js";
import { Link } from "../state/link.js";
import { TABLE } from "../state/state.js";

/** @typedef {import("../state/state.js").State} State */

/** Another of these is another figure, to which the reader can come back. */
const FIGURED = /** @type {const} */ (["expr", "syntax", "output", "derivative", "open", "fold", "view", "fit"]);

export class Memory {
  #typing = false;
  /** While the reader goes on typing, the link of the same entry changes; the first change makes a new entry. */
  #isOpen = false;
  #figure;
  #link;
  #says;

  /**
   * @param {import("../figure/element.js").KuroakaFigure} figure
   * @param {import("./door.js").Door} door
   * @param {{back: (read: State) => void, written: () => void, typed: () => string}} commands  `written`: the address is
   *   another; `typed`: what the box says
   */
  constructor(figure, { defaults, welcome, held }, { back, written, typed }) {
    const { store } = figure;
    this.#figure = figure;
    this.#says = typed;
    this.#link = new Link(defaults, back, { held, welcome });
    this.#link.written = written;
    store.set(defaults, "defaults");
    store.set(this.#link.read(), "attributes");
    const rows = TABLE.map(({ name }) => name);
    store.on(rows, (changed, layer) => {
      const other = layer === "reader" && FIGURED.some((name) => changed.has(name));
      if (!other || (this.#isOpen && changed.has("expr"))) return this.note();
      this.#link.push(this.state);
      this.#isOpen = this.#typing && changed.has("expr");
    });
  }

  /** @param {boolean} typing  whether the text in the box is being typed; it may be drawn long after it was settled */
  set typing(typing) {
    this.#typing = typing;
    this.#isOpen &&= typing;
  }

  /** The state as others can use it: with numbers for the names that the expression has. */
  get state() {
    const { state } = this.#figure.store;
    const { session } = this.#figure;
    if (difference(askedOf(state), session.asked) === "meant") return state; // nobody knows them yet
    const said = session.leaves.filter(({ name }) => Object.hasOwn(state.at, name) || Object.hasOwn(FIRST.at, name));
    const outputs = session.graph?.outputs.flatMap(({ name }) => name ?? []) ?? [];
    const at = Object.fromEntries(said.map((leaf) => [leaf.name, session.valueOf(leaf)]));
    return { ...state, at, seeds: pick(state.seeds, outputs) };
  }

  /** What was typed in the present entry and is not drawn, null for nothing. */
  get typed() {
    return this.#link.typed;
  }

  /** The present entry says what the store does, soon, and keeps what else is typed. */
  note() {
    const typed = this.#says();
    this.#link.replace(this.state, typed.trim() === this.#figure.store.state.expr ? "" : typed);
  }

  /**
   * The present entry says this too, at once: the page is about to be loaded anew. All numbers of the reader are kept, as
   * another expression may be about to come that has their names.
   * @param {Partial<State>} rows
   */
  keep(rows) {
    const { at, seeds } = this.#figure.store.state;
    const { state } = this;
    this.#link.keep({ ...state, at: { ...state.at, ...at }, seeds, ...rows });
  }

  /** The link of what is seen. */
  address(state = this.state) {
    return this.#link.address(state);
  }
}
