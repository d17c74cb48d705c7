/** A lesson: its document becomes a room. A list of lessons stays as it is; a form asks for the lesson of an address. */

import "./embed.js";
import { bring } from "../lesson/brought.js";
import { Room } from "../lesson/room.js";
import { stepsOf } from "../lesson/steps.js";

const steps = stepsOf(document);
if (steps.length) new Room(document, steps);
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.brought"));
if (form) bring(form);
