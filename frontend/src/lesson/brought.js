/**
 * A lesson that stands at another address: it is fetched from there, and the service makes a document of it.
 *
 * What enters: the form in which a lesson can be pasted. What leaves: the form is filled and sent, or says that nothing came.
 */

import { textAt } from "../service/client.js";

/** @param {HTMLFormElement} form */
export async function bring(form) {
  const { address } = form.dataset;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(name));
  if (!address) return;
  part(".fetched").hidden = false;
  try {
    /** @type {HTMLTextAreaElement} */ (part("textarea")).value = await textAt(address);
    form.action = location.href; // the step and the answers of the link go along
    form.submit();
  } catch {
    part(".fetched").hidden = true;
    part(".away").hidden = false;
  }
}
