/**
 * The words of a language that did not come with the page, when the reader wants it.
 *
 * What enters: the store, the service. What leaves: words, and news of the language to all who speak.
 */

import { knows, learn } from "../words/words.js";

/**
 * @param {import("../state/store.js").Store} store
 * @param {import("../service/client.js").Client} service
 */
export function learnLanguages(store, service) {
  const follow = async () => {
    const { lang } = store.state;
    if (knows(lang)) return;
    // Where they do not come, the figure says what is wrong with the service: it asks at the same time.
    const words = await service.words(lang).catch(() => null);
    if (!words) return;
    learn(lang, words);
    store.again(["lang"]);
  };
  store.on(["lang"], follow);
  addEventListener("online", follow);
  follow();
}
