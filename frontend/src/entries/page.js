/** The site's own page, and a file that carries all it needs. */

import "./embed.js";
import { doorOf } from "../page/door.js";
import { Page } from "../page/page.js";

new Page(doorOf(document));
