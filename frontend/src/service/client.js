/**
 * The only file that fetches and the only one that knows URLs.
 *
 * What enters: an expression, values, a language. What leaves: the service's answers, or a Problem.
 */

import { readFormats, readFrame, readGraph, readOperations, readSlips, readWords } from "./contract.js";
import { place } from "./place.js";
import { watchPolicy } from "./policy.js";
import { isPage, Problem, refusal } from "./problem.js";

/**
 * @typedef {import("./contract.js").Graph} Graph
 * @typedef {import("./contract.js").Operations} Operations
 * @typedef {import("./contract.js").Values} Values
 * @typedef {Record<string, string>} Question  what a graph and its figure depend on, but for the numbers, by the names of a link
 *
 * @typedef {object} How
 * @property {AbortSignal} signal  aborted when nobody wants the answer any more, with the Problem if there is one
 * @property {boolean} [afresh]  past what the browser and proxies have kept, perhaps from another version of the service
 */

const API = "api/v1/";
/** Of text in a page, in pixels. */
const COLUMN = 640;
const ACCEPT = "*/*, application/problem+json"; // by name: where an image is asked for, a problem would be one too

/** The rules of all operations, by service and language: asked for once a page. @type {Map<string, Operations>} */
const known = new Map();

export class Client {
  /**
   * @param {string} lang
   * @param {How} how
   * @returns {Promise<Operations>}
   */
  async operations(lang, how) {
    const table = `${lang} ${this.base}`;
    const before = how.afresh ? undefined : known.get(table);
    if (before) return before;
    const { operations } = readOperations(await answer(`operations?${query({ lang, formulas: "math" }, {})}`, how));
    known.set(table, operations);
    return operations;
  }

  /**
   * @param {Question} asked
   * @param {Values} values
   * @param {How} how
   * @returns {Promise<Graph>}
   */
  async graph(asked, values, how) {
    return readGraph(await answer(`graph?${query({ ...asked, formulas: "math" }, values)}`, how));
  }

  /**
   * @param {Question} asked
   * @param {Values} values
   * @param {string} show
   * @param {How} how
   * @returns {Promise<string>} the text of an SVG, if that is what came
   */
  figure(asked, values, show, how) {
    return answer(`figure.svg?${query({ ...asked, show, animate: "true" }, values)}`, how);
  }

  /**
   * A file of the service.
   * @param {string} address
   * @returns {Promise<ArrayBuffer>}
   */
  async file(address) {
    const response = await taken(new URL(address), new AbortController());
    return response.arrayBuffer();
  }

  /**
   * What the expression can be exported as.
   * @param {string} lang
   * @returns {Promise<import("./contract.js").Format[]>}
   */
  async formats(lang) {
    return readFormats(await answer(`export?${query({ lang }, {})}`, new AbortController())).formats;
  }

  /**
   * How high a frame of one of our pages has to be, in a column of usual width.
   * @param {string} url  of the page
   * @returns {Promise<number>} pixels
   */
  async height(url) {
    const asked = new URLSearchParams({ url, maxwidth: String(COLUMN) });
    return readFrame(await answer(`../../oembed?${asked}`, new AbortController())).height;
  }

  /**
   * The mistakes people make.
   * @param {string} lang
   * @returns {Promise<import("./contract.js").Slips>}
   */
  async slips(lang) {
    return readSlips(await answer(`slips?${query({ lang }, {})}`, new AbortController()));
  }

  /**
   * What the page says in a language.
   * @param {string} lang
   * @returns {Promise<Record<string, string>>}
   */
  async words(lang) {
    return readWords(await answer(`../../words.${lang}.json`, new AbortController()));
  }

  /** Where the service is. */
  get base() {
    return place();
  }
}

/**
 * A text of another site, which is told nothing of the reader.
 * @param {string} address
 */
export async function textAt(address) {
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Problem("away");
  return response.text();
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
 * @param {How} how
 */
async function answer(path, how) {
  const response = await taken(new URL(API + path, place()), how);
  return response.text().catch(() => failed("broken", how));
}

/**
 * The response, if it is what was asked for.
 * @param {URL} url
 * @param {How} how
 */
async function taken(url, how) {
  const cache = how.afresh ? "reload" : "default";
  const asked = fetch(url, { signal: how.signal, cache, headers: { Accept: ACCEPT } });
  const policy = watchPolicy(url, asked);
  const response = await asked.catch(async () => {
    if (await policy) throw new Problem("away", { code: "policy", service: url.origin });
    return failed("away", how);
  });
  if (response.ok && !isPage(response)) return response;
  throw refusal(response, await response.text().catch(() => failed("broken", how)));
}

/**
 * @param {import("./problem.js").Kind} kind
 * @param {How} how
 * @returns {never}
 */
function failed(kind, { signal }) {
  throw signal.aborted ? signal.reason : new Problem(kind);
}
