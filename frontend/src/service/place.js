/**
 * Where the service is: it sent these modules, unless the page that loads them says otherwise.
 *
 * What enters: an address. What leaves: the address, with a slash at its end.
 */

let said = "";

/**
 * From now on figures ask there.
 * @param {string} address
 */
export function useService(address) {
  said = address;
}

export function place() {
  return said ? new URL(said.replace(/\/*$/, "/"), document.baseURI).href : new URL("../..", import.meta.url).href;
}
