/**
 * What is told beside the figure. A panel is one file and one line here.
 *
 * What enters: the commands, with which a panel asks for something. What leaves: panels in their order, each with an
 * `element`, and `show(say, session, state)`, which is called whenever a number, a word or a choice has changed.
 */

import { LedgerPanel } from "./ledger.js";
import { NotesPanel } from "./notes.js";
import { PathsPanel } from "./paths.js";
import { CheckPanel } from "./plots/check.js";
import { CurvesPanel } from "./plots/curves.js";

/**
 * @typedef {import("../figure/session.js").Session} Session
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../words/words.js").Say} Say
 *
 * @typedef {object} Panel
 * @property {HTMLElement} element
 * @property {(say: Say, session: Session, state: State) => void} show
 *
 * @typedef {object} Commands
 * @property {(id: string) => void} select  a node or a line; empty: none
 * @property {() => void} visit  what is selected in the figure
 * @property {((shape: Partial<Pick<State, "open" | "fold">>) => void) | null} shape  draws the figure otherwise; null where it cannot be
 * @property {(nodes: string[], lines: string[]) => void} point  highlights in the figure
 * @property {(nodes: string[], lines: string[]) => void} light  highlights a path in it
 * @property {(rows: Partial<State>) => void} set  what the reader chose
 * @property {(name: string, value: number) => void} move  another number for a name
 * @property {(name: string, h: number) => void} nudge  shows in the figure what a nudge moves
 * @property {import("../controls/values.js").ValuesPanel["rangeOf"]} rangeOf  of a slider
 */

/** Under the figure. @type {readonly (new (commands: Commands) => Panel)[]} */
export const PANELS = [NotesPanel, LedgerPanel, PathsPanel];
/** Under those: they are drawn when they come into sight. @type {readonly (new (commands: Commands) => Panel)[]} */
export const PLOTS = [CurvesPanel, CheckPanel];
