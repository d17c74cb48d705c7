/**
 * A figure that fills the screen, for a room that looks at it; the window, where the browser does not give the screen.
 *
 * What enters: a figure. What leaves: in its store, whether it does; for the sheets, `data-lecture` on the element.
 */

export class Projector {
  #figure;

  /** @param {import("./element.js").KuroakaFigure} figure */
  constructor(figure) {
    this.#figure = figure;
    figure.store.on(["lecture", "black"], () => {
      const { lecture, black } = figure.store.state;
      if (lecture) figure.dataset.lecture = black ? "black" : "";
      else delete figure.dataset.lecture;
    });
    figure.addEventListener("fullscreenchange", () => {
      if (!this.#hasScreen) this.leave();
    });
  }

  /** There, or back. A link leads to the window alone, for a browser gives the screen only to a hand: this does it then. */
  toggle() {
    if (this.#figure.store.state.lecture && (this.#hasScreen || !document.fullscreenEnabled)) this.leave();
    else this.#enter();
  }

  leave() {
    this.#figure.store.set({ lecture: false }, "reader");
    if (this.#hasScreen) document.exitFullscreen();
  }

  #enter() {
    this.#figure.store.set({ lecture: true }, "reader");
    this.#figure.requestFullscreen?.().catch(() => {}); // then it has the window
  }

  get #hasScreen() {
    return this.#figure.matches(":fullscreen");
  }
}
