/**
 * The row under a figure: which pass and which frame, play, frame by frame, the scrubber with a tick a frame, speed, formulas or numbers.
 *
 * What enters: the words and what each control does. What leaves: an element, and `update` to show where the player is.
 */

import { SHOWS, SPEEDS } from "../state/state.js";
import { button, make, pictogram } from "../typeset/markup.js";
import { WHOLE } from "./zoom.js";

/** @typedef {import("../state/state.js").Show} Show */
/** @typedef {ReturnType<typeof import("./timeline.js").phaseOf>} Phase */
/** @typedef {import("../words/words.js").Say} Say */

const PLAY = "M7 4.5v15l12-7.5z";
const PAUSE = "M6.5 5h3.6v14H6.5zM13.9 5h3.6v14h-3.6z";
const BACK = "M18 5v14L8.5 12zM5.5 5h2.2v14H5.5z";
const AHEAD = "M6 5v14l9.5-7zM16.3 5h2.2v14h-2.2z";
/** The pair has a word of its own. @type {Record<string, string>} */
const WORDS = { "formulas,numbers": "both" };
const SCREEN = "M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z";
const LEAVE = "M8 4h2v6H4V8h4zM14 4h2v4h4v2h-6zM4 14h6v6H8v-4H4zM14 14h6v2h-4v4h-2z";
const BLACK = "M2 4h20v13H2zM8 19h8v2H8z";
const LOOP = "M7 7h8V4l5 4-5 4V9H8v4H6V8a1 1 0 0 1 1-1zM17 17H9v3l-5-4 5-4v3h7v-4h2v5a1 1 0 0 1-1 1z";

/**
 * @typedef {object} Commands
 * @property {() => void} toggle
 * @property {(way: 1 | -1) => void} step
 * @property {(time: number) => void} scrub  seconds
 * @property {(speed: number) => void} speed
 * @property {(loop: boolean) => void} loop
 * @property {(show: Show) => void} show
 * @property {() => void} lecture  there, or back
 * @property {(black: boolean) => void} black
 * @property {() => void} whole
 */

export class Transport {
  /**
   * @param {Say} say
   * @param {Commands} commands
   */
  constructor(say, commands) {
    this.say = say;
    this.playing = false;
    this.toggle = button("toggle", say("play"), PLAY, commands.toggle);
    this.back = button("back", say("back"), BACK, () => commands.step(-1));
    this.ahead = button("ahead", say("ahead"), AHEAD, () => commands.step(1));
    this.scrubber = make("input", {
      type: "range",
      class: "scrubber",
      min: "0",
      step: "any",
      "aria-label": say("scrub"),
    });
    this.scrubber.addEventListener("input", () => commands.scrub(Number(this.scrubber.value)));
    this.phase = make("strong", { class: "phase" });
    this.ticks = make("span", { class: "ticks", "aria-hidden": "true" });
    this.speed = make(
      "select",
      { class: "speed", "aria-label": say("speed") },
      ...SPEEDS.map((speed) => make("option", { value: String(speed) }, `${speed}×`)),
    );
    this.speed.addEventListener("change", () => commands.speed(Number(this.speed.value)));
    this.loop = button("loop", say("loop"), LOOP, () =>
      commands.loop(this.loop.getAttribute("aria-pressed") !== "true"),
    );
    this.shows = SHOWS.map((show) => {
      const radio = make("input", { type: "radio", name: "show", value: show });
      radio.addEventListener("change", () => commands.show(show));
      return radio;
    });
    this.lecture = button("lecture", say("lecture"), SCREEN, commands.lecture);
    this.black = button("black", say("lectureBlack"), BLACK, () => commands.black(this.black.ariaPressed !== "true"));
    this.element = make(
      "div",
      { class: "transport", part: "transport", role: "group", "aria-label": say("player") },
      this.phase,
      make("span", { class: "scrub" }, this.ticks, this.scrubber),
      make("span", { class: "steps" }, this.back, this.toggle, this.ahead, this.loop),
      this.speed,
      make(
        "fieldset",
        { class: "segments" },
        make("legend", { class: "unseen" }, say("show")),
        ...this.shows.map((radio) =>
          make("label", {}, radio, make("span", {}, say(WORDS[radio.value] ?? radio.value))),
        ),
      ),
      make(
        "span",
        { class: "ends" },
        make("slot", { name: "tools" }), // of the page around
        button("all", say("zoomWhole"), WHOLE, commands.whole),
        this.black,
        this.lecture,
      ),
    );
  }

  /**
   * A new figure: a tick where each frame is complete.
   * @param {readonly number[]} times  seconds
   */
  scale(times) {
    const end = times[times.length - 1];
    this.scrubber.max = String(end);
    this.ticks.replaceChildren(
      ...times.map((time) => {
        const tick = make("span");
        tick.style.left = `${(100 * time) / (end || 1)}%`;
        return tick;
      }),
    );
  }

  /** @param {Pick<import("../state/state.js").State, "lecture" | "black">} state */
  fill({ lecture, black }) {
    const label = this.say(lecture ? "lectureLeave" : "lecture");
    this.lecture.ariaLabel = label;
    this.lecture.title = label;
    this.lecture.replaceChildren(pictogram(lecture ? LEAVE : SCREEN));
    this.black.ariaPressed = String(black);
  }

  /** @param {{time: number, playing: boolean, phase: Phase, speed: number, loop: boolean, show: Show}} present */
  update({ time, playing, phase, speed, loop, show }) {
    this.scrubber.value = String(time);
    const says = phase ? this.say(phase.direction, { number: phase.number, of: phase.of }) : this.say("start");
    if (says !== this.phase.textContent) {
      this.phase.textContent = says;
      this.phase.dataset.direction = phase?.direction ?? "";
      this.scrubber.setAttribute("aria-valuetext", says);
    }
    this.speed.value = String(speed);
    this.loop.setAttribute("aria-pressed", String(loop));
    for (const radio of this.shows) radio.checked = radio.value === show;
    if (playing === this.playing) return;
    this.playing = playing;
    this.toggle.setAttribute("aria-label", this.say(playing ? "pause" : "play"));
    this.toggle.replaceChildren(pictogram(playing ? PAUSE : PLAY));
  }
}
