/**
 * The chain rule by path: for one input the paths to the output, the product of the local derivatives along each, and
 * their sum, which is the red number.
 *
 * What enters: a session with a result. What leaves: an element; `light(nodes, lines)` highlights a path in the figure.
 */

import { along, paths, printCount } from "../engine/paths.js";
import { make } from "../typeset/markup.js";
import { derivativeOf, totalOf } from "../typeset/names.js";
import { printNumber, printSum, sumText } from "../typeset/numerals.js";

/** @typedef {import("../figure/session.js").Session} Session */
/** @typedef {import("../words/words.js").Say} Say */

const MOST = 20;
/** Milliseconds that each path is lit when they are shown in turn. */
const TURN = 1600;

export class PathsPanel {
  /** @param {import("./list.js").Commands} commands */
  constructor({ light }) {
    this.light = light;
    this.chosen = "";
    this.lit = -1;
    this.timer = 0;
    this.shown = "";
    /** @type {import("../engine/engine.js").Engine | null} */
    this.engine = null;
    /** @type {import("../engine/paths.js").Walks} */
    this.walks = { count: 0n, paths: [] };
    this.heading = make("h2");
    this.label = make("label", { for: "paths-input" });
    this.select = make("select", { id: "paths-input" });
    this.select.addEventListener("change", () => this.#choose(this.select.value));
    this.turn = make("button", { type: "button", class: "plain" });
    this.turn.addEventListener("click", () => this.#toggle());
    this.list = make("ol");
    this.more = make("p");
    this.sum = make("p", { class: "sum red" });
    const row = make("div", { class: "paths-row" }, this.label, this.select, this.turn);
    this.element = make(
      "details",
      { class: "panel paths" },
      make("summary", {}, this.heading),
      row,
      this.list,
      this.more,
      this.sum,
    );
    this.element.addEventListener("toggle", () => {
      if (this.element.open) this.#choose(this.chosen);
      else this.#dark();
    });
  }

  /**
   * @param {Say} say
   * @param {Session} session
   */
  show(say, session) {
    const { engine, leaves } = session;
    this.say = say;
    this.session = session;
    if (!engine) return;
    this.heading.textContent = say("pathsTitle");
    this.label.textContent = say("pathsFrom");
    this.turn.textContent = say(this.timer ? "pathsStop" : "pathsTurn");
    this.element.hidden = leaves.length === 0;
    if (engine !== this.engine) {
      this.#dark();
      this.engine = engine;
      this.shown = "";
      // An input with more than one path has more to show.
      const first = leaves.find((leaf) => paths(engine, leaf.place, 0).count > 1n) ?? leaves[0];
      if (!leaves.some((leaf) => leaf.name === this.chosen)) this.chosen = first?.name ?? "";
      this.select.replaceChildren(...leaves.map(({ name }) => make("option", { value: name }, name)));
      this.select.value = this.chosen;
      this.#walk();
    }
    if (this.element.open) this.#write();
  }

  #walk() {
    const leaf = this.session?.leaves.find(({ name }) => name === this.chosen);
    this.walks = this.engine && leaf ? paths(this.engine, leaf.place, MOST) : { count: 0n, paths: [] };
  }

  /** @param {string} name */
  #choose(name) {
    this.#dark();
    this.chosen = name;
    this.#walk();
    this.#write();
  }

  #write() {
    const { say, session, walks } = this;
    const { graph, engine, result, leaves } = session ?? {};
    const leaf = leaves?.find(({ name }) => name === this.chosen);
    if (!say || !session || !graph || !engine || !result || !leaf) return;
    const products = walks.paths.map((lines) => along(lines, result));
    const terms = walks.paths.map((lines) => this.#factors(lines).map(bracketed));
    const ways = walks.paths.map((lines) => this.#way(lines));
    const total = result.adjoints[leaf.place];
    const shown = [say("pathsTitle"), this.chosen, ...ways, ...terms, ...products, total].join(" ");
    if (shown === this.shown) return;
    this.shown = shown;
    // While a slider moves only the numbers change: the buttons stay, and so does the focus on one.
    while (this.list.children.length > terms.length) this.list.lastElementChild?.remove();
    terms.forEach((term, at) => {
      const item = this.list.children[at] ?? this.list.appendChild(this.#item(at));
      const product = printNumber(products[at]);
      const says = term.length > 1 ? `${term.join(" × ")} = ${product}` : product;
      const [way, factors] = item.firstElementChild?.children ?? [];
      if (way.textContent !== ways[at]) way.textContent = ways[at];
      factors.textContent = says;
    });
    const rest = walks.count - BigInt(walks.paths.length);
    const listed = products.reduce((sum, product) => sum + product, 0);
    this.more.hidden = rest === 0n;
    this.more.textContent = say("pathsMore", { count: printCount(rest), sum: printNumber(total - listed) });
    const derivative = derivativeOf(totalOf(graph, result.seeds), engine.nodes[leaf.place]);
    const sum = printSum(rest ? [...products, total - listed] : products, total);
    const added = sumText([...sum.addends.slice(0, products.length), ...(rest ? ["…"] : [])]);
    const parts = products.length > 1 ? `${added} ${sum.sign} ` : "";
    this.sum.replaceChildren(
      ...(walks.count
        ? [
            result.seeds.length > 1 || result.seeds[0] === 1 ? "" : make("i", {}, "E"),
            derivative,
            " = ",
            make("span", {}, parts + (products.length > 1 ? sum.total : printNumber(total))),
          ]
        : [say("pathsNone")]),
    );
    this.turn.hidden = walks.paths.length === 0;
  }

  /**
   * What a path leads through, from the output to the input.
   * @param {number[]} path
   */
  #way([, ...lines]) {
    const { graph } = /** @type {Session} */ (this.session);
    const targets = lines.map((line) => graph?.nodes.find(({ id }) => id === graph.edges[line].target));
    return targets.map((node) => node?.sign.text).join(" → ");
  }

  /**
   * What enters at the output and the locals along a path; a branch passes on what it gets.
   * @param {number[]} path
   */
  #factors([leaving, ...lines]) {
    const { engine, result, graph } = /** @type {Session} */ (this.session);
    const factors = lines.flatMap((line) => {
      const target = engine?.nodes.findIndex((node) => node.id === graph?.edges[line].target) ?? -1;
      return engine?.nodes[target]?.kind === "operation" ? [printNumber(result?.locals[line] ?? Number.NaN)] : [];
    });
    const output = graph?.outputs[leaving - graph.edges.length];
    return [output?.upstream ?? "E", ...factors];
  }

  /** @param {number} at */
  #item(at) {
    const parts = [make("span", { class: "way" }), make("span", { class: "factors" })];
    const button = make("button", { type: "button", class: "plain path red" }, ...parts);
    button.addEventListener("click", () => {
      this.#stop();
      this.#shine(this.lit === at ? -1 : at);
    });
    return make("li", {}, button);
  }

  #toggle() {
    if (this.timer) return this.#stop();
    const next = () => this.#shine(this.lit + 1 < this.walks.paths.length ? this.lit + 1 : 0);
    this.timer = setInterval(next, TURN);
    next();
    if (this.say) this.turn.textContent = this.say("pathsStop");
  }

  #stop() {
    clearInterval(this.timer);
    this.timer = 0;
    if (this.say) this.turn.textContent = this.say("pathsTurn");
  }

  #dark() {
    this.#stop();
    if (this.lit >= 0) this.#shine(-1);
  }

  /** @param {number} at  the path to light, -1 for none */
  #shine(at) {
    this.lit = at;
    [...this.list.children].forEach((item, place) => {
      item.firstElementChild?.setAttribute("aria-pressed", String(place === at));
    });
    const { graph } = this.session ?? {};
    const [leaving, ...lines] = this.walks.paths[at] ?? [];
    const edges = lines.flatMap((line) => graph?.edges[line] ?? []);
    const output = graph?.outputs[leaving - graph.edges.length];
    const ends = output ? [output.id, output.line] : [];
    const nodes = edges.flatMap(({ source, target }) => [source, target]);
    this.light([...new Set([...ends, ...nodes])], [...edges.map(({ id }) => id), ...ends.slice(1)]);
  }
}

/** @param {string} printed */
function bracketed(printed) {
  return printed.startsWith("−") ? `(${printed})` : printed;
}
