/**
 * A line at the upper edge of a figure: that the service is waited for, or why nothing came from it, and what to do.
 *
 * What enters: the words, how it is waited, a problem. What leaves: `retry()` when the reader asks, or the browser says it is
 * online again; `reload()`. It lies over what is there, so that nothing moves.
 */

import { make, withCode } from "../typeset/markup.js";

/** @typedef {import("../words/words.js").Say} Say */
/** @typedef {import("../service/problem.js").Problem} Problem */

export class Notice {
  element = make("p", { class: "notice", part: "notice", role: "status", tabindex: "-1" });
  #acts;
  /** Why nothing came; while it is asked for again, that is seen instead. @type {Node[]} */
  #said = [];

  /** @param {{retry: () => void, reload: () => void}} acts */
  constructor(acts) {
    this.#acts = acts;
  }

  watch() {
    addEventListener("online", this.#online);
  }

  unwatch() {
    removeEventListener("online", this.#online);
  }

  /**
   * @param {Say} say
   * @param {import("./patience.js").Wait} wait
   */
  wait(say, wait) {
    const dots = make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
    if (!wait) this.#show(this.#said);
    else this.#show(wait === "long" ? [make("span", {}, say("waiting")), dots] : [dots]);
  }

  /**
   * @param {Say} say
   * @param {Problem} problem
   * @param {boolean} soon  it is asked for again without a word of the reader
   */
  fail(say, problem, soon) {
    const { status, service } = problem;
    const act = problem.kind === "old" ? "reload" : "retry";
    const button = make("button", { type: "button", class: act }, say(act));
    button.addEventListener("click", () => this.#acts[act]());
    const hints = problem.faults.flatMap(({ hint }) => hint ?? []);
    const words = withCode([problem.message || say(wordFor(problem), { status, service }), ...hints].join(" "));
    const busy = say("busy", { seconds: problem.after });
    this.#said = soon ? [make("span", {}, busy)] : [make("span", {}, ...words), button];
    this.#show(this.#said);
  }

  clear() {
    this.#said = [];
    this.#show([]);
  }

  /** @param {Node[]} parts  who was on a button stays where it was */
  #show(parts) {
    const held = this.element.matches(":focus-within");
    this.element.replaceChildren(...parts);
    if (held) (this.element.querySelector("button") ?? this.element).focus();
  }

  #online = () => {
    if (this.element.querySelector(".retry")) this.#acts.retry();
  };
}

/** @param {Problem} problem */
function wordFor({ kind, code, status }) {
  if (kind === "old") return "old";
  if (kind === "busy") return "stillBusy";
  if (kind === "broken") return code === "page" ? "portal" : "broken";
  if (code === "policy") return "policy";
  if (!navigator.onLine) return "offline";
  if (code === "late" || status === 504) return "late";
  return status ? "down" : "away";
}
