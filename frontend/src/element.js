/**
 * <kuroaka-figure>: a figure that plays, with its controls, all inside its own shadow root. This module only has the
 * class; define.js registers it.
 *
 * What enters: the parameters of the state table, as attributes (`expr` loads by itself) or by `open`. What leaves: the
 * events "graph", "result", "problem", "select" (a node), "point" (a node that is
 * rested on, null when no more) and "view" (frame, show, speed, loop or playing changed).
 */

import { Caption } from "./controls/caption.js";
import { Transport } from "./controls/transport.js";
import { zoomButtons } from "./controls/zoom.js";
import { Drawing } from "./drawing.js";
import { listen } from "./gestures.js";
import { figureKey } from "./keys.js";
import { make } from "./markup.js";
import { Nodes } from "./nodes.js";
import { Player } from "./player.js";
import { addRings } from "./rings.js";
import { Session } from "./session.js";
import { Stage } from "./stage.js";
import { defaults, readState, TABLE } from "./state.js";
import { frameAt, neighbour, phaseOf } from "./timeline.js";
import { speaker } from "./words/words.js";

/** @typedef {import("./contract.js").Values} Values */
/** @typedef {import("./state.js").Show} Show */
/** @typedef {import("./state.js").State} State */

export class KuroakaFigure extends HTMLElement {
  static observedAttributes = TABLE.map((row) => row.name);

  session = new Session();
  player = new Player();
  /** @type {Drawing | null} */
  drawing = null;
  /** @type {Nodes | null} */
  #nodes = null;
  /** @type {State} */
  #state = defaults();
  #wanted = { expr: "", lang: "" };
  /** @type {number | null | undefined} the frame to show when the graph is there; undefined keeps the time */
  #frame = null;
  #scheduled = false;
  /** The time to come back to from paper. */
  #unprinted = 0;
  #lastFrame = -1;
  /** The expression whose figure stands there. */
  #drawn = "";
  #stage = new Stage();
  #say = speaker(this.#state.lang);
  #caption = new Caption(this.#say);
  #transport = this.#makeTransport();
  /** What is highlighted, by kind: nodes and lines. @type {Map<string, [readonly string[], readonly string[]]>} */
  #highlights = new Map();
  #motion = matchMedia("(prefers-reduced-motion: reduce)");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheets = ["controls", "figure", "marks"].map(
      (name) => new URL(`../styles/${name}.css`, import.meta.url).href,
    );
    root.append(...sheets.map((href) => make("link", { rel: "stylesheet", href })), this.#stage.element);
    for (const type of ["pointerover", "pointerleave", "focusin", "focusout"])
      this.#stage.element.addEventListener(type, (event) => this.#point(event));
    listen(this.#stage.element, {
      swipe: (way) => this.step(way),
      zoom: (factor, x, y) => this.#stage.zoom(factor, x, y),
    });
    this.#chrome();
    this.session.addEventListener("graph", () => this.#opened());
    this.session.addEventListener("figure", () => this.#draw());
    this.session.addEventListener("result", () => this.#write());
    this.session.addEventListener("problem", (event) => {
      this.#wanted = { expr: "", lang: "" };
      this.#tell("problem", /** @type {CustomEvent} */ (event).detail);
    });
    this.player.addEventListener("time", () => this.#moved());
    this.player.addEventListener("playing", () => this.#moved(true));
  }

  connectedCallback() {
    this.#stage.watch();
    this.#motion.addEventListener("change", this.#reduce);
    this.#reduce();
    this.addEventListener("keydown", this.#pressed);
    addEventListener("beforeprint", this.#finish);
    addEventListener("afterprint", this.#resume);
    if (this.drawing) this.player.take(this.drawing.animations()); // a figure that was moved has new animations
  }

  disconnectedCallback() {
    this.#stage.unwatch();
    this.#motion.removeEventListener("change", this.#reduce);
    this.removeEventListener("keydown", this.#pressed);
    removeEventListener("beforeprint", this.#finish);
    removeEventListener("afterprint", this.#resume);
    this.player.pause();
    this.session.close();
    this.#wanted = { expr: "", lang: "" };
  }

  attributeChangedCallback() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.hasAttribute("expr")) this.open(readState((name) => this.getAttribute(name), { at: {} }));
    });
  }

  /** Frame in view, or the one being drawn. */
  get frame() {
    return frameAt(this.player.timeline.times, this.player.time);
  }

  get show() {
    return this.#state.show;
  }

  get loop() {
    return this.player.loop;
  }

  get speed() {
    return this.player.rate;
  }

  /**
   * Shows a state: asks the service if the text or the language is new, else only moves what differs.
   * @param {State} state  `frame` null plays from the start
   * @param {{keep?: boolean}} [how]  `keep`: the time stays as it is
   */
  open(state, { keep = false } = {}) {
    const { expr, lang, at, show, speed } = state;
    if (lang !== this.#state.lang) {
      this.#say = speaker(lang);
      this.#transport = this.#makeTransport();
      this.#caption = new Caption(this.#say);
      this.#chrome();
    }
    this.#state = { ...state };
    this.player.rate = speed;
    this.player.loop = state.loop;
    this.session.seed = state.seed;
    this.#frame = keep ? undefined : state.frame;
    if (expr !== this.#wanted.expr || lang !== this.#wanted.lang) {
      this.#wanted = { expr, lang };
      this.session.open(expr, at, lang);
    } else if (this.session.graph) {
      this.session.values = {};
      this.session.set(at);
      this.#seekFrame(this.#frame);
    }
    this.setShow(show);
    this.mark(state.node);
  }

  /**
   * Marks a node as selected.
   * @param {string} id  empty for none
   */
  mark(id) {
    this.#state.node = id;
    this.#nodes?.mark(id);
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
    if (this.drawing) {
      this.drawing.show(show);
      this.player.take(this.drawing.animations());
    }
    this.#moved(true);
  }

  /**
   * Highlights nodes and lines, in place of those that were highlighted in the same way before.
   * @param {"pointed" | "path" | "origin"} kind
   * @param {readonly string[]} nodes  ids
   * @param {readonly string[]} [lines]  ids
   */
  highlight(kind, nodes, lines = []) {
    const [before, along] = this.#highlights.get(kind) ?? [[], []];
    if (String(before) === String(nodes) && String(along) === String(lines)) return;
    this.#highlights.set(kind, [nodes, lines]);
    this.drawing?.highlight(kind, nodes, lines);
  }

  toggle() {
    if (this.player.playing) this.player.pause();
    else this.player.play();
  }

  /** @param {1 | -1} way */
  step(way) {
    const { times } = this.player.timeline;
    this.player.pause();
    this.player.seek(times[neighbour(times, this.player.time, way)]);
    this.#tell("view");
  }

  /** @param {number} time  seconds */
  seek(time) {
    this.player.pause();
    this.player.seek(time);
    this.#tell("view");
  }

  /**
   * What a key does to the figure.
   * @param {string} key
   * @returns {boolean} whether it did something
   */
  command(key) {
    if (!this.drawing) return false;
    if (key === " ") this.toggle();
    else if (key === "ArrowLeft") this.step(-1);
    else if (key === "ArrowRight") this.step(1);
    else if (key === "Home") this.seek(0);
    else if (key === "End") this.seek(this.player.timeline.end);
    else return false;
    return true;
  }

  #makeTransport() {
    return new Transport(this.#say, {
      toggle: () => this.toggle(),
      step: (way) => this.step(way),
      seek: (time) => this.seek(time),
      speed: (speed) => {
        this.player.rate = speed;
        this.#tell("view");
      },
      loop: (loop) => {
        this.player.loop = loop;
        this.#moved(true);
      },
      show: (show) => this.setShow(show),
    });
  }

  /** Everything but the figure, in the present language. */
  #chrome() {
    this.shadowRoot?.querySelectorAll(".zoom, .caption, .announced, .transport").forEach((old) => {
      old.remove();
    });
    const zoom = zoomButtons(this.#say, {
      zoom: (factor) => this.#stage.zoom(factor),
      whole: () => this.#stage.whole(),
    });
    this.shadowRoot?.append(zoom, this.#caption.element, this.#caption.announced, this.#transport.element);
    this.#transport.scale(this.player.timeline.times);
    this.#stage.element.setAttribute("aria-label", this.#say("figure"));
    this.#moved(true);
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
    const { times, end } = this.player.timeline;
    if (frame === undefined) return this.#moved(true);
    if (frame !== null) return this.seek(times[Math.min(frame, times.length - 1)]);
    if (this.player.framesOnly) this.player.seek(end);
    else this.player.play(0);
  }

  /** Takes in the session's figure, in place of the one before; the time stays. */
  #draw() {
    const drawing = new Drawing(this.session.svg);
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    this.drawing = drawing;
    this.#lastFrame = -1;
    root.adoptedStyleSheets = [drawing.sheet];
    drawing.show(this.#state.show);
    this.#nodes = new Nodes(drawing.svg, this.session, this.#say, (id) => this.#choose(id));
    this.#nodes.mark(this.#state.node);
    this.#stage.hold(drawing, this.session.expression === this.#drawn);
    this.#drawn = this.session.expression;
    addRings(drawing.svg);
    for (const [kind, [nodes, lines]] of this.#highlights) drawing.highlight(kind, nodes, lines);
    this.player.take(drawing.animations(), drawing.timeline);
    this.#transport.scale(drawing.timeline.times);
    this.#write();
  }

  /** @param {Event} event  the pointer or the focus is on a node, or has left it */
  #point({ type, target }) {
    const left = type === "pointerleave" || type === "focusout";
    const node = left || !(target instanceof Element) ? null : target.closest(".node");
    this.#tell("point", { id: /** @type {SVGElement | null} */ (node)?.dataset.node ?? null });
  }

  /** @param {string} id */
  #choose(id) {
    this.mark(id === this.#state.node ? "" : id);
    this.#tell("select", { id: this.#state.node });
  }

  #write() {
    const { engine, result, lines, seed } = this.session;
    if (engine && result) this.drawing?.write(engine, result, lines, seed);
    this.#nodes?.write();
    this.#caption.update(this.frame, this.session.sentence(this.frame, this.#say));
    this.#tell("result");
  }

  /**
   * The time, or something else that the controls show, is another.
   * @param {boolean} [also]  tell the page even if the frame is the same
   */
  #moved(also = false) {
    const { player, frame } = this;
    const steps = this.session.graph?.steps ?? [];
    this.#transport.update({
      time: player.time,
      playing: player.playing,
      phase: phaseOf(steps, frame),
      speed: player.rate,
      loop: player.loop,
      show: this.#state.show,
    });
    const next = frame !== this.#lastFrame;
    if (next) {
      this.#caption.update(frame, this.session.sentence(frame, this.#say));
      this.#stage.reveal(steps[frame - 1], !player.framesOnly);
      this.#lastFrame = frame;
    }
    if (next || also) this.#tell("view");
  }

  #reduce = () => {
    this.player.framesOnly = this.#motion.matches;
  };

  /** On paper stands the finished figure. */
  #finish = () => {
    this.player.pause();
    this.#unprinted = this.player.time;
    this.player.seek(this.player.timeline.end);
  };

  #resume = () => this.player.seek(this.#unprinted);

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    const key = figureKey(event);
    if (key && this.command(key)) event.preventDefault();
  };

  /**
   * @param {string} name
   * @param {unknown} [detail]
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
