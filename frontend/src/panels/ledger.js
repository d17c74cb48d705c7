/**
 * The ledger of the branches: the red values that come back to each, and their sum; and what goes wrong where they are
 * overwritten instead of added.
 *
 * What enters: a session with a result, the selected node. What leaves: an element; `point(nodes, lines)` highlights in
 * the figure where the value of a row came along, when a pointer or the focus is on it.
 */

import { make, typesetName } from "../markup.js";
import { mathml, numberLatex } from "../mathml.js";
import { printNumber } from "../numerals.js";
import { reachable } from "./scrolling.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */

export class LedgerPanel {
  /** @param {(nodes: string[], lines: string[]) => void} point */
  constructor(point) {
    this.point = point;
    this.shown = "";
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
    const numbers = [...result.contributions, ...result.adjoints].map(printNumber).join(" ");
    const shown = [say("ledgerTitle"), told.expression, told === graph, node, this.box.checked, numbers].join("\n");
    if (shown === this.shown) return;
    this.shown = shown;
    const accounts = branches.map((place) => make("div", { class: "scrolls" }, this.#account(place)));
    this.accounts.replaceChildren(...accounts);
    reachable(accounts);
    this.wrong.hidden = !this.box.checked;
    if (this.box.checked) this.#overwrite();
  }

  /**
   * What comes back to one branch.
   * @param {number} place
   */
  #account(place) {
    const { engine, result, told, graph } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    if (!engine || !result || !graph || !told) return "";
    const { id, forward } = told.nodes[place];
    const lines = graph.edges.flatMap((edge, line) => (edge.source === id && engine.flows[line] ? [line] : []));
    const rows = lines.map((line) => {
      const { id: edge, target, backward } = told.edges[line];
      const row = make("tr", {}, cell(backward?.latex ?? ""), number(result.contributions[line]));
      for (const type of ["pointerenter", "focus"]) row.addEventListener(type, () => this.point([id, target], [edge]));
      for (const type of ["pointerleave", "blur"]) row.addEventListener(type, () => this.point([], []));
      return row;
    });
    rove(rows);
    const sum = make(
      "tr",
      { class: "total" },
      make("th", { scope: "row" }, say("ledgerSum")),
      number(result.adjoints[place]),
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
    const { engine, result, leaves, seed } = /** @type {Session} */ (this.session);
    const say = /** @type {Say} */ (this.say);
    if (!engine || !result) return;
    const { adjoints } = engine.backward(result.values, seed, { overwrite: true });
    const head = ["ledgerInput", "ledgerAdded", "ledgerOverwritten"].map((key) =>
      make("th", { scope: "col" }, say(key)),
    );
    const rows = leaves.map(({ name, place }) => {
      const differs = !Object.is(printNumber(adjoints[place]), printNumber(result.adjoints[place]));
      return make(
        "tr",
        { class: differs ? "differs" : "" },
        make("th", { scope: "row" }, typesetName(name)),
        number(result.adjoints[place]),
        number(adjoints[place]),
        make("td", { class: "verdict" }, differs ? say("ledgerWrong") : ""),
      );
    });
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

/** @param {number} value */
function number(value) {
  return make("td", { class: "red amount" }, mathml(numberLatex(printNumber(value))));
}
