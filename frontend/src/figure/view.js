/**
 * What is seen of a figure: the drawing on its stage, the caption below it, the transport below that.
 *
 * What enters: the store, which it follows, a session, a player. What leaves: elements, what the reader chooses in the
 * store, and the calls in `actions` when the reader does something else. It decides nothing: element.js does.
 */

import { drawnFor } from "../engine/folds.js";
import { secondsToRead } from "../narration/reading.js";
import { difference } from "../state/asked.js";
import { PARTS } from "../state/state.js";
import { make } from "../typeset/markup.js";
import { speaker } from "../words/words.js";
import { Absence } from "./absence.js";
import { Caption } from "./caption.js";
import { dash } from "./dashes.js";
import { listen } from "./gestures.js";
import { glide, keepLines, standing } from "./glide.js";
import { addRings } from "./hit-rings.js";
import { tellKeys } from "./key-help.js";
import { idOf, Nodes } from "./nodes.js";
import { Paper } from "./paper.js";
import { addReaches, partAt } from "./reaches.js";
import { Stage } from "./stage.js";
import { dress, wear } from "./styles.js";
import { frameAt, phaseOf } from "./timeline.js";
import { Transport } from "./transport.js";
import { zoomButtons } from "./zoom.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../state/store.js").Store} Store */

/**
 * @typedef {object} Actions
 * @property {() => void} toggle
 * @property {(way: 1 | -1) => void} step
 * @property {(time: number) => void} scrub  seconds
 * @property {(id: string) => void} choose  a node or a line
 * @property {(id: string | null) => void} point  one that is rested on
 * @property {() => void} lecture  there, or back
 * @property {() => void} retry  asks once more for what did not come
 * @property {() => void} reload  of the page, which is too old
 */

const NONE = -1; // before the first frame

export class View {
  /** @type {Drawing | null} */
  drawing = null;
  #root;
  /** All of it, out of reach of the page around. */
  #body = make("div", { class: "body" });
  #store;
  #actions;
  #session;
  #player;
  /** @type {Nodes | null} */
  #nodes = null;
  #stage = new Stage();
  absence;
  #paper;
  #sheets;
  #spoken;
  #lastFrame = NONE;
  /** The id of what the pointer or the focus is on. @type {string | null} */
  #rested = null;
  /** What stands is of another text than the one that is asked for. */
  #old = false;
  /** What stands there. @type {import("../state/asked.js").Asked | null} */
  #drawn = null;
  /** What is highlighted, by kind: nodes and lines. @type {Map<string, [readonly string[], readonly string[]]>} */
  #highlights = new Map();

  /**
   * @param {ShadowRoot} root
   * @param {Store} store
   * @param {Session} session
   * @param {Player} player
   * @param {Actions} actions
   */
  constructor(root, store, session, player, actions) {
    this.#root = root;
    this.#store = store;
    this.#session = session;
    this.#player = player;
    this.#actions = actions;
    this.#sheets = [
      ...dress(root, ["host", "colours", "controls", "ink"]),
      ...dress(root, ["figure", "zoom", "player", "marks", "lecture", "paper"]),
    ];
    this.wear(); // before there is a figure: nothing moves when it comes
    this.absence = new Absence(this.#stage.element, actions);
    this.#paper = new Paper(store, session, player, () => this.#spoken.say);
    this.#body.append(this.absence.above, this.#stage.element, this.#paper.element, this.absence.below);
    root.append(make("div", { class: "shell" }, this.#body), this.absence.instead);
    this.#spoken = this.#speak();
    this.#control();
    for (const type of ["pointerover", "pointermove", "pointerleave", "focusin", "focusout"])
      this.#stage.element.addEventListener(type, (event) => this.#point(event));
    listen(this.#stage.element, {
      swipe: (way) => actions.step(way),
      zoom: (factor, x, y) => this.#stage.zoom(factor, x, y),
    });
    this.#stage.appeared = () => this.take();
    player.reading = (frame) => this.#reading(frame);
    store.on(["lang"], () => {
      this.#spoken = this.#speak();
      this.#lastFrame = NONE;
      this.follow();
    });
    store.on(["hide"], () => this.#hide());
    store.on(["node"], () => {
      this.#nodes?.mark(this.#chosen);
      this.drawing?.attend(this.#chosen);
      this.#stage.find(this.#chosen, !player.framesOnly);
    });
    store.on(["dashes"], () => this.#dash());
    store.on(["show", "speed", "loop"], () => this.#control());
    store.on(["black"], () => this.#spoken.transport.fill(store.state));
    store.on(["lecture"], () => this.#present());
  }

  /** Where the figure stands. */
  get stage() {
    return this.#stage.element;
  }

  watch() {
    this.#stage.watch();
    this.absence.watch();
    this.#paper.watch();
  }

  unwatch() {
    this.#stage.unwatch();
    this.absence.unwatch();
    this.#paper.unwatch();
  }

  /** Puts on its sheets, and again in another document. */
  wear() {
    wear(this.#root, this.drawing ? [...this.#sheets, this.drawing.sheet] : this.#sheets);
  }

  /** Everything but the figure, in the reader's language, in place of what was said in another. */
  #speak() {
    const store = this.#store;
    const say = speaker(store.state.lang);
    const transport = new Transport(say, {
      ...this.#actions,
      speed: (speed) => store.set({ speed }, "reader"),
      loop: (loop) => store.set({ loop }, "reader"),
      show: (show) => store.set({ show }, "reader"),
      black: (black) => store.set({ black }, "reader"),
      whole: () => this.#stage.whole(),
    });
    const caption = new Caption(say);
    const zoom = zoomButtons(say, {
      zoom: (factor) => this.#stage.zoom(factor),
      whole: () => this.#stage.whole(),
      wide: () => this.#stage.wide(),
      dashes: (dashes) => store.set({ dashes }, "reader"),
      names: (named) => store.set({ naming: named ? "names" : "written" }, "reader"),
      view: (network) => store.set({ view: network ? "auto" : "graph" }, "reader"),
    });
    this.#body.querySelectorAll(".zoom, .foot").forEach((old) => {
      old.remove();
    });
    this.#stage.element.after(zoom.element);
    this.#stage.overview.stand(zoom.element, Boolean(this.drawing?.isNetwork));
    const foot = { class: "foot", part: "foot" };
    this.#body.append(make("div", foot, caption.element, caption.announced, transport.element));
    this.#makeRoom(caption);
    this.absence.say = say;
    transport.scale(this.#player.timeline.times);
    transport.fill(store.state);
    zoom.dashed(store.state.dashes);
    zoom.named(this.#session.graph?.naming === "names", false);
    zoom.viewed(this.#session.graph?.view === "network", Boolean(this.#session.graph?.layered));
    this.#stage.element.setAttribute("aria-label", say("figure"));
    this.#hide();
    return { say, transport, caption, zoom };
  }

  /**
   * How long it takes to read what is said of a frame, in seconds.
   * @param {number} frame
   */
  #reading(frame) {
    const { hide, lang } = this.#store.state;
    return hide.includes("caption") ? 0 : secondsToRead(this.#session.sentence(frame), lang);
  }

  /** @param {Caption} caption */
  #makeRoom(caption) {
    const { told } = this.#session;
    caption.makeRoom((told?.steps ?? []).map((_, at) => this.#session.sentence(at + 1)));
  }

  #hide() {
    const { hide } = this.#store.state;
    for (const part of PARTS)
      for (const element of this.#body.querySelectorAll(`.${part}`))
        element.toggleAttribute("hidden", hide.includes(part));
  }

  /** To a room, or to a reader again. */
  #present() {
    const { state } = this.#store;
    const { transport } = this.#spoken;
    const hasFocus = transport.element.contains(this.#root.activeElement);
    transport.fill(state);
    this.#stage.present(state.lecture);
    // The next press of a key goes on, it does not go back.
    if (hasFocus) (state.lecture ? transport.ahead : transport.lecture).focus();
  }

  /** Takes in the session's figure, in place of the one before; the time stays. */
  draw() {
    const session = this.#session;
    const { drawing } = session;
    if (!drawing) return;
    const before = this.drawing;
    this.drawing = drawing;
    this.#lastFrame = NONE;
    this.wear();
    const isNew = drawing !== before; // one that is wanted again listens already
    if (isNew) this.#nodes = new Nodes(drawing.svg, session, this.#spoken.say, this.#actions.choose);
    this.#nodes?.mark(this.#chosen);
    drawing.attend(this.#chosen);
    const other = this.#drawn && difference(this.#drawn, session.asked);
    const isSame = this.#drawn !== null && (other === null || other === "said");
    const glides = before && before !== drawing && (isSame || other === "shaped") && !this.#player.framesOnly;
    const stood = glides ? standing(before) : null;
    this.#stage.overview.stand(this.#spoken.zoom.element, drawing.isNetwork);
    this.#stage.hold(drawing, isSame);
    const going = stood && isSame ? keepLines(stood, drawing) : null;
    this.#drawn = session.asked;
    if (isNew) addRings(drawing.svg);
    if (isNew) addReaches(drawing.svg);
    this.#dash();
    this.#name();
    for (const [kind, [nodes, lines]] of this.#highlights) drawing.highlight(kind, nodes, lines);
    this.#makeRoom(this.#spoken.caption);
    this.#player.take(drawing.animations(), drawing.timeline);
    this.#spoken.transport.scale(drawing.timeline.times);
    if (stood) glide(stood, drawing, going);
  }

  /** Whether formulas go by the reader's own names, if there are any. */
  #name() {
    const graph = this.#session.graph;
    const isPossible = Boolean(graph?.nodes.some(({ kind, name }) => kind === "operation" && name));
    this.#spoken.zoom.named(graph?.naming === "names", isPossible);
    this.#spoken.zoom.viewed(graph?.view === "network", Boolean(graph?.layered) || graph?.view === "network");
  }

  /** Takes the drawing's animations again: those of what is not shown do not exist. */
  take() {
    if (this.drawing) this.#player.take(this.drawing.animations());
  }

  #dash() {
    const { dashes } = this.#store.state;
    this.#spoken.zoom.dashed(dashes);
    if (this.drawing && dashes !== this.drawing.svg.classList.contains("dashed")) dash(this.drawing.svg, dashes);
  }

  /** @param {string} id  of the node or line that gets the focus */
  visit(id) {
    this.#nodes?.visit(id);
  }

  /** All of the figure, or as large as it was. */
  whole() {
    this.#stage.whole();
  }

  /** Tells the keys. */
  help() {
    tellKeys(this.#body, this.#spoken.say);
  }

  /**
   * Highlights nodes and lines, in place of those that were highlighted in the same way before.
   * @param {string} kind
   * @param {readonly string[]} all  ids of nodes; for one that is not drawn its circle is highlighted
   * @param {readonly string[]} lines  ids
   */
  highlight(kind, all, lines) {
    const nodes = all.map(drawnFor(this.#session.graph));
    const [before, along] = this.#highlights.get(kind) ?? [[], []];
    if (String(before) === String(nodes) && String(along) === String(lines)) return;
    this.#highlights.set(kind, [nodes, lines]);
    this.drawing?.highlight(kind, nodes, lines);
  }

  /** @param {boolean} old  whether the figure is of another text than the one that is asked for */
  age(old) {
    if (old === this.#old) return;
    this.#old = old;
    this.#stage.element.classList.toggle("old", old);
    this.#tell(this.#lastFrame);
  }

  /** New numbers. */
  write() {
    const { engine, result, lines } = this.#session;
    if (engine && result) this.drawing?.write(engine, result, lines);
    this.#nodes?.write();
    this.#tell(frameAt(this.#player.timeline.times, this.#player.time));
  }

  /**
   * The time is another, or whether it plays.
   * @returns {boolean} whether the frame is another
   */
  follow() {
    const frame = this.#control();
    if (frame === this.#lastFrame) return false;
    const isFirst = this.#lastFrame === NONE;
    this.#lastFrame = frame;
    this.#tell(frame);
    const sought = isFirst ? this.#chosen : ""; // what a link is about
    this.#stage.reveal(this.#session.graph?.steps[frame - 1], !this.#player.framesOnly && !sought);
    this.#stage.find(sought, false);
    return true;
  }

  /**
   * The controls show where the player is.
   * @returns {number} the frame
   */
  #control() {
    const { time, timeline, playing } = this.#player;
    const { speed, loop, show } = this.#store.state;
    const frame = frameAt(timeline.times, time);
    const phase = phaseOf(this.#session.graph?.steps ?? [], frame);
    this.#spoken.transport.update({ time, playing, phase, speed, loop, show });
    return frame;
  }

  /** @param {number} frame */
  #tell(frame) {
    if (!this.drawing) return;
    const { say, caption } = this.#spoken;
    caption.update(frame, this.#old ? [{ text: say("oldFigure") }] : this.#session.sentence(frame));
  }

  /** What is selected, as it is drawn. */
  get #chosen() {
    const { node } = this.#store.state;
    return this.#session.line(node)?.id ?? node;
  }

  /** @param {Event} event  the pointer or the focus is on a node or a line, or has left it */
  #point(event) {
    const left = event.type === "pointerleave" || event.type === "focusout";
    const part = left ? null : partAt(event);
    const id = part && idOf(part);
    if (event.type === "pointermove" && id === this.#rested) return;
    this.#rested = id;
    this.drawing?.attend(id ?? this.#chosen);
    this.#actions.point(id);
  }
}
