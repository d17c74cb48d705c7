/**
 * The page inside a frame of another page: tells the parent what happens, and does what the parent may ask. Nothing else
 * can be asked; docs/embed.md lists the messages.
 *
 * What enters: a page, messages from the parent. What leaves: messages to the parent, each with a `type` that begins with
 * `kuroaka:`. They tell nothing that the parent could not know, so they go to any origin.
 */

/** @param {Pick<import("./page.js").Page, "figure" | "store">} page */
export function answerParent({ figure, store }) {
  /** @type {Record<string, (message: {frame?: unknown, values?: unknown}) => void>} */
  const asked = {
    "kuroaka:play": () => figure.play(),
    "kuroaka:pause": () => figure.pause(),
    "kuroaka:seek": ({ frame }) => {
      if (typeof frame === "number") figure.seek(frame);
    },
    "kuroaka:set": ({ values }) => {
      const given = new Map(Object.entries(Object(values)));
      const numbers = figure.session.leaves
        .map(({ name }) => [name, given.get(name)])
        .filter(([, value]) => Number.isFinite(value));
      store.set({ at: { ...store.state.at, ...Object.fromEntries(numbers) } }, "reader");
    },
  };
  addEventListener("message", ({ source, data }) => {
    const { type } = Object(data);
    if (source === parent && typeof type === "string" && Object.hasOwn(asked, type)) asked[type](data);
  });
  for (const type of ["frame", "change"])
    figure.addEventListener(type, (event) => tell(type, /** @type {CustomEvent} */ (event).detail));
  new ResizeObserver(() => {
    tell("height", { height: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);
}

/**
 * @param {string} type
 * @param {object} detail
 */
function tell(type, detail) {
  parent.postMessage({ type: `kuroaka:${type}`, ...detail }, "*");
}

/**
 * How an exercise stands, whenever an answer was marked.
 * @param {string} exercise  its name
 * @param {readonly {id: string, right: boolean, note: string, hints: number}[]} blanks  that were answered
 * @param {number} max  as many as there are
 */
export function tellResult(exercise, blanks, max) {
  const score = blanks.filter(({ right }) => right).length;
  tell("result", { version: 1, exercise, score, max, blanks });
}
