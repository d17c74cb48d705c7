/**
 * The course system that a lesson is a package of, by SCORM 1.2: an object `API` in a window around this one.
 *
 * What enters: what is to be kept, a score. What leaves: what was kept.
 */

/**
 * @typedef {object} Api  of SCORM 1.2; it answers "true" and "false"
 * @property {(nothing: "") => string} LMSInitialize
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 * @property {(nothing: "") => string} LMSCommit
 * @property {(nothing: "") => string} LMSFinish
 *
 * @typedef {object} System
 * @property {string} kept
 * @property {(kept: string, score: number | null, done: boolean) => void} report
 */

/** So many windows up it is looked for, as the standard says. */
const FAR = 7;
/** Characters of suspend_data that every course system keeps. */
const ROOM = 4096;

/** @returns {System | null} */
export function courseSystem() {
  const api = found(window) ?? found(window.opener);
  if (api?.LMSInitialize("") !== "true") return null;
  if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
    api.LMSSetValue("cmi.core.lesson_status", "incomplete");
    api.LMSCommit("");
  }
  addEventListener("pagehide", () => api.LMSFinish(""), { once: true });
  return {
    kept: api.LMSGetValue("cmi.suspend_data"),
    report(kept, score, done) {
      if (kept.length <= ROOM) api.LMSSetValue("cmi.suspend_data", kept);
      if (score !== null) {
        api.LMSSetValue("cmi.core.score.min", "0");
        api.LMSSetValue("cmi.core.score.max", "100");
        api.LMSSetValue("cmi.core.score.raw", String(Math.round(100 * score)));
      }
      if (done) api.LMSSetValue("cmi.core.lesson_status", score === null ? "completed" : "passed");
      api.LMSCommit("");
    },
  };
}

/**
 * @param {Window | null} from
 * @returns {Api | null}
 */
function found(from) {
  let place = from;
  for (let far = 0; place && far < FAR; far++) {
    try {
      const { API } = /** @type {{API?: Api}} */ (/** @type {unknown} */ (place));
      if (API) return API;
    } catch {
      return null; // a window of another origin
    }
    if (place.parent === place) return null;
    place = place.parent;
  }
  return null;
}
