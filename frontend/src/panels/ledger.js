/**
 * The ledger of the branches: the red values that come back to each, and their sum; and what goes wrong where they are
 * overwritten instead of added.
 *
 * What enters: a session with a result, the selected node. What leaves: an element; `point(nodes, lines)` highlights in
 * the figure where the value of a row came along, when a pointer or the focus is on it.
 */

import { overwriting } from "../engine/mistakes.js";
import { make } from "../typeset/markup.js";
import { mathml, numeral } from "../typeset/mathml.js";
import { spokenName } from "../typeset/names.js";
import { printNumber, printSum } from "../typeset/numerals.js";
import { reachable } from "../typeset/scrolling.js";

/** @typedef {import("../figure/session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */
/** @typedef {import("../engine/engine.js").Result} Result */
/** @typedef {{cell: HTMLElement, read: (result: Result, wrong: Float64Array) => number}} Amount */
/** @typedef {{place: number, lines: number[], cells: HTMLElement[], total: HTMLElement}} Account  of one branch */

export class LedgerPanel {
  /** @param {import("./list.js").Commands} commands */
  constructor({ point }) {
    this.point = point;
    this.shown = "";
    /** @type {import("../engine/engine.js").Engine | null} */
    this.engine = null;
    /** @type {Amount[]} */
    this.amounts = [];
    /** @type {Account[]} */
    this.sums = [];
    /** @type {{row: HTMLElement, verdict: HTMLElement, place: number}[]} */
    this.verdicts = [];
    this.heading = make("h2");
    this.why = make("p", { class: "why" });
    this.accounts = make("div", { class: "accounts" });
    this.box = make("input", { type: "checkbox" });
    this.question = make("span");
    this.wrong = make("table");
    const label = make("label", { class: "switch" }, this.box, this.question);
    this.element = make(
      "details",
      { class: "panel ledger" },
      make("summary", {}, this.heading),
      this.why,
      this.accounts,
      label,
      this.wrong,
    );
    const again = () => this.say && this.session && this.show(this.say, this.session, this);
    this.box.addEventListener("change", again);
    this.element.addEventListener("toggle", again);
    this.node = "";
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {Pick<import("../state/state.js").State, "node">} state
   */
  show(say, session, { node }) {
    const { engine, result, told, graph } = session;
    this.say = say;
    this.session = session;
    if (!engine || !result || !graph || !told) return;
    const branches = graph.nodes.flatMap((one, place) =>
      one.kind === "branch" && !one.inside && engine.differentiable[place] ? [place] : [],
    );
    this.element.hidden = branches.length === 0;
    this.heading.textContent = say("ledgerTitle");
    this.why.textContent = say("ledgerWhy");
    this.question.textContent = say("ledgerWhatIf");
    const chosen = branches.some((place) => graph.nodes[place].id === node);
    if (chosen && node !== this.node) this.element.open = true;
    this.node = node;
    if (!this.element.open) return;
    const shown = [say("ledgerTitle"), told.expression, told === graph, node, this.box.checked].join("\n");
    if (shown !== this.shown || engine !== this.engine) {
      this.shown = shown;
      this.engine = engine;
      this.amounts = [];
      this.sums = [];
      this.verdicts = [];
      const accounts = branches.map((place) => make("div", { class: "scrolls" }, this.#account(place)));
      this.accounts.replaceChildren(...accounts);
      reachable(accounts);
      this.wrong.hidden = !this.box.checked;
      if (this.box.checked) this.#overwrite();
    }
    this.#write();
  }

  /** The numbers of this moment; the tables stay. */
  #write() {
    const { engine, result } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    if (!engine || !result) return;
    const wrong = this.box.checked
      ? engine.backward(result.values, result.seeds, overwriting(engine)).adjoints
      : result.adjoints;
    for (const { place, lines, cells, total } of this.sums) {
      const addends = lines.map((line) => result.contributions[line]);
      const sum = printSum(addends, result.adjoints[place]);
      cells.forEach((cell, at) => {
        write(cell, sum.addends[at]);
      });
      write(total, sum.total, sum.sign === "=" ? "" : `${sum.sign} `);
    }
    for (const { cell, read } of this.amounts) write(cell, printNumber(read(result, wrong)));
    for (const { row, verdict, place } of this.verdicts) {
      const differs = !Object.is(printNumber(wrong[place]), printNumber(result.adjoints[place]));
      row.classList.toggle("differs", differs);
      verdict.textContent = differs ? say("ledgerWrong") : "";
    }
  }

  /**
   * A cell that follows a number.
   * @param {Amount["read"]} read
   */
  #amount(read) {
    const cell = amountCell();
    this.amounts.push({ cell, read });
    return cell;
  }

  /**
   * What comes back to one branch.
   * @param {number} place
   */
  #account(place) {
    const { engine, told, graph } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    if (!engine || !graph || !told) return "";
    const { id, forward } = told.nodes[place];
    const lines = engine.returning[place];
    const account = { place, lines, cells: lines.map(amountCell), total: amountCell() };
    this.sums.push(account);
    const rows = lines.map((line, at) => {
      const edge = told.edges[line];
      const output = told.outputs[line - told.edges.length];
      const formula = edge ? (edge.backward?.math ?? "") : (output.upstream_math ?? output.upstream);
      const row = make("tr", {}, make("td", { class: "red" }, mathml(formula)), account.cells[at]);
      const [ends, lit] = edge ? [[id, edge.target], edge.id] : [[id, output.line], output.line];
      for (const type of ["pointerenter", "focus"]) row.addEventListener(type, () => this.point(ends, [lit]));
      for (const type of ["pointerleave", "blur"]) row.addEventListener(type, () => this.point([], []));
      return row;
    });
    rove(rows);
    const sum = make("tr", { class: "total" }, make("th", { scope: "row" }, say("ledgerSum")), account.total);
    const caption = make("caption", {}, "● ", mathml(forward?.math ?? ""));
    return make(
      "table",
      { class: id === this.node ? "account chosen" : "account" },
      caption,
      make("tbody", {}, ...rows, sum),
    );
  }

  /** The gradients of the inputs, right and wrong. */
  #overwrite() {
    const { leaves } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    const head = ["ledgerInput", "ledgerAdded", "ledgerOverwritten"].map((key) =>
      make("th", { scope: "col" }, say(key)),
    );
    this.verdicts = leaves.map(({ name, math, place }) => {
      const verdict = make("td", { class: "verdict" });
      const right = this.#amount(({ adjoints }) => adjoints[place]);
      const wrong = this.#amount((_, adjoints) => adjoints[place]);
      return {
        row: make("tr", {}, make("th", { scope: "row" }, ...spokenName(math, name)), right, wrong, verdict),
        verdict,
        place,
      };
    });
    const rows = this.verdicts.map(({ row }) => row);
    this.wrong.replaceChildren(make("thead", {}, make("tr", {}, ...head, make("td"))), make("tbody", {}, ...rows));
  }
}

/**
 * One of the rows takes the Tab key; the arrows go on from there.
 * @param {HTMLElement[]} rows
 */
function rove(rows) {
  rows.forEach((row, place) => {
    row.tabIndex = place ? -1 : 0;
    row.addEventListener("keydown", (event) => {
      const next = rows[place + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? Number.NaN)];
      if (!next) return;
      event.preventDefault();
      row.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });
}

function amountCell() {
  return make("td", { class: "red amount" });
}

/**
 * A number that may be there already.
 * @param {HTMLElement} cell
 * @param {string} printed
 * @param {string} [before]
 */
function write(cell, printed, before = "") {
  const shown = before + printed;
  if (cell.dataset.printed === shown) return;
  cell.dataset.printed = shown;
  cell.replaceChildren(before, numeral(printed));
}
