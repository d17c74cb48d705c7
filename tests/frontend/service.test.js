import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../frontend/src/service/client.js";
import { explain, Problem, refusal } from "../../frontend/src/service/problem.js";

const DOCUMENT = "application/problem+json";
const SAID = { code: "some-code", detail: "Some detail.", errors: [{ offset: 2, length: 1, hint: "Type x." }] };

/**
 * @param {number} status
 * @param {string} type
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
function refused(status, type, text, headers = {}) {
  return refusal(new Response(null, { status, headers: { "Content-Type": type, ...headers } }), text);
}

test("whose fault it is: the reader's only where the service says so", () => {
  const said = JSON.stringify(SAID);
  /** @type {[number, string, string, Record<string, string>, string][]} */
  const answers = [
    [422, DOCUMENT, said, {}, "refused"],
    [414, DOCUMENT, said, {}, "refused"],
    [422, `${DOCUMENT}; charset=utf-8`, said, {}, "refused"],
    [422, "application/json", said, {}, "broken"],
    [422, DOCUMENT, '{"detail": "of something else"}', {}, "broken"],
    [422, DOCUMENT, "{", {}, "broken"],
    [403, "text/html", "<h1>Forbidden</h1>", {}, "broken"],
    [404, "text/html", "<h1>Not found</h1>", {}, "broken"],
    [404, DOCUMENT, said, {}, "old"],
    [405, DOCUMENT, said, {}, "old"],
    [500, DOCUMENT, said, {}, "away"],
    [502, "text/html", "<h1>Bad gateway</h1>", {}, "away"],
    [429, "text/html", "", {}, "away"],
    [503, DOCUMENT, said, {}, "away"],
    [503, DOCUMENT, said, { "Retry-After": "5" }, "busy"],
    [503, "text/html", "", { "Retry-After": "5" }, "busy"],
    [429, "text/html", "", { "Retry-After": "5" }, "busy"],
    [503, DOCUMENT, said, { "Retry-After": "soon" }, "away"],
  ];
  for (const [status, type, text, headers, kind] of answers) {
    const problem = refused(status, type, text, headers);
    assert.equal(problem.kind, kind, `${status} ${type} ${text}`);
    assert.equal(problem.status, status);
    assert.equal(problem.after, kind === "busy" ? 5 : 0);
  }
});

test("what the service says is handed on, but for what the page says better", () => {
  const problem = refused(422, DOCUMENT, JSON.stringify(SAID));
  assert.deepEqual([problem.code, problem.message, problem.faults], [SAID.code, SAID.detail, SAID.errors]);
  assert.equal(refused(500, DOCUMENT, JSON.stringify(SAID)).message, SAID.detail);
  assert.equal(refused(404, DOCUMENT, JSON.stringify(SAID)).message, "");
});

test("a page that came instead of an answer is told from one that came in pieces", async (context) => {
  const pieces = new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) });
  /** @type {[() => Promise<Response>, string, string][]} */
  const answers = [
    [async () => new Response("<title>Log in</title>", { headers: { "Content-Type": "text/html" } }), "broken", "page"],
    [async () => new Response("", { status: 403, headers: { "Content-Type": "text/html" } }), "broken", "page"],
    [async () => new Response(pieces), "broken", ""],
    [async () => Promise.reject(new TypeError("refused")), "away", ""],
  ];
  for (const [respond, kind, code] of answers) {
    context.mock.method(globalThis, "fetch", respond);
    await assert.rejects(new Client().graph({ expr: "x" }, {}, new AbortController()), { kind, code });
  }
});

test("what is thrown while an answer is read is a problem too", () => {
  const problem = new Problem("away");
  assert.equal(explain(problem), problem);
  assert.equal(explain(new SyntaxError("no JSON")).kind, "broken");
  assert.equal(explain(new TypeError("no steps")).kind, "old");
});
