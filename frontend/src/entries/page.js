/**
 * The page: wires the box, the figure, the values and the link to one state. The first module it loads.
 *
 * What enters: the address. What leaves: nothing; everything the reader does ends in the state and so in the address.
 */

import "./embed.js";
import { ExpressionBox } from "../controls/expression.js";
import { Folding } from "../controls/folding.js";
import { Header } from "../controls/header.js";
import { Notice } from "../controls/notice.js";
import { ResultLine } from "../controls/result.js";
import { ValuesPanel } from "../controls/values.js";
import { drawnFor, foldable, namesOf, sameNode, withNames } from "../engine/folds.js";
import { figureKey, pressKey } from "../figure/keys.js";
import { Inspector } from "../panels/inspector.js";
import { CheckPanel } from "../panels/plots/check.js";
import { CurvesPanel } from "../panels/plots/curves.js";
import { Ripple } from "../panels/ripple.js";
import { SharePanel } from "../panels/share.js";
import { WhenVisible } from "../panels/when-visible.js";
import { Client } from "../service/client.js";
import { Packed } from "../service/packed.js";
import { Link } from "../state/link.js";
import { make } from "../typeset/markup.js";
import { speaker } from "../words/words.js";
import { carried, held, usual } from "./door.js";

/** @typedef {import("../figure/element.js").KuroakaFigure} KuroakaFigure */
/** @typedef {import("../state/state.js").State} State */

const link = new Link(usual, restore, held);
let state = link.read();
let say = speaker(state.lang);
/** What the box says; the state has the last expression that could be drawn. */
let wanted = state.expr;
/** While the reader goes on typing, the link of the same entry changes; the first change makes a new entry. */
let typing = false;
/** How the expression is to be drawn, until it is. @type {import("../panels/card/shape-buttons.js").Shape} */
let pending = {};
/** The selected node of the drawing before. @type {import("../service/contract.js").GraphNode | undefined} */
let chosen;

export const figure = /** @type {KuroakaFigure} */ (document.createElement("kuroaka-figure"));
const { session } = figure;
if (carried) session.client = new Packed(carried);
const header = new Header({ language, theme, copy: () => navigator.clipboard.writeText(link.address(state)) });
const expression = new ExpressionBox({ changed: typed, revert, chosen: tryExample });
const notice = new Notice(() => figure.open({ ...state, expr: wanted }));
const result = new ResultLine();
const values = new ValuesPanel({ moved: move, seeded, ranged });
const curves = new CurvesPanel({ move, choose });
const reshape = carried ? null : shape; // a file carries one drawing
const inspector = new Inspector(figure, expression, select, reshape);
const folding = new Folding((names, folded) => shape({ fold: withNames(pending.fold ?? state.fold, names, folded) }));
const ripple = new Ripple(figure);
const share = new SharePanel(new Client());
link.written = (state) => share.show(say, state);
const check = new CheckPanel({ choose, size, nudge: (name, h) => ripple.start(name, h) });

figure.addEventListener("graph", () => {
  if (session.expression !== state.expr) {
    state = { ...state, expr: session.expression, frame: null, node: "" };
    if (typing) link.replace(state);
    else link.push(state);
    typing = true;
  }
  pending = {};
  const { open, fold } = session.asked;
  if (open !== state.open || fold !== state.fold) {
    state = { ...state, open, fold, frame: null, node: session.graph ? sameNode(session.graph, chosen) : "" };
    link.push(state);
  }
  expression.complain("");
  expression.remark(session.graph?.notices ?? []);
  notice.show(say, null);
  inspector.show(say, state.node);
  showValues();
  plotted.now();
});
figure.addEventListener("change", () => {
  ripple.stop();
  result.show(say, session);
  inspector.show(say, state.node);
  plotted.draw();
});
figure.addEventListener("select", (event) => select(/** @type {CustomEvent<{id: string}>} */ (event).detail.id));
figure.addEventListener("view", () => {
  const { frame, show, speed, loop, dashes, player } = figure;
  state = { ...state, show, speed, loop, dashes };
  document.documentElement.classList.toggle("dashed", dashes);
  // A figure that plays from the start, and one that has played to its end, need no frame in the link.
  if (session.graph && !player.playing && !(state.frame === null && atEnd())) state.frame = frame;
  link.replace(state);
});
figure.addEventListener("problem", (event) => {
  if (state.hide.includes("input")) return; // then the figure says it
  event.preventDefault();
  pending = {};
  const problem = /** @type {CustomEvent<import("../service/client.js").Problem>} */ (event).detail;
  if (problem.away) return notice.show(say, session.graph ? "away" : "awayEmpty");
  notice.show(say, null);
  expression.complain(problem.message || say(problem.status < 0 ? "unreadable" : "refused"), problem.faults);
});
document.addEventListener("keydown", (event) => {
  if (figureKey(event) === "Escape" && state.node) select("");
  else if (pressKey(figure, event)) event.preventDefault();
});

const panels = make("div", { class: "panels" }, ...inspector.elements);
const plots = make("div", { class: "plots" }, curves.element, check.element);
const plotted = new WhenVisible(plots, drawPlots);
const main = make(
  "main",
  {},
  expression.element,
  notice.element,
  figure,
  result.element,
  folding.element,
  values.element,
  panels,
  plots,
  share.element,
);
document.body.replaceChildren(header.element, main);
hide();
expression.value = state.expr;
speak();
figure.open(state);

/**
 * @param {string} name
 * @param {number} value
 */
export function move(name, value) {
  note({ at: { ...state.at, [name]: value } });
  figure.setValues({ [name]: value });
  showValues();
}

/**
 * A part of the state is another; the address follows.
 * @param {Partial<State>} part
 */
function note(part) {
  state = { ...state, ...part };
  link.replace(state);
}

/** @param {number} seed */
function seeded(seed) {
  note({ seed });
  figure.setSeed(seed);
}

/**
 * @param {string} name
 * @param {readonly [number, number]} ends
 */
function ranged(name, ends) {
  note({ range: { ...state.range, [name]: ends } });
  plotted.now();
}

/** @param {string} name  the input that the plots are about */
function choose(name) {
  note({ wrt: name });
  plotted.now();
}

/** @param {number} h  the nudge of the gradient check */
function size(h) {
  note({ h });
  plotted.now();
}

/**
 * Draws the same expression otherwise; the link follows when it is drawn.
 * @param {import("../panels/card/shape-buttons.js").Shape} change
 */
function shape(change) {
  const { player, frame } = figure;
  chosen = session.graph?.nodes.find(({ id }) => id === state.node);
  // What plays begins again; what stands, stands complete, or at its beginning.
  const stands = frame === 0 ? 0 : Number.MAX_SAFE_INTEGER;
  pending = { ...pending, ...change };
  figure.open({ ...state, ...pending, frame: player.playing ? null : stands });
}

/** The rows of the values, and the names that can be folded. */
function showValues() {
  if (reshape) folding.show(say, state.hide.includes("values") ? [] : foldable(session.graph), namesOf(state.fold));
  values.show(say, session.leaves, (leaf) => session.valueOf(leaf), state.seed, state.range);
}

/** As wide as the sliders of their input. */
function drawPlots() {
  if (!session.graph) return;
  curves.show(say, session, state.wrt, (leaf) => values.rangeOf(leaf));
  check.show(say, session, state.wrt, state.h);
}

/** @param {string} id  of a node, empty for none */
function select(id) {
  const node = drawnFor(session.graph)(id);
  note({ node });
  inspector.show(say, node);
  if (node) inspector.bring();
}

function atEnd() {
  return figure.player.time >= figure.player.timeline.end;
}

/**
 * @param {string} text
 * @param {boolean} settled
 */
function typed(text, settled) {
  const expr = text.trim();
  if (expr !== wanted) {
    wanted = expr;
    figure.open({ ...state, expr, frame: null });
  }
  if (settled) typing = false;
}

/** The text that is drawn, if the box says something else. */
function revert() {
  return expression.value.trim() === state.expr ? null : state.expr;
}

/** @param {import("../state/examples.js").Example} example */
function tryExample({ expr, at = {} }) {
  typing = false;
  wanted = expr;
  state = { ...state, at, frame: null, open: "", fold: "" };
  expression.value = expr;
  figure.open({ ...state, expr });
}

/** @param {State} read */
function restore(read) {
  typing = false;
  const spoken = read.lang !== state.lang || read.theme !== state.theme;
  state = read;
  wanted = state.expr;
  hide();
  if (spoken) speak();
  expression.value = state.expr;
  figure.open(state.frame === null ? { ...state, frame: Number.MAX_SAFE_INTEGER } : state);
  if (session.graph) showValues();
  plotted.now();
  inspector.show(say, state.node);
}

/** Leaves out what the state says. */
function hide() {
  const parts = {
    header,
    input: expression,
    result,
    values,
    panels: { element: panels },
    plots: { element: plots },
    share,
  };
  for (const [name, { element }] of Object.entries(parts))
    element.hidden = state.hide.some((hidden) => hidden === name);
}

/** @param {import("../state/state.js").Lang} lang */
function language(lang) {
  note({ lang });
  speak();
  figure.open({ ...state, expr: wanted }, { keep: true });
}

/** @param {import("../state/state.js").Theme} chosen */
function theme(chosen) {
  note({ theme: chosen });
  document.documentElement.dataset.theme = chosen;
}

function speak() {
  say = speaker(state.lang);
  document.documentElement.dataset.theme = state.theme;
  document.documentElement.lang = state.lang;
  document.title = say("title");
  header.show(say, state.lang, state.theme);
  expression.speak(say, state.lang);
  notice.show(say, null);
  share.show(say, state);
  if (!session.graph) return;
  showValues();
  plotted.now();
  result.show(say, session);
  inspector.show(say, state.node);
}
