/**
 * Everything by which the figure leaves this page: texts to copy into another page, files to save, places to try it out.
 *
 * What enters: the words, a state, the address of the service, the formats. What leaves: an element.
 */

import { answerAddress, elementSnippet, frameAddress, frameSnippet, markdownSnippet } from "../state/snippets.js";
import { copyButton } from "../typeset/copy-button.js";
import { make } from "../typeset/markup.js";
import { FILMS, fileLink, PICTURES } from "./files.js";
import { videoButton, videos } from "./video.js";

/** @typedef {import("../state/state.js").State} State */
/** @typedef {import("../words/words.js").Say} Say */
/** @typedef {import("../service/contract.js").Format} Format */

export class SharePanel {
  /**
   * @param {Pick<import("../service/client.js").Client, "formats" | "height" | "file" | "base">} service
   * @param {import("../state/snippets.js").Pinned} pinned
   */
  constructor(service, pinned) {
    this.shown = "";
    this.pinned = pinned;
    this.service = service;
    this.base = service.base;
    /** Of the frame, in pixels, as the service said of the address. @type {number | undefined} */
    this.high = undefined;
    this.framed = "";
    this.heading = make("h2");
    this.body = make("div");
    this.element = make("details", { class: "panel share" }, make("summary", {}, this.heading), this.body);
    this.element.addEventListener("toggle", () => this.#fill());
  }

  /**
   * @param {Say} say
   * @param {State} state
   */
  show(say, state) {
    this.say = say;
    this.state = state;
    this.heading.textContent = say("shareTitle");
    this.#fill();
  }

  async #fill() {
    const { say, state, element } = this;
    if (!say || !state || !element.open) return;
    const shown = JSON.stringify([state, say("shareTitle")]);
    if (shown === this.shown) return;
    this.shown = shown;
    const gif = () => this.service.file(answerAddress(state, this.base, "figure.gif", { scale: "2" }));
    const link = (/** @type {import("./files.js").File} */ file) => fileLink(state, this.base, file);
    const saved = [...[...PICTURES, ...FILMS].map(link), ...videos().map((kind) => videoButton(say, kind, gif))];
    const files = make("ul", { class: "files" }, ...saved.map(listed));
    const code = elementSnippet(state, this.base, this.pinned);
    const frame = this.#snippet(say, "shareFrame", frameSnippet(state, this.base, this.high));
    this.body.replaceChildren(
      this.#snippet(say, "shareElement", code).element,
      frame.element,
      this.#snippet(say, "shareMarkdown", markdownSnippet(state, this.base)).element,
      make("h3", {}, say("shareFiles")),
      files,
      make("div", { class: "playgrounds" }, codePen(say, state, code), stackBlitz(say, state, code)),
    );
    this.#measure(state).then(() => frame.write(frameSnippet(state, this.base, this.high)));
    const rows = await this.service.formats(state.lang).catch(() => null);
    if (shown !== this.shown) return;
    if (!rows) {
      this.shown = ""; // asked again when it is opened again
      return;
    }
    const others = rows.map(({ title, name, extension }) => ({ title, path: `export/${name}`, extension }));
    files.append(...others.map(link).map(listed));
  }

  /**
   * Asks how high the frame has to be: the numbers make no difference to that.
   * @param {State} state
   */
  async #measure(state) {
    const framed = frameAddress({ ...state, at: {}, frame: null, node: "" }, this.base);
    if (framed === this.framed) return;
    this.framed = framed;
    const high = await this.service.height(framed).catch(() => undefined);
    if (framed !== this.framed) return;
    if (high === undefined) this.framed = ""; // asked again when it is shown again
    this.high = high;
  }

  /**
   * @param {Say} say
   * @param {string} key
   * @param {string} text
   */
  #snippet(say, key, text) {
    let written = text;
    const { button, said } = copyButton(say, say("shareCopy"), () => written);
    button.setAttribute("aria-label", `${say("shareCopy")}: ${say(key)}`);
    const code = make("pre", { tabindex: "0", role: "region", "aria-label": say(key) }, text);
    const write = (/** @type {string} */ other) => {
      written = other;
      code.textContent = other;
    };
    return { element: make("div", { class: "snippet" }, make("h3", {}, say(key)), button, said, code), write };
  }
}

/** @param {Node} entry */
function listed(entry) {
  return make("li", {}, entry);
}

/**
 * @param {Say} say
 * @param {State} state
 * @param {string} html
 */
function codePen(say, { expr }, html) {
  return playground(say, "CodePen", "https://codepen.io/pen/define", { data: JSON.stringify({ title: expr, html }) });
}

/**
 * @param {Say} say
 * @param {State} state
 * @param {string} html
 */
function stackBlitz(say, { expr }, html) {
  return playground(say, "StackBlitz", "https://stackblitz.com/run?file=index.html", {
    "project[title]": expr,
    "project[template]": "html",
    "project[files][index.html]": `<!doctype html>\n<meta charset="utf-8">\n${html}\n`,
  });
}

/**
 * @param {Say} say
 * @param {string} place
 * @param {string} action
 * @param {Record<string, string>} fields
 */
function playground(say, place, action, fields) {
  const inputs = Object.entries(fields).map(([name, value]) => make("input", { type: "hidden", name, value }));
  const button = make("button", { class: "plain" }, say("shareOpenIn", { place }));
  return make("form", { method: "post", action, target: "_blank", rel: "noopener" }, ...inputs, button);
}
