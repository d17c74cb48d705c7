/**
 * The nodes of a figure as something to walk through: one of them takes the Tab key, arrows follow the lines, Enter
 * selects. Each has a name: what it is, its value, its gradient. Lines can be selected too.
 *
 * What enters: a drawing, a session, the words. What leaves: the ids that the reader selects.
 */

import { drawnFor } from "../engine/folds.js";
import { printNumber } from "../typeset/numerals.js";
import { bringInSight } from "./in-sight.js";
import { Lines } from "./lines.js";
import { partAt } from "./reaches.js";

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("../words/words.js").Say} Say
 */

/** How long the numbers rest before the names of the nodes follow them, in milliseconds. */
const REST = 250;

export class Nodes {
  /** @type {Map<string, SVGElement>} by id, from left to right */
  #groups = new Map();
  #lines;
  #session;
  #say;
  #select;
  #rest = 0;

  /**
   * @param {SVGSVGElement} svg
   * @param {Session} session
   * @param {Say} say
   * @param {(id: string) => void} select
   */
  constructor(svg, session, say, select) {
    this.#session = session;
    this.#say = say;
    this.#select = select;
    svg.setAttribute("role", "group");
    this.#lines = new Lines(svg, session, say);
    const groups = /** @type {SVGElement[]} */ ([...svg.querySelectorAll(".node:not(.output)")]);
    for (const group of groups) {
      group.setAttribute("role", "button");
      group.tabIndex = -1;
      this.#groups.set(group.dataset.node ?? "", group);
    }
    if (groups.length) groups[0].tabIndex = 0;
    svg.addEventListener("keydown", (event) => this.#pressed(event));
    svg.addEventListener("focusin", (event) => this.#focused(nodeOf(event)));
    svg.addEventListener("click", (event) => {
      const part = partAt(event);
      if (!part) return;
      part.focus({ preventScroll: true }); // of lines that lie close it is not always the one under the pointer
      this.#select(idOf(part));
    });
    this.#name();
  }

  /** The numbers changed; the names follow when they rest, so that dragging stays light. */
  write() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#name(), REST);
  }

  /** @param {string} id  empty for none */
  mark(id) {
    for (const [other, group] of this.#groups) {
      group.classList.toggle("selected", other === id);
      group.setAttribute("aria-pressed", String(other === id));
    }
    this.#lines.mark(id);
  }

  /** @param {string} id  of the node or line that gets the focus; whoever asks scrolls there */
  visit(id) {
    this.#groups.get(id)?.focus({ preventScroll: true });
    this.#lines.visit(id);
  }

  #name() {
    const { graph, engine, result, secret } = this.#session;
    if (!graph || !result) return;
    this.#lines.name();
    const places = new Map(graph.nodes.map((node, place) => [node.id, place]));
    for (const [id, group] of this.#groups) {
      const place = places.get(id);
      if (place === undefined) continue;
      const node = graph.nodes[place];
      const what =
        node.kind === "operation"
          ? node.sign.text
          : (node.name ?? this.#say(node.kind === "branch" ? "nodeBranch" : "constant"));
      const fill = { what, value: printNumber(result.values[place]), gradient: printNumber(result.adjoints[place]) };
      const flows = engine?.differentiable[place] && !secret;
      const isOpen = !secret || secret === "red" || !node.inputs.length;
      const name = isOpen ? this.#say(flows ? "nodeName" : "nodeNameOnly", fill) : what;
      group.setAttribute("aria-label", node.folded ? this.#say("nodeFolded", { name }) : name);
    }
  }

  /** @param {SVGElement | null} group  the one that Tab comes back to */
  #focused(group) {
    if (!group) return;
    if (group.matches(":focus-visible")) bringInSight(group);
    for (const other of this.#groups.values()) other.tabIndex = other === group ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const part = partAt(event);
    if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = idOf(part);
    if (event.key === "Enter" || event.key === " ") this.#select(id);
    else {
      const next = this.#groups.has(id) ? this.#neighbour(id, event.key) : this.#lines.end(id, event.key);
      if (next === undefined) return;
      if (next === null) return event.preventDefault(); // behind an output there is nothing
      this.#groups.get(next)?.focus();
    }
    event.preventDefault();
  }

  /**
   * Where an arrow leads from a node: along a line, or up and down among the nodes that stand there; undefined for other
   * keys, the node itself where nothing is.
   * @param {string} id
   * @param {string} key
   */
  #neighbour(id, key) {
    const { graph } = this.#session;
    const stands = drawnFor(graph);
    const edges = (graph?.edges ?? [])
      .map(({ source, target }) => ({ source: stands(source), target: stands(target) }))
      .filter(({ source, target }) => source !== target);
    const drawn = (/** @type {string} */ other) => this.#groups.has(other);
    if (key === "ArrowRight")
      return (
        edges
          .filter((edge) => edge.source === id)
          .map((edge) => edge.target)
          .find(drawn) ?? id
      );
    if (key === "ArrowLeft")
      return (
        edges
          .filter((edge) => edge.target === id)
          .map((edge) => edge.source)
          .find(drawn) ?? id
      );
    if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
    return this.#beside(id, key === "ArrowUp" ? -1 : 1);
  }

  /**
   * The nearest node above or below.
   * @param {string} id
   * @param {1 | -1} way
   */
  #beside(id, way) {
    const middles = [...this.#groups].map(([other, group]) => {
      const { x, y, width, height } = group.getBoundingClientRect();
      return { id: other, x: x + width / 2, y: y + height / 2 };
    });
    const here = middles.find((middle) => middle.id === id);
    let [nearest, least] = [id, Number.POSITIVE_INFINITY];
    for (const { id: other, x, y } of middles) {
      const [across, down] = [Math.abs(x - (here?.x ?? 0)), (y - (here?.y ?? 0)) * way];
      const far = down + 2 * across; // rather straight up than near
      if (down > 1 && far < least) [nearest, least] = [other, far];
    }
    return nearest;
  }
}

/**
 * @param {Event} event
 * @returns {SVGElement | null}
 */
function nodeOf(event) {
  const { target } = event;
  return target instanceof Element ? target.closest(".node[tabindex]") : null;
}

/** @param {SVGElement} part */
export function idOf({ dataset }) {
  return dataset.node ?? dataset.line ?? "";
}
