/**
 * The ledger of the branches: the red values that come back to each, and their sum; and what goes wrong where they are
 * overwritten instead of added.
 *
 * What enters: a session with a result, the selected node. What leaves: an element; `point(nodes, lines)` highlights in
 * the figure where the value of a row came along, when a pointer or the focus is on it.
 */

import { make, typesetName } from "../typeset/markup.js";
import { mathml, numberLatex } from "../typeset/mathml.js";
import { printNumber } from "../typeset/numerals.js";
import { reachable } from "../typeset/scrolling.js";

/** @typedef {import("../figure/session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */
/** @typedef {import("../engine/engine.js").Result} Result */
/** @typedef {{cell: HTMLElement, read: (result: Result, wrong: Float64Array) => number, printed: string}} Amount */

export class LedgerPanel {
  /** @param {(nodes: string[], lines: string[]) => void} point */
  constructor(point) {
    this.point = point;
    this.shown = "";
    /** @type {import("../engine/engine.js").Engine | null} */
    this.engine = null;
    /** @type {Amount[]} */
    this.amounts = [];
    /** @type {{row: HTMLElement, verdict: HTMLElement, place: number}[]} */
    this.verdicts = [];
    this.heading = make("h2");
    this.accounts = make("div", { class: "accounts" });
    this.box = make("input", { type: "checkbox" });
    this.question = make("span");
    this.wrong = make("table");
    const label = make("label", { class: "switch" }, this.box, this.question);
    this.element = make(
      "details",
      { class: "panel ledger" },
      make("summary", {}, this.heading),
      this.accounts,
      label,
      this.wrong,
    );
    const again = () => this.say && this.session && this.show(this.say, this.session, this.node);
    this.box.addEventListener("change", again);
    this.element.addEventListener("toggle", again);
    this.node = "";
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {string} node  id of the selected one
   */
  show(say, session, node) {
    const { engine, result, told, graph } = session;
    this.say = say;
    this.session = session;
    if (!engine || !result || !graph || !told) return;
    const branches = graph.nodes.flatMap((one, place) =>
      one.kind === "branch" && !one.inside && engine.differentiable[place] ? [place] : [],
    );
    this.element.hidden = branches.length === 0;
    this.heading.textContent = say("ledgerTitle");
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
    const { engine, result, seed } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    if (!engine || !result) return;
    const wrong = this.box.checked
      ? engine.backward(result.values, seed, { overwrite: true }).adjoints
      : result.adjoints;
    for (const amount of this.amounts) {
      const printed = printNumber(amount.read(result, wrong));
      if (printed === amount.printed) continue;
      amount.printed = printed;
      // Plain digits need no formula: text is laid out in a fraction of the time.
      amount.cell.replaceChildren(printed.includes("e") ? mathml(numberLatex(printed)) : printed);
    }
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
    const cell = make("td", { class: "red amount" });
    this.amounts.push({ cell, read, printed: "" });
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
    const lines = graph.edges.flatMap((edge, line) => (edge.source === id && engine.flows[line] ? [line] : []));
    const rows = lines.map((line) => {
      const { id: edge, target, backward } = told.edges[line];
      const row = make(
        "tr",
        {},
        cell(backward?.latex ?? ""),
        this.#amount(({ contributions }) => contributions[line]),
      );
      for (const type of ["pointerenter", "focus"]) row.addEventListener(type, () => this.point([id, target], [edge]));
      for (const type of ["pointerleave", "blur"]) row.addEventListener(type, () => this.point([], []));
      return row;
    });
    rove(rows);
    const sum = make(
      "tr",
      { class: "total" },
      make("th", { scope: "row" }, say("ledgerSum")),
      this.#amount(({ adjoints }) => adjoints[place]),
    );
    const caption = make("caption", {}, "● ", mathml(forward?.latex ?? ""));
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
    this.verdicts = leaves.map(({ name, place }) => {
      const verdict = make("td", { class: "verdict" });
      const right = this.#amount(({ adjoints }) => adjoints[place]);
      const wrong = this.#amount((_, adjoints) => adjoints[place]);
      return {
        row: make("tr", {}, make("th", { scope: "row" }, typesetName(name)), right, wrong, verdict),
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

/** @param {string} latex */
function cell(latex) {
  return make("td", { class: "red" }, mathml(latex));
}
