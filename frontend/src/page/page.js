/**
 * The page: wires the box, the figure, the values, what is told beside it and the link to one store, the figure's.
 *
 * What enters: a door. What leaves: nothing; everything the reader does ends in the store, and so in the address.
 */

import { ExpressionBox } from "../controls/expression.js";
import { Folding } from "../controls/folding.js";
import { Header } from "../controls/header.js";
import { ResultLine } from "../controls/result.js";
import { ValuesPanel } from "../controls/values.js";
import { Welcome } from "../controls/welcome.js";
import { foldable, namesOf, withNames } from "../engine/folds.js";
import { KuroakaFigure } from "../figure/element.js";
import { figureKey, pressKey } from "../figure/keys.js";
import { boundNames } from "../figure/leaves.js";
import { FrameMenu } from "../panels/menus/frame-menu.js";
import { PrintMenu } from "../panels/menus/print-menu.js";
import { SharePanel } from "../panels/share.js";
import { Client } from "../service/client.js";
import { Packed } from "../service/packed.js";
import { WELCOME } from "../state/examples.js";
import { defaults } from "../state/state.js";
import { make } from "../typeset/markup.js";
import { speaker } from "../words/words.js";
import { Beside } from "./beside.js";
import { inkOf, whenOther } from "./ink.js";
import { Memory } from "./memory.js";
import { PaperHead } from "./paper-head.js";

/** @typedef {import("../service/problem.js").Problem} Problem */
/** @typedef {import("../state/state.js").State} State */

export class Page {
  figure = new KuroakaFigure();
  store = this.figure.store;
  #say = speaker("en");
  /** What the box says; the store has the last expression that could be drawn. */
  #wanted;
  /** What the box said when the page was left: it is tried when the figure of the link is there. @type {string | null} */
  #kept = null;
  #memory;
  #header = new Header({
    language: (lang) => this.#set({ lang }),
    theme: (theme) => this.#set({ theme }),
    copy: () => navigator.clipboard.writeText(this.#memory.address()),
  });
  #box = new ExpressionBox({
    typed: () => this.#memory.note(),
    changed: (text, settled) => this.#typed(text, settled),
    revert: () => this.#revert(),
    ended: (output) => this.figure.ask({ output }),
    chosen: (example) => this.#tryExample(example),
  });
  #welcome = new Welcome((example) => this.#tryExample(example));
  #result = new ResultLine();
  #folding = new Folding((names, folded) =>
    this.figure.ask({ fold: withNames(this.figure.asking.fold, names, folded) }),
  );
  #values = new ValuesPanel({
    moved: (name, value) => this.#set({ at: { ...this.store.state.at, [name]: value } }),
    seeded: (name, value) =>
      this.#set(name ? { seeds: { ...this.store.state.seeds, [name]: value } } : { seed: value }),
    ranged: (name, ends) => this.#set({ range: { ...this.store.state.range, [name]: ends } }),
  });
  #service = new Client();
  #share;
  #frameMenu = new FrameMenu({
    base: this.#service.base,
    seen: () => this.#seen(),
    address: () => this.#memory.address(this.#seen()),
  });
  #printMenu = new PrintMenu({ set: (rows) => this.#set(rows), print: () => print() });
  #paperHead = new PaperHead(this.figure.session, {
    say: () => this.#say,
    address: () => this.#memory.address(this.#seen()),
  });
  #beside;
  /** Whether the bare address was asked for. */
  #isFirst;
  /** Whether something can be drawn anew: a file carries one drawing. */
  #pliable;

  /** @param {import("./door.js").Door} door */
  constructor(door) {
    const { figure, store } = this;
    this.#pliable = !door.packed;
    this.#share = new SharePanel(this.#service, door.pinned);
    this.#isFirst = Boolean(door.welcome && !location.search);
    if (door.packed) figure.session.client = new Packed(door.packed);
    this.#memory = new Memory(figure, door, {
      back: (read) => this.#restore(read),
      written: () => this.#share.show(this.#say, this.#memory.state),
      typed: () => this.#box.value,
    });
    this.#listen(); // first, for the curves go as far as the sliders
    this.#beside = new Beside(figure, this.#box, {
      say: () => this.#say,
      rangeOf: (leaf) => this.#values.rangeOf(leaf),
      shape: this.#pliable ? (shape) => figure.ask(shape) : null,
    });
    store.on(["theme", "dashes", "hide", "lecture", "print", "blank"], () => this.#look());
    store.on(["lang", "theme"], () => this.#speak()); // the words go by the colours
    whenOther(() => this.#speak());
    store.on(["lang"], () => {
      if (this.#wanted !== store.state.expr) this.#ask(); // what is wrong with it is said anew
    });
    store.on(["at", "seed", "seeds", "range"], () => this.#showValues());
    this.#wanted = store.state.expr;
    this.#kept = this.#memory.typed;
    this.#box.value = this.#kept ?? this.#wanted;
    this.#look();
    const { card, panels, plots } = this.#beside;
    const still = document.querySelector(".still");
    for (const type of ["graph", "problem"]) figure.addEventListener(type, () => still?.remove(), { once: true });
    figure.append(this.#frameMenu.element, this.#printMenu.element);
    const stand = make("div", { class: "stand" }, figure, card, ...(still ? [still] : []));
    const rows = [this.#box, this.#welcome, { element: stand }, this.#result, this.#folding, this.#values];
    const main = make("main", {}, ...rows.map(({ element }) => element), panels, plots, this.#share.element);
    document.body.replaceChildren(this.#header.element, this.#paperHead.element, main);
    this.#speak(); // with the figure in its place, where it has its colours
  }

  #listen() {
    const { figure, store } = this;
    const { session } = figure;
    figure.addEventListener("graph", () => {
      this.#look();
      this.#age();
      this.#greet();
      this.#box.complain("");
      this.#box.remark(session.graph?.notices ?? []);
      this.#showValues();
      this.#memory.note();
      this.#share.show(this.#say, this.#memory.state);
      this.#recall();
    });
    figure.addEventListener("change", () => this.#result.show(this.#say, session, figure.frame));
    figure.addEventListener("frame", () => {
      this.#result.follow(session, figure.frame);
      this.#frameMenu.follow();
    });
    this.#frameMenu.element.addEventListener("toggle", ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open) figure.pause();
    });
    // What was wrong with an older text would stand where the figure says that it waits, or what is wrong with the service.
    session.addEventListener("waiting", (event) => {
      const waits = Boolean(/** @type {CustomEvent} */ (event).detail);
      this.#age();
      if (waits && figure.asking.expr !== session.expression) this.#box.complain("");
    });
    figure.addEventListener("problem", (event) => {
      const { kind, message, faults } = /** @type {CustomEvent<Problem>} */ (event).detail;
      this.#age();
      if (kind !== "refused") return this.#box.complain("");
      if (store.state.hide.includes("input")) return; // then the figure says it
      event.preventDefault();
      this.#box.complain(message || this.#say("refused"), faults);
      this.#recall();
    });
    figure.addEventListener("reload", () => this.#memory.keep(this.#asked()));
    document.addEventListener("keydown", (event) => {
      if (pressKey(figure, event)) event.preventDefault();
      else if (figureKey(event) === "Escape" && store.state.node) this.#set({ node: "" });
    });
  }

  /** @param {Partial<State>} rows */
  #set(rows) {
    this.store.set(rows, "reader");
  }

  /** Draws what the box says. */
  #ask() {
    this.figure.ask(this.#asked());
  }

  /** What the box says; another expression leaves behind what was said of the one before, but for outputs it has too. */
  #asked() {
    const { state } = this.store;
    const { syntax, derivative, frame, node } = this.#wanted === state.expr ? state : defaults();
    const ends = namesOf(state.output).every((name) => boundNames(this.#wanted).includes(name));
    return { expr: this.#wanted, syntax, output: ends ? state.output : "", derivative, frame, node };
  }

  /**
   * @param {string} text
   * @param {boolean} settled
   */
  #typed(text, settled) {
    const expr = text.trim();
    this.#kept = null;
    this.#memory.typing = !settled;
    if (expr !== this.#wanted) {
      this.#wanted = expr;
      this.#ask();
    }
  }

  /** Tries what the box said when the page was left. */
  #recall() {
    if (this.#kept !== null) this.#typed(this.#kept, false);
  }

  /** The text that is drawn, if the box says something else. */
  #revert() {
    const { expr } = this.store.state;
    return this.#box.value.trim() === expr ? null : expr;
  }

  /** @param {import("../state/examples.js").Example} example */
  #tryExample({ expr, at = {} }) {
    this.#memory.typing = false;
    this.#kept = null;
    this.#wanted = expr;
    this.#box.value = expr;
    const { syntax, output, derivative, open, fold, frame, node } = defaults();
    this.figure.ask({ expr, at, syntax, output, derivative, open, fold, frame, node });
  }

  /** @param {State} read  an entry of the history: its figure stands, at its frame or complete */
  #restore(read) {
    const { figure, store } = this;
    this.#memory.typing = false;
    this.#wanted = read.expr;
    this.#kept = this.#memory.typed;
    this.#box.value = this.#kept ?? read.expr;
    store.set(read, "attributes");
    figure.ask({ frame: read.frame, node: read.node });
    figure.seek(read.frame ?? Number.POSITIVE_INFINITY);
  }

  /** What the page is about: at the bare address, as long as its figure stands there, what it is for. */
  #greet() {
    const { hide, expr } = this.store.state;
    const isFirst = this.#isFirst && expr === WELCOME.expr;
    document.title = isFirst ? this.#say("title") : this.#say("titleOf", { expression: oneLine(expr) });
    this.#welcome.show(this.#say, isFirst && !hide.includes("header"));
  }

  /** The rows of the values, and the names that can be folded. */
  #showValues() {
    const { session } = this.figure;
    if (!session.graph) return;
    const { hide, fold, range } = this.store.state;
    const { outputs } = session.graph;
    const names = this.#pliable && !hide.includes("values") ? foldable(session.graph) : [];
    this.#folding.show(this.#say, names, namesOf(fold));
    this.#values.show(
      this.#say,
      session.leaves,
      (leaf) => session.valueOf(leaf),
      outputs,
      session.result?.seeds ?? [],
      range,
    );
  }

  /** What is told of a figure counts as little as it does: of another text than the one that is asked for it rests. */
  #age() {
    const { card, panels, plots } = this.#beside;
    for (const part of [this.#result.element, card, panels, plots]) part.inert = this.figure.old;
  }

  /** The state of what is seen, wherever it is looked at. */
  #seen() {
    const { lecture, black, print, blank } = defaults();
    return { ...this.#memory.state, frame: this.figure.frame, lecture, black, print, blank };
  }

  /** The colours, what is left out, what is printed; what tells of a figure, as long as there is none. */
  #look() {
    const { theme, dashes, hide, lecture, print, blank } = this.store.state;
    const { classList, dataset } = document.documentElement;
    Object.assign(dataset, { theme, print });
    for (const [name, on] of Object.entries({ dashed: dashes, lecture, blank })) classList.toggle(name, on);
    this.#printMenu.show(this.#say, { print, blank });
    const parts = {
      header: this.#header,
      input: this.#box,
      result: this.#result,
      values: this.#values,
      panels: { element: this.#beside.panels },
      plots: { element: this.#beside.plots },
      share: this.#share,
    };
    const told = ["result", "values", "panels", "plots", "share"];
    const empty = !this.figure.session.graph;
    for (const [name, { element }] of Object.entries(parts))
      element.hidden = hide.some((hidden) => hidden === name) || (empty && told.includes(name));
    this.#beside.card.hidden = parts.panels.element.hidden;
    for (const { element } of [this.#frameMenu, this.#printMenu]) element.hidden = parts.share.element.hidden;
  }

  #speak() {
    const { lang, theme } = this.store.state;
    const { session } = this.figure;
    this.#say = speaker(lang, inkOf(this.figure));
    document.documentElement.lang = lang;
    this.#header.show(this.#say, lang, theme);
    this.#box.speak(this.#say);
    this.#frameMenu.speak(this.#say);
    this.#printMenu.show(this.#say, this.store.state);
    this.#greet();
    this.#share.show(this.#say, this.#memory.state);
    if (!session.graph) return;
    this.#showValues();
    this.#result.show(this.#say, session, this.figure.frame);
    this.#beside.show();
  }
}

/** @param {string} expression */
function oneLine(expression) {
  return expression.replace(/\s+/g, " ").trim();
}
