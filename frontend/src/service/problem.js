/**
 * Why there is no answer that could be shown, and whose fault that is: only what the service itself says in a problem
 * document is the reader's.
 *
 * What enters: an answer that is none, or whatever was thrown while one was read. What leaves: a Problem.
 */

import { readProblem } from "./contract.js";

/**
 * @typedef {import("./contract.js").Fault} Fault
 *
 * @typedef {"refused" | "busy" | "away" | "broken" | "old"} Kind  the service says what is wrong; it has too much to do;
 *   it does not answer, or failed; what came is not what it sent; it is of another version than this page
 */

/** What the routes of the page answer once they are no more. */
const GONE = [404, 405, 410];

export class Problem extends Error {
  /**
   * @param {Kind} kind
   * @param {{status?: number, after?: number, code?: string, detail?: string, errors?: Fault[], service?: string}} [what]
   *   `status`: 0 when there was no answer at all; `after`: seconds until it is worth asking again; `code`: of the service,
   *   or ours: "late" when nobody waits any longer, "page" when a page came instead, "policy" when the page around does not
   *   let `service` be asked
   */
  constructor(kind, { status = 0, after = 0, code = "", detail = "", errors = [], service = "" } = {}) {
    super(detail);
    this.kind = kind;
    this.status = status;
    this.after = after;
    this.code = code;
    this.faults = errors;
    this.service = service;
  }
}

/**
 * Whether an answer is a page for readers, such as networks send in place of what was asked: the service sends none there.
 * @param {Response} response
 */
export function isPage({ headers }) {
  return Boolean(headers.get("Content-Type")?.startsWith("text/html"));
}

/**
 * @param {Response} response  one that is not ours, or not ok
 * @param {string} text
 */
export function refusal(response, text) {
  const { status, headers } = response;
  const after = Number(headers.get("Retry-After")) || 0;
  const said = headers.get("Content-Type")?.startsWith("application/problem+json") ? readDocument(text) : null;
  if ((status === 503 || status === 429) && after > 0) return new Problem("busy", { ...said, status, after });
  if (status === 429 || status >= 500) return new Problem("away", { ...said, status });
  if (!said) return new Problem("broken", { status, code: isPage(response) ? "page" : "" });
  return GONE.includes(status)
    ? new Problem("old", { status, code: said.code })
    : new Problem("refused", { ...said, status });
}

/**
 * @param {unknown} error  thrown while an answer was read
 * @returns {Problem}
 */
export function explain(error) {
  if (error instanceof Problem) return error;
  return new Problem(error instanceof SyntaxError ? "broken" : "old");
}

/** @param {string} text */
function readDocument(text) {
  try {
    return readProblem(text);
  } catch {
    return null;
  }
}
