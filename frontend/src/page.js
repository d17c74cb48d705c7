/**
 * The page: wires the box, the figure, the values and the link to one state. The first module it loads.
 *
 * What enters: the address. What leaves: nothing; everything the reader does ends in the state and so in the address.
 */

import "./define.js";
import { ExpressionBox } from "./controls/expression.js";
import { Header } from "./controls/header.js";
import { Notice } from "./controls/notice.js";
import { ResultLine } from "./controls/result.js";
import { ValuesPanel } from "./controls/values.js";
import { figureKey } from "./keys.js";
import { Link } from "./link.js";
import { make } from "./markup.js";
import { preferredLang, speaker } from "./words/words.js";

/** @typedef {import("./element.js").KuroakaFigure} KuroakaFigure */
/** @typedef {import("./state.js").State} State */

const link = new Link({ lang: preferredLang(navigator.languages) }, restore);
let state = link.read();
let say = speaker(state.lang);
/** What the box says; the state has the last expression that could be drawn. */
let wanted = state.expr;
/** While the reader goes on typing, the link of the same entry changes; the first change makes a new entry. */
let typing = false;

const figure = /** @type {KuroakaFigure} */ (document.createElement("kuroaka-figure"));
const { session } = figure;
const header = new Header({ language, copy: () => navigator.clipboard.writeText(link.address(state)) });
const expression = new ExpressionBox(typed);
const notice = new Notice(() => figure.open({ ...state, expr: wanted }));
const result = new ResultLine();
const values = new ValuesPanel((name, value) => {
  state.at = { ...state.at, [name]: value };
  figure.setValues({ [name]: value });
  link.replace(state);
});

figure.addEventListener("graph", () => {
  if (session.expression !== state.expr) {
    state = { ...state, expr: session.expression, frame: null };
    if (typing) link.replace(state);
    else link.push(state);
    typing = true;
  }
  expression.complain("");
  notice.show(say, null);
  values.show(say, session.leaves, (leaf) => session.valueOf(leaf));
});
figure.addEventListener("result", () => result.show(say, session));
figure.addEventListener("view", () => {
  const { frame, show, speed, player } = figure;
  state = { ...state, show, speed };
  // A figure that plays from the start, and one that has played to its end, need no frame in the link.
  if (session.graph && !player.playing && !(state.frame === null && atEnd())) state.frame = frame;
  link.replace(state);
});
figure.addEventListener("problem", (event) => {
  const problem = /** @type {CustomEvent<import("./api.js").Problem>} */ (event).detail;
  if (problem.away) return notice.show(say, session.graph ? "away" : "awayEmpty");
  notice.show(say, null);
  expression.complain(problem.message || say(problem.status < 0 ? "unreadable" : "refused"), problem.faults);
});
document.addEventListener("keydown", (event) => {
  const key = figureKey(event);
  if (key && figure.command(key)) event.preventDefault();
});

const main = make("main", {}, expression.element, notice.element, figure, result.element, values.element);
document.body.replaceChildren(header.element, main);
speak();
expression.value = state.expr;
figure.open(state);

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

/** @param {State} read */
function restore(read) {
  typing = false;
  const spoken = read.lang !== state.lang;
  state = read;
  wanted = state.expr;
  if (spoken) speak();
  expression.value = state.expr;
  figure.open(state.frame === null ? { ...state, frame: Number.MAX_SAFE_INTEGER } : state);
  if (session.graph) values.show(say, session.leaves, (leaf) => session.valueOf(leaf));
}

/** @param {import("./state.js").Lang} lang */
function language(lang) {
  state = { ...state, lang };
  speak();
  figure.open({ ...state, expr: wanted }, { keep: true });
  link.replace(state);
}

function speak() {
  say = speaker(state.lang);
  document.documentElement.lang = state.lang;
  document.title = say("title");
  header.show(say, state.lang);
  expression.speak(say);
  notice.show(say, null);
  if (!session.graph) return;
  values.show(say, session.leaves, (leaf) => session.valueOf(leaf));
  result.show(say, session);
}
