/**
 * Whether it is the policy of the page around (its `connect-src`) that keeps a question from the service: to who asks that
 * looks like a service that does not answer.
 *
 * What enters: an address, and what came of asking it. What leaves: whether the page forbids it.
 */

/**
 * @param {URL} url
 * @param {Promise<unknown>} asked
 * @returns {Promise<boolean>}
 */
export async function watchPolicy(url, asked) {
  let forbidden = false;
  const hear = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective, disposition, blockedURI }) => {
    const isOurs = URL.canParse(blockedURI) && new URL(blockedURI).origin === url.origin;
    forbidden ||= isOurs && disposition === "enforce" && effectiveDirective === "connect-src";
  };
  globalThis.document?.addEventListener("securitypolicyviolation", hear);
  // The page is told in a turn of its own, perhaps after who asks.
  const failed = await asked.then(
    () => false,
    () => new Promise((turn) => setTimeout(turn, 0, true)),
  );
  globalThis.document?.removeEventListener("securitypolicyviolation", hear);
  return Boolean(failed) && forbidden;
}
