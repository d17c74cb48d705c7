/**
 * What is seen of a figure: the drawing on its stage, the caption below it, the transport below that.
 *
 * What enters: a session, a player, the state. What leaves: elements, and the calls in `actions` when the reader does
 * something. It decides nothing: element.js does.
 */

import { drawnFor } from "../engine/folds.js";
import { PARTS } from "../state/state.js";
import { speaker } from "../words/words.js";
import { Caption } from "./caption.js";
import { dash } from "./dashes.js";
import { Drawing } from "./drawing.js";
import { listen } from "./gestures.js";
import { addRings } from "./hit-rings.js";
import { Nodes } from "./nodes.js";
import { Refusal } from "./refusal.js";
import { Stage } from "./stage.js";
import { dress } from "./styles.js";
import { frameAt, phaseOf } from "./timeline.js";
import { Transport } from "./transport.js";
import { zoomButtons } from "./zoom.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../state/state.js").State} State */

/**
 * @typedef {object} Actions
 * @property {() => void} toggle
 * @property {(way: 1 | -1) => void} step
 * @property {(time: number) => void} scrub  seconds
 * @property {(speed: number) => void} speed
 * @property {(loop: boolean) => void} loop
 * @property {(show: import("../state/state.js").Show) => void} show
 * @property {(dashes: boolean) => void} dashes
 * @property {(id: string) => void} choose  a node
 * @property {(id: string | null) => void} point  a node that is rested on
 */

export class View {
  /** @type {Drawing | null} */
  drawing = null;
  #root;
  #actions;
  #session;
  #player;
  /** @type {Nodes | null} */
  #nodes = null;
  #stage = new Stage();
  #refusal = new Refusal();
  #sheets;
  #say = speaker("en");
  #caption = new Caption(this.#say);
  /** @type {Transport} */
  #transport;
  #lastFrame = -1;
  /** @type {State["hide"]} */
  #hidden = [];
  /** @type {ReturnType<typeof zoomButtons> | null} */
  #zoom = null;
  /** The expression whose figure stands there, and how it is drawn. */
  #drawn = "";
  /** What is highlighted, by kind: nodes and lines. @type {Map<string, [readonly string[], readonly string[]]>} */
  #highlights = new Map();

  /**
   * @param {ShadowRoot} root
   * @param {Session} session
   * @param {Player} player
   * @param {Actions} actions
   */
  constructor(root, session, player, actions) {
    this.#root = root;
    this.#session = session;
    this.#player = player;
    this.#actions = actions;
    this.#transport = new Transport(this.#say, actions);
    this.#sheets = dress(root, ["controls", "figure", "player", "marks"]);
    root.adoptedStyleSheets = this.#sheets; // before there is a figure: nothing moves when it comes
    root.append(this.#stage.element, this.#refusal.element);
    for (const type of ["pointerover", "pointerleave", "focusin", "focusout"])
      this.#stage.element.addEventListener(type, (event) => this.#point(event));
    listen(this.#stage.element, {
      swipe: (way) => actions.step(way),
      zoom: (factor, x, y) => this.#stage.zoom(factor, x, y),
    });
  }

  watch() {
    this.#stage.watch();
  }

  unwatch() {
    this.#stage.unwatch();
  }

  /**
   * Everything but the figure, in a language.
   * @param {import("../state/state.js").Lang} lang
   */
  speak(lang) {
    this.#say = speaker(lang);
    this.#transport = new Transport(this.#say, this.#actions);
    this.#caption = new Caption(this.#say);
    this.#root.querySelectorAll(".zoom, .caption, .announced, .transport").forEach((old) => {
      old.remove();
    });
    this.#zoom = zoomButtons(this.#say, {
      zoom: (factor) => this.#stage.zoom(factor),
      whole: () => this.#stage.whole(),
      dashes: this.#actions.dashes,
    });
    this.#root.append(this.#zoom.element, this.#caption.element, this.#caption.announced, this.#transport.element);
    this.#transport.scale(this.#player.timeline.times);
    this.#stage.element.setAttribute("aria-label", this.#say("figure"));
    this.hide(this.#hidden);
  }

  /** @param {State["hide"]} parts */
  hide(parts) {
    this.#hidden = parts;
    for (const part of PARTS) {
      const found = /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(`.${part}`));
      for (const element of found) element.hidden = parts.includes(part);
    }
  }

  /**
   * Takes in the session's figure, in place of the one before; the time stays.
   * @param {State} state
   */
  draw({ show, node, dashes }) {
    const session = this.#session;
    const drawing = new Drawing(session.svg);
    this.drawing = drawing;
    this.refuse(null);
    this.#lastFrame = -1;
    this.#root.adoptedStyleSheets = [...this.#sheets, drawing.sheet];
    drawing.show(show);
    this.#nodes = new Nodes(drawing.svg, session, this.#say, this.#actions.choose);
    this.#nodes.mark(node);
    const { expr, open, fold } = session.asked;
    const drawn = JSON.stringify([expr, open, fold]);
    this.#stage.hold(drawing, drawn === this.#drawn);
    this.#drawn = drawn;
    addRings(drawing.svg);
    this.dash(dashes);
    for (const [kind, [nodes, lines]] of this.#highlights) drawing.highlight(kind, nodes, lines);
    this.#player.take(drawing.animations(), drawing.timeline);
    this.#transport.scale(drawing.timeline.times);
  }

  /**
   * Says why there is no figure; a figure that stands there stays.
   * @param {import("../service/client.js").Problem | null} problem
   * @param {string} [expression]
   */
  refuse(problem, expression) {
    this.#refusal.show(this.#say, problem, expression);
    this.#stage.element.hidden = Boolean(problem && !this.drawing);
  }

  /** @param {import("../state/state.js").Show} show */
  show(show) {
    if (!this.drawing) return;
    this.drawing.show(show);
    this.#player.take(this.drawing.animations());
  }

  /** @param {boolean} dashes */
  dash(dashes) {
    this.#zoom?.dashed(dashes);
    if (this.drawing && dashes !== this.drawing.svg.classList.contains("dashed")) dash(this.drawing.svg, dashes);
  }

  /** @param {string} id  of the selected node, empty for none */
  mark(id) {
    this.#nodes?.mark(id);
  }

  /** @param {string} id  of the node that gets the focus */
  visit(id) {
    this.#nodes?.visit(id);
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

  /** New numbers. */
  write() {
    const { engine, result, lines, seed } = this.#session;
    if (engine && result) this.drawing?.write(engine, result, lines, seed);
    this.#nodes?.write();
    this.#tell(frameAt(this.#player.timeline.times, this.#player.time));
  }

  /**
   * The time, or something else that the controls show, is another.
   * @param {State} state
   * @returns {boolean} whether the frame is another
   */
  follow({ show }) {
    const { time, timeline, playing, rate, loop, framesOnly } = this.#player;
    const frame = frameAt(timeline.times, time);
    const steps = this.#session.graph?.steps ?? [];
    this.#transport.update({ time, playing, phase: phaseOf(steps, frame), speed: rate, loop, show });
    if (frame === this.#lastFrame) return false;
    this.#lastFrame = frame;
    this.#tell(frame);
    this.#stage.reveal(steps[frame - 1], !framesOnly);
    return true;
  }

  /** @param {number} frame */
  #tell(frame) {
    this.#caption.update(frame, this.#session.sentence(frame));
  }

  /** @param {Event} event  the pointer or the focus is on a node, or has left it */
  #point({ type, target }) {
    const left = type === "pointerleave" || type === "focusout";
    const node = left || !(target instanceof Element) ? null : target.closest(".node");
    this.#actions.point(/** @type {SVGElement | null} */ (node)?.dataset.node ?? null);
  }
}
