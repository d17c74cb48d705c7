/**
 * The card of what is selected. Of a node: its own little figure, its rule with and without numbers, its value, where it
 * stands in the text; for an input, what its gradient means. That of a line is in line.js.
 *
 * What enters: a session with a result, the selected node or line. What leaves: an element.
 */

import { arriving } from "../../engine/folds.js";
import { isGeneral } from "../../engine/general.js";
import { atKink } from "../../engine/kinks.js";
import { endsOf } from "../../narration/line-names.js";
import { titleOf } from "../../narration/titles.js";
import { make } from "../../typeset/markup.js";
import { mathml } from "../../typeset/mathml.js";
import { setArgument, totalOf, writeArgument } from "../../typeset/names.js";
import { numberMath, printNumber } from "../../typeset/numerals.js";
import { putIn } from "../../typeset/put-in.js";
import { reachable } from "../../typeset/scrolling.js";
import { cut } from "../../typeset/spans.js";
import { withTerms } from "../../typeset/terms.js";
import { bothWays } from "./both-ways.js";
import { lineParts } from "./line.js";
import { neuronParts } from "./neuron.js";
import { operationFigure } from "./operation-figure.js";
import { equation, formulaFor, number, row } from "./rows.js";
import { ShapeButtons } from "./shape-buttons.js";
import { waysOfLine, waysOfNode } from "./ways.js";

/** @typedef {import("../../figure/session.js").Session} Session */
/** @typedef {import("../../service/contract.js").Tree} Tree */
/** @typedef {import("../../words/words.js").Say} Say */

export class Card {
  /** @param {import("../list.js").Commands} commands */
  constructor({ visit, select, shape }) {
    this.shape = new ShapeButtons(shape);
    this.heading = make("h2", { "aria-live": "polite", tabindex: "-1" });
    this.select = select;
    this.back = make("button", { type: "button", class: "plain back" });
    this.back.addEventListener("click", visit);
    this.button = make("button", { type: "button", class: "plain close" });
    this.button.addEventListener("click", () => {
      visit();
      select("");
    });
    this.body = make("div", { class: "card-body" });
    this.hint = make("p", { class: "card-hint" });
    this.head = make("div", { class: "card-head" }, this.heading, ...this.shape.elements, this.back, this.button);
    this.element = make("section", { class: "panel card" }, this.head, this.hint, this.body);
  }

  /**
   * @param {Say} say
   * @param {Session} session
   * @param {import("../../state/state.js").State} state
   */
  show(say, session, { node: id }) {
    const { graph, engine, result, operations } = session;
    const place = graph?.nodes.findIndex((node) => node.id === id) ?? -1;
    const line = place < 0 ? session.line(id) : null;
    const chosen = Boolean(graph && engine && result && (place >= 0 || line));
    this.head.hidden = this.body.hidden = !chosen;
    this.hint.hidden = chosen;
    this.element.classList.toggle("chosen", chosen);
    this.hint.textContent = say("cardHint");
    if (!graph || !engine || !result || !chosen) return;
    this.back.textContent = say("cardBack");
    this.button.textContent = say("cardClose");
    this.shape.show(say, session, graph.nodes[place]);
    if (line) {
      this.heading.textContent = say("lineTitle", endsOf(say, graph, line));
      this.body.replaceChildren(...lineParts(say, session, line), ...waysOfLine(say, session, line, this.#go));
      return reachable(this.body.querySelectorAll("dd"));
    }
    const node = graph.nodes[place];
    this.heading.textContent = titleOf(say, operations, node);
    const rows = [this.#value(say, session, place)];
    if (node.folded) this.body.replaceChildren(...foldedParts(say, session, place), ...rows);
    else if (node.kind === "operation")
      this.body.replaceChildren(...operationParts(say, session, place), ...rows, ...neuronParts(say, session, place));
    else if (node.kind === "branch") this.body.replaceChildren(...branchParts(say, session, place), ...rows);
    else this.body.replaceChildren(...rows);
    this.body.prepend(make("p", { class: "card-says" }, meaning(say, session, place)));
    this.body.append(...waysOfNode(say, session, id, this.#go));
    reachable(this.body.querySelectorAll("dd"));
    const at = engine.outputs.indexOf(place);
    if (at >= 0) this.body.append(make("p", {}, say("cardOutput", { seed: printNumber(result.seeds[at]) })));
  }

  /**
   * To a neighbour: what it is called is read, and the next Tab goes on in its card.
   * @param {string} id
   */
  #go = (id) => {
    this.select(id);
    this.element.scrollTop = 0;
    this.heading.focus({ preventScroll: true });
  };

  /**
   * Value, gradient, and the text it comes from.
   * @param {Say} say
   * @param {Session} session
   * @param {number} place
   */
  #value(say, { told, graph, engine, result }, place) {
    const node = (told ?? graph)?.nodes[place];
    const value = result?.values[place] ?? Number.NaN;
    const means = node?.folded && !Number.isNaN(value) ? node.forward?.means_math : null;
    const rows = [row(say("cardValue"), equation([formulaFor(node?.forward, value), means, number(value)]))];
    if (engine?.differentiable[place]) {
      const gradient = result?.adjoints[place] ?? Number.NaN;
      rows.push(
        row(
          withTerms(say, say("cardGradient")),
          equation([formulaFor(node?.backward, gradient), number(gradient)]),
          "red",
        ),
      );
    }
    const source = graph && node?.span ? cut(graph.expression, node.span)[1] : "";
    if (source) rows.push(row(say("cardSource"), make("code", {}, source)));
    return make("dl", { class: "card-rows" }, ...rows.flat());
  }
}

/**
 * @param {Say} say
 * @param {Session} session
 * @param {number} place
 */
function operationParts(say, session, place) {
  const { operations, engine, result, graph } = session;
  if (!engine || !result || !graph) return [];
  const entry = operations[engine.nodes[place].operation ?? ""];
  const inputs = engine.inputs[place];
  const slots = graph.nodes[place].slots ?? [...entry.arguments, "z"];
  const z = slots[inputs.length];
  const printed = new Map([
    ["E", printNumber(result.adjoints[place])],
    [z, printNumber(result.values[place])],
    ...inputs.map((input, at) => /** @type {const} */ ([slots[at], printNumber(result.values[input])])),
  ]);
  /** A slot, the reader's own name for what stands in it, and its number. */
  const equals = (/** @type {string} */ slot, /** @type {number} */ node) => {
    const { name, name_math } = named(graph, node);
    /** @type {Tree[]} */
    const own = name && name !== slot ? ["=", name_math ?? name] : [];
    return /** @type {Tree} */ (["row", setArgument(slot), ...own, "=", numberMath(printed.get(slot) ?? "NaN")]);
  };
  const lines = inputs.map((_, at) => engine.arrivals[place][at]);
  const flows = lines.map((line) => engine.flows[line]);
  const rules = lines.map((line) => graph.edges[line].rule?.math ?? "");
  const red = engine.differentiable[place];
  const figure = operationFigure({
    symbol: engine.nodes[place].sign.math,
    into: inputs.map((_, at) => ({
      forward: equals(slots[at], inputs[at]),
      backward: flows[at] ? rules[at] : null,
    })),
    out: [
      { forward: equals(z, place), backward: red ? ["row", "E", "=", numberMath(printed.get("E") ?? "NaN")] : null },
    ],
    says: say("cardFigure", { sign: entry.sign ?? "" }),
  });
  const upstream = mathml(["row", "E", "=", numberMath(printed.get("E") ?? "NaN")]);
  const back = inputs.flatMap((_, at) => {
    const name = writeArgument(slots[at]);
    if (!flows[at]) return row(say("cardRule", { name }), say("cardLiteral"));
    const math = rules[at];
    if (isGeneral(engine.nodes[place].operation)) return row(say("cardRule", { name }), equation([math]), "red"); // nobody has defined it, so there is no number
    const contribution = number(result.contributions[lines[at]]);
    /** @type {Tree} */
    const slope = ["frac", ["row", "∂", z], ["row", "∂", setArgument(slots[at])]];
    return [
      ...row(say("cardRule", { name }), equation([math, putIn(math, printed), contribution]), "red"),
      ...row(withTerms(say, say("cardLocal")), mathml(["row", slope, "=", number(result.locals[lines[at]])])),
    ];
  });
  const rows = red ? [...row(withTerms(say, say("cardUpstream")), upstream, "red"), ...back] : back;
  const whole = bothWays(session, place);
  if (whole) {
    const sign = operations[engine.nodes[place].opened ?? ""]?.sign ?? "";
    rows.push(...row(say("cardAsOne", { sign }), equation(whole.rule), "red"));
    rows.push(...row(say("cardThrough"), equation(whole.inside, whole.sign), "red"));
  }
  if (entry.definition && !engine.nodes[place].folded)
    rows.push(
      ...row(
        say("cardInside"),
        mathml([
          "row",
          z,
          "=",
          inLetters(entry.definition.math, new Map(entry.arguments.map((name, at) => [name, slots[at]]))),
        ]),
      ),
    );
  const parts = [figure, make("dl", { class: "card-rows" }, ...rows)];
  const values = inputs.map((input) => result.values[input]);
  if (entry.note && red) {
    const used = atKink(entry, values);
    parts.push(
      make("p", { class: used ? "convention used" : "convention" }, say("cardConvention", { note: entry.note })),
    );
  }
  return parts;
}

/**
 * The node that gives a value its name: behind a dot, its source.
 * @param {import("../../service/contract.js").Graph} graph
 * @param {number} place
 */
function named(graph, place) {
  const node = graph.nodes[place];
  return node.kind === "branch" ? (graph.nodes.find(({ id }) => id === node.inputs[0]) ?? node) : node;
}

/**
 * A formula in other letters.
 * @param {Tree} tree
 * @param {ReadonlyMap<string, string>} letters
 * @returns {Tree}
 */
function inLetters(tree, letters) {
  if (typeof tree === "string") return letters.get(tree) ?? tree;
  const [construct, ...inner] = tree;
  return [construct, ...inner.map((part) => inLetters(part, letters))];
}

/**
 * Of a circle that stands for all that only its name uses: what it holds, and what it sends back along each line.
 * @param {Say} say
 * @param {Session} session
 * @param {number} place
 */
function foldedParts(say, { told, engine, result, graph }, place) {
  if (!told || !engine || !result || !graph) return [];
  const { id, name, call } = graph.nodes[place];
  const count = graph.nodes.filter((node) => node.kind === "operation" && node.inside === id).length + 1;
  const says = say(count === 1 ? "cardHoldsOne" : "cardHolds", { name: name ?? "", count });
  const rows = arriving(graph, id)
    .filter((line) => engine.flows[line])
    .flatMap((line) => {
      const source = graph.nodes[engine.sources[line]];
      const leaf = source.kind === "branch" ? graph.nodes[engine.inputs[engine.sources[line]][0]] : source;
      const value = result.contributions[line];
      const own = call ? told.edges[line].rule?.math : null; // that of the function, in its own names
      const sides = equation([own, formulaFor(told.edges[line].backward, value), number(value)]);
      return row(say("cardRule", { name: leaf.name ?? "●" }), sides, "red");
    });
  return [make("p", {}, says), make("dl", { class: "card-rows" }, ...rows)];
}

/**
 * @param {Say} say
 * @param {Session} session
 * @param {number} place
 */
function branchParts(say, { engine, result }, place) {
  if (!engine || !result) return [];
  const value = number(result.values[place]);
  /** @type {(which: string) => Tree} */
  const sent = (which) => ["sub", "E", which];
  const red = engine.differentiable[place];
  const figure = operationFigure({
    symbol: "",
    into: [{ forward: value, backward: red ? ["row", sent("1"), "+", sent("2")] : null }],
    out: ["1", "2"].map((which) => ({ forward: value, backward: red ? sent(which) : null })),
    says: say("cardBranchSays"),
  });
  return [figure, make("p", {}, say("cardBranchSays"))];
}

/**
 * What a gradient says, in one sentence.
 * @param {Say} say
 * @param {Session} session
 * @param {number} place
 */
function meaning(say, { graph, engine, result }, place) {
  if (!graph || !engine || !result) return "";
  const name = engine.nodes[place].name || say("cardThis");
  if (!engine.differentiable[place]) return say("cardLiteralSays");
  // What is said is about the output itself, whatever E is.
  const seeds = engine.speaking(result);
  const gradient = (seeds === result.seeds ? result : engine.backward(result.values, seeds)).adjoints[place];
  const output = totalOf(graph, seeds).name ?? "";
  if (!Number.isFinite(gradient)) return say("cardNoMeaning", { name, output });
  if (gradient === 0) return say("cardFlat", { name, output });
  const key = gradient < 0 ? "cardFalls" : "cardRises";
  return say(key, { name, output, slope: printNumber(Math.abs(gradient)) });
}
