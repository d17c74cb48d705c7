/**
 * <kuroaka-figure>: a figure that plays, with its controls, all inside its own shadow root. This module only has the
 * class; entries/embed.js registers it.
 *
 * What enters: the parameters of the state table, as attributes (`expression` loads by itself) or by `open`. What leaves:
 * the events "graph", "change" (new numbers), "frame" (another frame is in view), "view" (frame, show, speed, loop or
 * playing changed), "select" (a node), "point" (a node that is rested on, null when no more) and "problem" (the figure
 * says it itself unless that is prevented).
 */

import { ATTRIBUTES, defaults, readState } from "../state/state.js";
import { pressKey } from "./keys.js";
import { Player } from "./player.js";
import { Session } from "./session.js";
import { Surroundings } from "./surroundings.js";
import { frameAt, neighbour } from "./timeline.js";
import { View } from "./view.js";

/** @typedef {import("../service/contract.js").Values} Values */
/** @typedef {import("../state/state.js").Show} Show */
/** @typedef {import("../state/state.js").State} State */

/** What the service was asked last; nothing. */
const NOTHING = "";

export class KuroakaFigure extends HTMLElement {
  static observedAttributes = Object.values(ATTRIBUTES);

  session = new Session();
  player = new Player();
  /** @type {State} */
  #state = defaults();
  /** What the service was asked last. */
  #wanted = NOTHING;
  /** @type {number | null | undefined} the frame to show when the graph is there; undefined keeps the time */
  #frame = null;
  #scheduled = false;
  #surroundings = new Surroundings(this.player);
  #view = new View(this.attachShadow({ mode: "open" }), this.session, this.player, {
    toggle: () => this.toggle(),
    step: (way) => this.step(way),
    scrub: (time) => this.scrub(time),
    speed: (speed) => {
      this.player.rate = speed;
      this.#tell("view");
    },
    loop: (loop) => {
      this.player.loop = loop;
      this.#moved(true);
    },
    show: (show) => this.setShow(show),
    dashes: (dashes) => this.setDashes(dashes),
    choose: (id) => this.#choose(id),
    point: (id) => this.#tell("point", { id }),
  });

  constructor() {
    super();
    this.#view.speak(this.#state.lang);
    this.session.addEventListener("graph", () => this.#opened());
    this.session.addEventListener("figure", () => this.#draw());
    this.session.addEventListener("result", () => this.#write());
    this.session.addEventListener("problem", (event) => {
      this.#wanted = NOTHING;
      const { detail } = /** @type {CustomEvent<import("../service/client.js").Problem>} */ (event);
      if (this.#tell("problem", detail)) this.#view.refuse(detail, this.#state.expr);
    });
    this.player.addEventListener("time", () => this.#moved());
    this.player.addEventListener("playing", () => this.#moved(true));
  }

  connectedCallback() {
    this.#view.watch();
    this.#surroundings.watch();
    this.addEventListener("keydown", this.#pressed);
    if (this.drawing) this.player.take(this.drawing.animations()); // a figure that was moved has new animations
  }

  disconnectedCallback() {
    this.#view.unwatch();
    this.#surroundings.unwatch();
    this.removeEventListener("keydown", this.#pressed);
    this.player.pause();
    this.session.close();
    this.#wanted = NOTHING;
  }

  attributeChangedCallback() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.hasAttribute(ATTRIBUTES.expr)) return;
      this.open(readState((name) => this.getAttribute(ATTRIBUTES[name]), { at: {} }));
    });
  }

  get drawing() {
    return this.#view.drawing;
  }

  /** Frame in view, or the one being drawn. */
  get frame() {
    return frameAt(this.player.timeline.times, this.player.time);
  }

  get show() {
    return this.#state.show;
  }

  get dashes() {
    return this.#state.dashes;
  }

  get loop() {
    return this.player.loop;
  }

  get speed() {
    return this.player.rate;
  }

  /**
   * Shows a state: asks the service if the text, its drawing or the language is new, else only moves what differs.
   * @param {State} state  `frame` null plays from the start
   * @param {{keep?: boolean}} [how]  `keep`: the time stays as it is
   */
  open(state, { keep = false } = {}) {
    const { expr, open, fold, lang, at, show, speed } = state;
    const spoken = lang !== this.#state.lang;
    this.#state = { ...state };
    if (spoken) {
      this.#view.speak(lang);
      this.#moved(true);
    }
    this.#view.hide(state.hide);
    this.player.rate = speed;
    this.player.loop = state.loop;
    this.session.seed = state.seed;
    this.#frame = keep ? undefined : state.frame;
    const asked = { expr, open, fold, lang };
    const wanted = JSON.stringify(asked);
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.session.open(asked, at);
    } else if (this.session.graph) {
      this.session.values = {};
      this.session.set(at);
      this.#seekFrame(this.#frame);
    }
    this.setShow(show);
    this.#view.dash(state.dashes);
    this.mark(state.node);
  }

  /**
   * Marks a node as selected.
   * @param {string} id  empty for none
   */
  mark(id) {
    this.#state.node = id;
    this.#view.mark(id);
  }

  /**
   * Gives the focus to a node, and scrolls there.
   * @param {string} id
   */
  visit(id) {
    this.scrollIntoView({ block: "nearest", behavior: this.player.framesOnly ? "instant" : "smooth" });
    this.#view.visit(id);
  }

  /** @param {Values} values */
  setValues(values) {
    this.session.set(values);
  }

  /** @param {number} seed  the gradient that enters at the output */
  setSeed(seed) {
    this.#state.seed = seed;
    this.session.seed = seed;
    this.session.set({});
  }

  /** @param {Show} show */
  setShow(show) {
    this.#state.show = show;
    this.#view.show(show);
    this.#moved(true);
  }

  /** @param {boolean} dashes  red lines are dashed */
  setDashes(dashes) {
    this.#state.dashes = dashes;
    this.#view.dash(dashes);
    this.#tell("view");
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

  /** From where it stands; from the start when it stands at the end. */
  play() {
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

  /** @param {number} frame  0 has nothing computed; beyond the last frame is the last */
  seek(frame) {
    const { times } = this.player.timeline;
    this.scrub(times[Math.min(Math.max(Math.trunc(frame) || 0, 0), times.length - 1)]);
  }

  /** @param {number} time  seconds */
  scrub(time) {
    this.player.pause();
    this.player.seek(time);
    this.#tell("view");
  }

  #opened() {
    if (this.#frame !== undefined) this.player.pause();
    this.#draw();
    this.#tell("graph"); // before the frame moves: the page notes which expression that frame belongs to
    this.#seekFrame(this.#frame);
    this.#frame = undefined;
  }

  /** @param {number | null | undefined} frame */
  #seekFrame(frame) {
    if (frame === undefined) this.#moved(true);
    else if (frame !== null) this.seek(frame);
    else if (this.player.framesOnly) this.player.seek(this.player.timeline.end);
    else this.player.play(0);
  }

  #draw() {
    this.#view.draw(this.#state);
    this.#write();
  }

  /** @param {string} id */
  #choose(id) {
    this.mark(id === this.#state.node ? "" : id);
    this.#tell("select", { id: this.#state.node });
  }

  #write() {
    this.#view.write();
    const { values, value, gradients } = this.session;
    this.#tell("change", { values, value, gradients });
  }

  /**
   * The time, or something else that the controls show, is another.
   * @param {boolean} [also]  tell the page even if the frame is the same
   */
  #moved(also = false) {
    const next = this.#view.follow(this.#state);
    if (next) this.#tell("frame", { frame: this.frame, frames: this.player.timeline.times.length });
    if (next || also) this.#tell("view");
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    if (pressKey(this, event)) event.preventDefault();
  };

  /**
   * @param {string} name
   * @param {unknown} [detail]
   * @returns {boolean} whether nobody prevented what the element does itself
   */
  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  }
}
