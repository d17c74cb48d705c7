/** Texts by row in on standard input; the page's rows, and what it reads those texts as, out on standard output. */

import { text } from "node:stream/consumers";
import { ATTRIBUTES, readRow, TABLE } from "../../frontend/src/state/state.js";

/** @type {Partial<Record<keyof import("../../frontend/src/state/state.js").State, string[]>>} */
const texts = JSON.parse(await text(process.stdin));

const rows = TABLE.map(({ name, default: standard, only, kind }) => ({
  name,
  attribute: ATTRIBUTES[name],
  only,
  default: kind.write(standard, {}),
  read: (texts[name] ?? []).map((written) => {
    const value = readRow(name, written);
    return value === undefined ? null : kind.write(value, {});
  }),
}));
process.stdout.write(JSON.stringify(rows));
