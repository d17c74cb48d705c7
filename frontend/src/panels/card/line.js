/**
 * The card of the selected line: what it leads from and to, what flows along it, how its red value comes about, what rides
 * on it.
 *
 * What enters: a session with a result, a line. What leaves: elements.
 */

import { isGeneral } from "../../engine/general.js";
import { make } from "../../typeset/markup.js";
import { mathml } from "../../typeset/mathml.js";
import { setArgument, totalOf } from "../../typeset/names.js";
import { numberMath, printNumber, printSum, sumMath } from "../../typeset/numerals.js";
import { putIn } from "../../typeset/put-in.js";
import { withTerms } from "../../typeset/terms.js";
import { equation, formulaFor, number, row } from "./rows.js";

/**
 * @typedef {import("../../engine/lines.js").Line} Line
 * @typedef {import("../../figure/session.js").Session} Session
 * @typedef {import("../../service/contract.js").Graph} Graph
 * @typedef {import("../../service/contract.js").Tree} Tree
 * @typedef {import("../../words/words.js").Say} Say
 */

/**
 * @param {Say} say
 * @param {Session} session
 * @param {Line} line
 * @returns {HTMLElement[]}
 */
export function lineParts(say, session, line) {
  const { graph, engine, result } = session;
  if (!graph || !engine || !result) return [];
  /** @type {HTMLElement[]} */
  const parts = [make("p", { class: "card-says" }, meaning(say, session, line))];
  const rows = [];
  if (line.onward < 0) {
    rows.push(...carried(say("cardValue"), session, engine.sources[line.place]));
    rows.push(...returned(say, session, line, say("lineBack")));
  } else {
    const weight = nameAt(graph, engine.sources[line.place]);
    const flowing = nameAt(graph, engine.sources[line.onward]);
    const product = graph.nodes.findIndex(({ id }) => id === graph.edges[line.place].target);
    parts.push(make("p", {}, say("lineRides", { weight: weight || say("cardThis") })));
    rows.push(...carried(say("lineWeight"), session, engine.sources[line.place]));
    rows.push(...carried(say("cardValue"), session, engine.sources[line.onward]));
    rows.push(...carried(say("lineProduct"), session, product));
    if (engine.differentiable[product]) {
      const upstream = result.adjoints[product];
      const sides = [formulaFor(session.told?.nodes[product].backward, upstream), number(upstream)];
      rows.push(...row(withTerms(say, say("cardUpstream")), equation(sides), "red"));
    }
    for (const [place, name] of /** @type {const} */ ([
      [line.place, weight],
      [line.onward, flowing],
    ]))
      rows.push(...returned(say, session, { ...line, place }, say("cardRule", { name: name || say("cardThis") })));
  }
  parts.push(make("dl", { class: "card-rows" }, ...rows, ...addedUp(say, session, line)));
  return parts;
}

/**
 * What flows forward: its formula, its number.
 * @param {string} what
 * @param {Session} session
 * @param {number} place  of a node
 */
function carried(what, { told, result }, place) {
  const node = told?.nodes[place];
  const value = result?.values[place] ?? Number.NaN;
  const means = node?.folded && !Number.isNaN(value) ? node.forward?.means_math : null;
  return row(what, equation([formulaFor(node?.forward, value), means, number(value)]));
}

/**
 * How the red value comes about: upstream, local derivative, the rule with its letters and with numbers, the value.
 * @param {Say} say
 * @param {Session} session
 * @param {Line} line
 * @param {string} what  the red value is called
 */
function returned(say, { told, graph, engine, result }, { place, target, onward }, what) {
  if (!told || !graph || !engine || !result) return [];
  if (!engine.flows[place]) return row(what, say("cardLiteral"));
  const sent = result.contributions[place];
  const edge = told.edges[place];
  if (!edge) {
    const output = told.outputs[place - engine.edges];
    return row(what, equation([output.upstream_math ?? output.upstream, number(sent)]), "red");
  }
  const at = graph.nodes.findIndex(({ id }) => id === edge.target);
  const red = row(what, equation([formulaFor(edge.backward, sent), number(sent)]), "red");
  const { operation, folded } = graph.nodes[at];
  const hidden = onward < 0 && (folded || edge.target !== target);
  const math = edge.rule?.math ?? "E";
  if (isGeneral(operation)) return row(what, equation([math]), "red"); // nobody has defined it, so there is no number
  if (hidden) return red;
  const inputs = engine.inputs[at];
  const slots = graph.nodes[at].slots ?? [...inputs.map(() => "x"), "z"];
  const places = new Map([...inputs, at].map((node, slot) => [slots[slot], node]));
  const printed = new Map([...places].map(([slot, node]) => [slot, printNumber(result.values[node])]));
  printed.set("E", printNumber(result.adjoints[at]));
  const upstream = /** @type {Tree} */ (["row", "E", "=", numberMath(printed.get("E") ?? "NaN")]);
  if (onward >= 0)
    return row(what, equation([formulaFor(edge.backward, sent), putIn(math, printed), number(sent)]), "red");
  const isBranch = graph.nodes[at].kind === "branch";
  const shown = [slots[edge.position], slots[inputs.length]]; // the local derivative speaks of them
  const letters = [...places]
    .filter(([slot]) => !isBranch && (shown.includes(slot) || speaksOf(math, slot)))
    .map(([slot, node]) => {
      const { name, name_math } = namedAt(graph, node) ?? {};
      const formula = name ? (name_math ?? name) : formulaFor(told.nodes[node].forward, result.values[node]);
      return equation([setArgument(slot), formula, numberMath(printed.get(slot) ?? "NaN")]);
    });
  /** @type {Tree} */
  const slope = ["frac", ["row", "∂", slots[inputs.length]], ["row", "∂", setArgument(slots[edge.position])]];
  const local = mathml(["row", slope, "=", number(result.locals[place])]);
  return [
    ...row(withTerms(say, say("cardUpstream")), mathml(upstream), "red"),
    ...(isBranch ? [] : row(withTerms(say, say("cardLocal")), local)),
    ...row(say("lineRule"), equation([math, putIn(math, printed), number(sent)]), "red"),
    ...(letters.length ? row(say("lineLetters"), make("span", { class: "letters" }, ...letters)) : []),
    ...red,
  ];
}

/**
 * At a dot: what comes back on all the lines out of it, added.
 * @param {Say} say
 * @param {Session} session
 * @param {Line} line
 */
function addedUp(say, { graph, engine, result }, { source }) {
  const place = graph?.nodes.findIndex(({ id }) => id === source) ?? -1;
  if (!graph || !engine || !result || graph.nodes[place]?.kind !== "branch" || !engine.differentiable[place]) return [];
  const sum = printSum(
    engine.returning[place].map((one) => result.contributions[one]),
    result.adjoints[place],
  );
  return row(
    withTerms(say, say("lineAdded")),
    equation([sumMath(sum.addends), numberMath(sum.total)], sum.sign),
    "red",
  );
}

/**
 * What a line says, in one sentence.
 * @param {Say} say
 * @param {Session} session
 * @param {Line} line
 */
function meaning(say, { graph, engine, result }, { place, onward, target }) {
  if (!graph || !engine || !result) return "";
  const along = onward < 0 ? place : onward;
  const source = engine.sources[along];
  const name = nameAt(graph, source) || say("cardThis");
  if (target === null) return say("cardOutput", { seed: printNumber(result.seeds[place - engine.edges]) });
  if (!engine.flows[along]) return say("cardLiteralSays");
  // What is said is about the output itself, whatever E is.
  const seeds = engine.speaking(result);
  const { contributions } = seeds === result.seeds ? result : engine.backward(result.values, seeds);
  const slope = contributions[along];
  const output = totalOf(graph, seeds).name ?? "";
  if (!Number.isFinite(slope)) return say("cardNoMeaning", { name, output });
  if (slope === 0) return say("lineFlat", { name, output });
  return say(slope < 0 ? "lineFalls" : "lineRises", { name, output, slope: printNumber(Math.abs(slope)) });
}

/**
 * The node that gives a value its name: behind a dot, its source.
 * @param {Graph} graph
 * @param {number} place
 */
function namedAt({ nodes }, place) {
  const node = nodes[place];
  return node.kind === "branch" ? nodes.find(({ id }) => id === node.inputs[0]) : node;
}

/**
 * The name of a value, also behind a dot; empty without one.
 * @param {Graph} graph
 * @param {number} place
 */
function nameAt(graph, place) {
  const named = namedAt(graph, place);
  return named?.name || (named?.kind === "constant" ? named.sign.text : "");
}

/**
 * @param {Tree} tree
 * @param {string} letter
 * @returns {boolean}
 */
function speaksOf(tree, letter) {
  return typeof tree === "string" ? tree === letter : tree.slice(1).some((part) => speaksOf(part, letter));
}
