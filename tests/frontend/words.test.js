import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { OWN } from "../../frontend/src/lesson/speaker.js";
import { knows, LANGS, LANGUAGES, learn, preferredLang, speaker } from "../../frontend/src/words/words.js";

const SOURCE = new URL("../../frontend/src/", import.meta.url);

test("every language has the same words, with the same things to fill in", () => {
  for (const folder of ["words/", "words/lesson/"]) {
    const files = readdirSync(new URL(folder, SOURCE)).filter((name) => /^..\.js$/.test(name));
    assert.deepEqual(new Set(files), new Set(LANGS.map((lang) => `${lang}.js`)));
  }
  const [first, ...others] = LANGS.map((lang) =>
    Object.entries({ ...LANGUAGES[lang].words, ...OWN[lang] }).map(([key, text]) => [
      key,
      [...text.matchAll(/\{\w+\}/g)].map(String).sort(),
    ]),
  );
  for (const other of others) assert.deepEqual(other, first);
});

test("every word that the page uses exists, and every word is used", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".js") && !name.startsWith("words"),
  );
  const code = files.map((name) => readFileSync(new URL(name, SOURCE), "utf8")).join("\n");
  const words = { ...LANGUAGES.en.words, ...OWN.en };
  for (const [, key] of code.matchAll(/\bsay\(\s*"(\w+)"/g)) assert.ok(key in words, key);
  for (const key of Object.keys(words)) assert.match(code, new RegExp(`["']${key}["']`), `${key} is not used`);
});

test("the language of the browser is spoken if it can be", () => {
  assert.equal(preferredLang(["fr-FR", "ja-JP", "en"]), "ja");
  assert.equal(preferredLang(["fr"]), "en");
});

test("words are filled in", () => {
  assert.equal(speaker("en")("forward", { number: 2, of: 4 }), "Forward 2/4");
  assert.equal(speaker("ja")("backward", { number: 1, of: 4 }), "逆伝播 1/4");
  assert.match(speaker("ja", "white")("tagline"), /白い線は値/);
  assert.match(speaker("ja")("cardFlat", { name: "誤差", output: "z" }), /^誤差が/);
  assert.match(speaker("ja")("cardFlat", { name: "x", output: "z" }), /^x が/);
  assert.throws(() => speaker("en")("nothing"), RangeError);
});

test("a page that came with one language speaks it until it learns another, and in it what that does not say", () => {
  const { words } = LANGUAGES.en;
  const all = { ...words };
  for (const key of Object.keys(words)) Reflect.deleteProperty(words, key);
  assert.deepEqual(LANGS.filter(knows), ["ja"]);
  assert.equal(speaker("en")("expression"), LANGUAGES.ja.words.expression);
  learn("en", { expression: all.expression });
  assert.deepEqual(LANGS.filter(knows), LANGS);
  assert.equal(speaker("en")("expression"), all.expression);
  assert.equal(speaker("en")("values"), LANGUAGES.ja.words.values);
  learn("en", all);
  assert.deepEqual(words, all);
});
