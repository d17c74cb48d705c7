/** The site's own page, and a file that carries all it needs. */

import "./embed.js";
import { doorOf } from "../page/door.js";
import { learnLanguages } from "../page/learning.js";
import { Page } from "../page/page.js";
import { Client } from "../service/client.js";

learnLanguages(new Page(doorOf(document)).store, new Client());
