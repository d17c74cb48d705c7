/**
 * <kuroaka-figure>: a figure that plays, with its controls, all inside its own shadow root. This module only has the
 * class; entries/embed.js registers it.
 *
 * What enters: the rows of the state table, as attributes or in its store; what a reader does. What leaves: the rows that
 * a reader chose, in the store, and the events "graph", "change" (new numbers), "frame" (another frame is in view),
 * "select" (a node or a line), "point" (one that is rested on, null when no more), "problem" (the figure says it itself unless
 * that is prevented) and "reload" (the page is too old, and the figure loads it anew unless that is prevented). They bubble,
 * out of other shadow roots too.
 */

import { sameNode } from "../engine/folds.js";
import { sameLine } from "../engine/lines.js";
import { readRow } from "../state/state.js";
import { needFont } from "../typeset/font.js";
import { Attributed, reflect } from "./attributes.js";
import { pressKey, usesKey } from "./keys.js";
import { Player } from "./player.js";
import { Projector } from "./projector.js";
import { Question } from "./question.js";
import { Session } from "./session.js";
import { Surroundings } from "./surroundings.js";
import { frameAt, neighbour } from "./timeline.js";
import { View } from "./view.js";

/** @typedef {import("../state/state.js").State} State */

export class KuroakaFigure extends Attributed {
  session = new Session(this.store);
  player = new Player();
  #question = new Question(this.store, this.session, () => this.isConnected);
  /** A new figure is taken in; in the end it is put to its frame. */
  #taking = false;
  /** The service is waited for, so long that it is seen. */
  #waits = false;
  projector = new Projector(this);
  #view = new View(this.attachShadow({ mode: "open" }), this.store, this.session, this.player, {
    toggle: () => this.toggle(),
    step: (way) => this.step(way),
    scrub: (time) => this.scrub(time),
    choose: (id) => this.#choose(id),
    point: (id) => this.#tell("point", { id }),
    lecture: () => this.projector.toggle(),
    retry: () => this.#retry(),
    reload: () => {
      if (this.#tell("reload")) location.reload();
    },
  });
  #surroundings = new Surroundings(this.player, this.#view.stage);

  constructor() {
    super();
    const { store, session, player } = this;
    session.addEventListener("graph", () => this.#opened());
    session.addEventListener("figure", () => {
      this.#draw();
      if (!this.#question.failed) this.#view.absence.clear();
    });
    session.addEventListener("result", () => this.#write());
    session.addEventListener("waiting", (event) => {
      const wait = /** @type {CustomEvent<import("./patience.js").Wait>} */ (event).detail;
      this.#waits = Boolean(wait);
      this.#view.absence.wait(wait);
      this.#view.age(this.old);
    });
    session.addEventListener("problem", (event) => {
      this.#refused(/** @type {CustomEvent<import("../service/problem.js").Problem>} */ (event).detail);
    });
    player.addEventListener("time", () => this.#moved());
    player.addEventListener("playing", () => this.#moved());
    store.on(["speed"], () => {
      player.rate = store.state.speed;
    });
    store.on(["loop"], () => {
      player.loop = store.state.loop;
    });
    store.on(["frame"], () => this.#follow());
    store.on(["animate"], () => {
      if (store.state.frame === null) this.#follow();
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#view.watch();
    this.#surroundings.watch();
    this.addEventListener("keydown", this.#pressed);
    this.#view.take(); // a figure that was moved has new animations
    this.#question.ask({}); // it may have been moved while the answer was on its way
  }

  disconnectedCallback() {
    this.#view.unwatch();
    this.#surroundings.unwatch();
    this.removeEventListener("keydown", this.#pressed);
    this.player.pause();
    this.#question.leave();
  }

  /** It is in another document: that of a frame, say. */
  adoptedCallback() {
    needFont(this.ownerDocument);
    this.#view.wear();
  }

  get drawing() {
    return this.#view.drawing;
  }

  /** @returns {number} the frame in view, or the one being drawn */
  get frame() {
    return frameAt(this.player.timeline.times, this.player.time);
  }

  /** @param {number | string | null | undefined} frame  to stand at; none plays from the start */
  set frame(frame) {
    reflect(this, "frame", frame);
    const wanted = readRow("frame", this.getAttribute("frame"));
    if (typeof wanted === "number") this.seek(wanted);
  }

  /**
   * Asks for a figure of other rows, which are in the store as soon as there is one: what is refused changes nothing.
   * @param {Partial<State>} rows
   */
  ask(rows) {
    this.#question.ask(rows);
  }

  /** Whether another figure may be on its way. */
  get coming() {
    return this.#question.coming;
  }

  /** Whether the figure that stands is of another text than the one that is asked for. */
  get old() {
    return this.#question.differs && (this.#waits || this.#question.failed);
  }

  /** The state as it is to be when what is asked for is drawn. */
  get asking() {
    return this.#question.state;
  }

  /**
   * Gives the focus to a node or a line, and scrolls there.
   * @param {string} id
   */
  visit(id) {
    this.scrollIntoView({ block: "nearest", behavior: this.player.framesOnly ? "instant" : "smooth" });
    this.#view.visit(id);
  }

  /**
   * Highlights nodes and lines, in place of those that were highlighted in the same way before.
   * @param {"pointed" | "path" | "origin"} kind
   * @param {readonly string[]} nodes  ids
   * @param {readonly string[]} [lines]  ids
   */
  highlight(kind, nodes, lines = []) {
    this.#view.highlight(kind, nodes, lines);
  }

  /** Shows all of it, or again as large as it was. */
  whole() {
    this.#view.whole();
  }

  /** Tells which keys it has. */
  help() {
    this.#view.help();
  }

  /** From where it stands; from the start when it stands at the end. */
  play() {
    this.player.held = false;
    this.player.play();
  }

  pause() {
    this.player.pause();
  }

  toggle() {
    if (this.player.playing) this.pause();
    else this.play();
  }

  /** @param {1 | -1} way */
  step(way) {
    const { times } = this.player.timeline;
    this.player.pause(); // before its time is read
    this.scrub(times[neighbour(times, this.player.time, way)]);
  }

  /**
   * Of the figure that stands there, and of the one that is asked for.
   * @param {number} frame  0 has nothing computed; beyond the last frame is the last
   */
  seek(frame) {
    const { times } = this.player.timeline;
    this.#question.seek(frame);
    if (this.drawing) this.scrub(times[Math.min(Math.max(Math.trunc(frame) || 0, 0), times.length - 1)]);
  }

  /** @param {number} time  seconds */
  scrub(time) {
    this.player.pause();
    this.player.seek(time);
  }

  #opened() {
    const { store, player } = this;
    const { playing } = player;
    const atStart = this.frame === 0 && !playing;
    const { other, rows, sought } = this.#question.take();
    this.#taking = true;
    this.#view.absence.clear();
    this.#view.age(false);
    if (other === "first" || other === "meant") player.pause();
    if (other === "meant") store.set({ frame: undefined, node: undefined, ...rows }, "reader");
    else if (other === "shaped") {
      store.set({ frame: atStart ? 0 : null, node: this.#samePart(), ...rows }, "reader");
    } else store.set(rows, "reader");
    this.#draw();
    this.#tell("graph"); // before the frame moves
    this.#taking = false;
    if (sought !== null) this.seek(sought);
    else if (other === "first" || other === "meant") this.#begin();
    else if (other !== "shaped") this.#moved();
    else if (playing) player.play(0);
    // What stands, stands complete when it is drawn otherwise, or at its beginning.
    else this.scrub(atStart ? 0 : player.timeline.end);
  }

  /** What was selected, in the graph as it is drawn now; empty if it is gone. */
  #samePart() {
    const { graph, drawing } = this.session;
    const { graph: before, id } = this.#question.chosen;
    if (!graph || !drawing || !before) return "";
    const node = before.nodes.find((one) => one.id === id);
    return node ? sameNode(graph, node) : sameLine(graph, drawing.ends, before, id);
  }

  /** @param {import("../service/problem.js").Problem} problem */
  #refused(problem) {
    const expression = this.#question.refuse();
    const { absence } = this.#view;
    this.#view.age(this.old);
    const soon = problem.kind === "busy" && this.#question.againIn(problem.after, () => absence.wait("quietly"));
    if (this.#tell("problem", problem)) absence.tell(problem, expression, soon);
    else absence.clear();
  }

  /** Asks once more for what did not come. */
  #retry() {
    this.#view.absence.wait("quietly");
    this.#question.again();
  }

  /** The store says another frame. */
  #follow() {
    const { frame } = this.store.state;
    if (this.#taking || this.#question.coming || (frame === this.frame && !this.player.playing)) return;
    this.#begin();
  }

  /** Goes to the frame of the store; without one it plays, or stands finished where it is not to play by itself. */
  #begin() {
    const { player, store } = this;
    const { frame, animate } = store.state;
    if (frame !== null) this.seek(frame);
    else if (player.framesOnly || !animate) this.scrub(player.timeline.end);
    else {
      player.held = !this.#surroundings.seen;
      player.play(0);
    }
  }

  #draw() {
    this.#view.draw();
    this.#write();
  }

  #write() {
    this.#view.write();
    const { values, value, gradients } = this.session;
    this.#tell("change", { values, value, gradients });
  }

  /** @param {string} id */
  #choose(id) {
    const node = id === this.store.state.node ? "" : id;
    this.store.set({ node }, "reader");
    this.#tell("select", { id: node });
  }

  /** The time is another, or whether it plays. */
  #moved() {
    const { player, store } = this;
    if (this.#view.follow()) this.#tell("frame", { frame: this.frame, frames: player.timeline.times.length });
    if (this.#taking || !this.#question.answered || player.playing) return;
    // A figure that plays from the start, and has played to its end, need not be told its frame.
    if (store.state.frame !== null || player.time < player.timeline.end) store.set({ frame: this.frame }, "reader");
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    if (pressKey(this, event)) event.preventDefault();
    // What it has used, or one of its controls will, is no key of the page around it: a deck would turn the slide.
    if (event.defaultPrevented || usesKey(event)) event.stopPropagation();
  };

  /**
   * @param {string} name
   * @param {unknown} [detail]
   * @returns {boolean} whether nobody prevented what the element does itself
   */
  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true, composed: true }));
  }
}
