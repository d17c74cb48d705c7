/**
 * The head of the page: its name, the language, the colours, the link.
 *
 * What enters: the words, the present language and theme. What leaves: `language(lang)`, `theme(theme)` and `copy()` when
 * the reader asks.
 */

import { THEMES } from "../state/state.js";
import { make, pictogram } from "../typeset/markup.js";
import { withTerms } from "../typeset/terms.js";
import { LANGS, LANGUAGES } from "../words/words.js";

/** @typedef {import("../state/state.js").Lang} Lang */
/** @typedef {import("../state/state.js").Theme} Theme */
/** @typedef {import("../words/words.js").Say} Say */

const LINK =
  "M10.6 13.4a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M13.4 10.6a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3";
/** A disc, half of it dark. */
const HALVES = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 0 1 0 14z";
const THEME_WORDS = { auto: "themeAuto", light: "themeLight", dark: "themeDark", paper: "themePaper" };
/** Milliseconds that "copied" is shown. */
const MOMENT = 2000;

export class Header {
  /** @param {{language: (lang: Lang) => void, theme: (theme: Theme) => void, copy: () => Promise<void>}} commands */
  constructor({ language, theme, copy }) {
    this.tagline = make("p", { class: "tagline" });
    this.legend = make("legend", { class: "unseen" });
    this.radios = LANGS.map((lang) => {
      const radio = make("input", { type: "radio", name: "lang", value: lang });
      radio.addEventListener("change", () => language(lang));
      return radio;
    });
    this.themes = make("select", {});
    this.themes.addEventListener("change", () => theme(/** @type {Theme} */ (this.themes.value)));
    this.label = make("span", {});
    this.button = make("button", { type: "button", class: "copy" }, pictogram(LINK), this.label);
    this.said = make("span", { class: "unseen", role: "status" });
    this.button.addEventListener("click", () => {
      copy().then(
        () => this.#tell("copied"),
        () => this.#tell("copyFailed"),
      );
    });
    const name = make("h1", {}, "Kuro", make("span", { class: "red" }, "aka"));
    const choices = this.radios.map((radio) => {
      const lang = /** @type {Lang} */ (radio.value);
      return make("label", { lang }, radio, make("span", {}, LANGUAGES[lang].name));
    });
    this.element = make(
      "header",
      {},
      name,
      this.tagline,
      make("fieldset", { class: "segments" }, this.legend, ...choices),
      make("span", { class: "theme" }, pictogram(HALVES), this.themes),
      this.button,
      this.said,
    );
  }

  /**
   * @param {Say} say
   * @param {Lang} lang
   * @param {Theme} theme
   */
  show(say, lang, theme) {
    this.say = say;
    this.tagline.replaceChildren(...withTerms(say, say("tagline")));
    this.legend.textContent = say("language");
    this.label.textContent = say("copy");
    this.themes.setAttribute("aria-label", say("theme"));
    this.themes.replaceChildren(...THEMES.map((each) => make("option", { value: each }, say(THEME_WORDS[each]))));
    this.themes.value = theme;
    for (const radio of this.radios) radio.checked = radio.value === lang;
  }

  /** @param {string} key */
  #tell(key) {
    if (!this.say) return;
    const { say } = this;
    this.said.textContent = say(key);
    this.label.textContent = say(key);
    this.button.dataset.said = key;
    setTimeout(() => {
      this.label.textContent = this.say?.("copy") ?? "";
      this.said.textContent = "";
      delete this.button.dataset.said;
    }, MOMENT);
  }
}
