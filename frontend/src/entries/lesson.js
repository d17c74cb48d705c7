/** A lesson: its document becomes a room. A list of lessons stays as it is. */

import "./embed.js";
import { Room } from "../lesson/room.js";
import { stepsOf } from "../lesson/steps.js";

const steps = stepsOf(document);
if (steps.length) new Room(document, steps);
