/**
 * The only file that fetches and the only one that knows URLs.
 *
 * What enters: an expression, values, a language. What leaves: the service's answers, or a Problem. A client asks one
 * question of a kind at a time: the newest wins, the one before is aborted.
 */

/**
 * @typedef {import("./contract.js").Fault} Fault
 * @typedef {import("./contract.js").Graph} Graph
 * @typedef {import("./contract.js").Operations} Operations
 * @typedef {import("./contract.js").Values} Values
 * @typedef {Record<string, string>} Question  what a graph and its figure depend on, but for the numbers, by the names of a link
 */

const API = "../../api/v1/";
const ACCEPT = "*/*, application/problem+json"; // by name: where an image is asked for, a problem would be one too

/** The service refused (`status` 4xx), or could not answer (`away`). */
export class Problem extends Error {
  /**
   * @param {number} status  0 when there was no answer at all
   * @param {{code?: string, detail?: string, errors?: Fault[]}} [body]
   */
  constructor(status, body = {}) {
    super(body.detail ?? "");
    this.status = status;
    this.code = body.code ?? "";
    this.faults = body.errors ?? [];
  }

  /** Not the reader's doing: worth asking again. */
  get away() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** By language. @type {Map<string, Promise<Operations>>} */
const operations = new Map();

export class Client {
  /** @type {Map<string, AbortController>} */
  #running = new Map();

  /**
   * The rules of all operations: asked once a page and language, again only after a failure.
   * @param {string} lang
   * @returns {Promise<Operations>}
   */
  operations(lang) {
    const asked =
      operations.get(lang) ??
      answer(`operations?${query({ lang, formulas: "math" }, {})}`)
        .then((response) => response.json())
        .then((body) => body.operations)
        .catch((problem) => {
          operations.delete(lang);
          throw problem;
        });
    operations.set(lang, asked);
    return asked;
  }

  /**
   * @param {Question} asked
   * @param {Values} values
   * @returns {Promise<Graph>}
   */
  async graph(asked, values) {
    const response = await answer(`graph?${query({ ...asked, formulas: "math" }, values)}`, this.#newest("graph"));
    return response.json();
  }

  /**
   * @param {Question} asked
   * @param {Values} values
   * @param {readonly string[]} shows
   * @returns {Promise<string>} the text of an SVG
   */
  async figure(asked, values, shows) {
    const wanted = query({ ...asked, show: shows.join(","), animate: "true" }, values);
    const response = await answer(`figure.svg?${wanted}`, this.#newest("figure"));
    return response.text();
  }

  /**
   * What the expression can be exported as.
   * @param {string} lang
   * @returns {Promise<import("./contract.js").Format[]>}
   */
  async formats(lang) {
    const response = await answer(`export?${query({ lang }, {})}`);
    return (await response.json()).formats;
  }

  /** Where the service is. */
  get base() {
    return new URL("../..", import.meta.url).href;
  }

  /** Gives up whatever is under way. */
  abort() {
    for (const controller of this.#running.values()) controller.abort();
  }

  /** @param {string} kind */
  #newest(kind) {
    this.#running.get(kind)?.abort();
    const controller = new AbortController();
    this.#running.set(kind, controller);
    return controller.signal;
  }
}

/**
 * Whether an error only says that a newer question replaced this one.
 * @param {unknown} error
 */
export function isAborted(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

/**
 * @param {Record<string, string>} parameters
 * @param {Values} values
 */
function query(parameters, values) {
  const at = Object.entries(values).map(([name, value]) => `${name}:${value}`);
  return new URLSearchParams(Object.entries({ ...parameters, at: at.join(",") }).filter(([, written]) => written));
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 */
async function answer(path, signal = new AbortController().signal) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(new URL(API + path, import.meta.url), { signal, headers: { Accept: ACCEPT } });
  } catch (error) {
    if (isAborted(error)) throw error;
    throw new Problem(0);
  }
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  return response;
}
