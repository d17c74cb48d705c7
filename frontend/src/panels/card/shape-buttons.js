/**
 * What can be done to the drawing at a node: open its operation, close the one it came out of, fold its name or unfold it.
 *
 * What enters: a session, a node. What leaves: two buttons, each hidden where it has nothing to do; they stay the same
 * elements, so the focus stays on one that was pressed.
 */

import { isNeuron, namesOf, withNames } from "../../engine/folds.js";
import { make } from "../../typeset/markup.js";

/** @typedef {import("../../figure/session.js").Session} Session */
/** @typedef {import("../../words/words.js").Say} Say */
/** @typedef {Parameters<NonNullable<import("../list.js").Commands["shape"]>>[0]} Shape */

export class ShapeButtons {
  /** @param {import("../list.js").Commands["shape"]} shape */
  constructor(shape) {
    this.open = make("button", { type: "button", class: "plain open" });
    this.fold = make("button", { type: "button", class: "plain fold" });
    this.elements = shape ? [this.open, this.fold] : [];
    /** @type {Shape} what a press makes of the drawing */
    this.opened = {};
    /** @type {Shape} */
    this.folded = {};
    this.open.addEventListener("click", () => shape?.(this.opened));
    this.fold.addEventListener("click", () => shape?.(this.folded));
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {import("../../service/contract.js").GraphNode | undefined} node  none of a line
   */
  show(say, { operations, asked, graph }, node) {
    this.open.hidden = this.fold.hidden = !node;
    if (!node) return;
    const { kind, operation, opened, folded, name, call } = node;
    const inside = folded ? undefined : opened;
    // An operation of an inside that has an inside itself is opened further; what is left of it closes again.
    const plain = name && namesOf(asked.open).includes(name) ? name : undefined;
    const neuron = graph && name && isNeuron(graph, node) ? name : undefined;
    const deeper = !folded && operation && operations[operation]?.definition ? operation : undefined;
    const further = call ?? neuron ?? (plain ? undefined : deeper);
    this.open.hidden = !inside && !further && !plain;
    const opens = Boolean(further);
    const acts = further ?? plain ?? inside ?? "";
    this.open.textContent = say(opens ? "cardOpen" : "cardShut", { sign: operations[acts]?.sign ?? acts });
    this.opened = { open: withNames(asked.open, [acts], opens) };
    this.fold.hidden = kind !== "operation" || !name || Boolean(call);
    this.fold.textContent = say(folded ? "cardUnfold" : "cardFold", { name: name ?? "" });
    this.folded = { fold: withNames(asked.fold, namesOf(name ?? ""), !folded) };
  }
}
