/** The page inside a frame of another page. */

import "./embed.js";
import { doorOf } from "../page/door.js";
import { answerParent } from "../page/messages.js";
import { Page } from "../page/page.js";

answerParent(new Page(doorOf(document)));
