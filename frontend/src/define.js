/** The only module with a side effect of its own: loading it makes <kuroaka-figure> known. */

import { KuroakaFigure } from "./element.js";

customElements.define("kuroaka-figure", KuroakaFigure);
