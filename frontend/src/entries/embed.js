/**
 * The only module with a side effect of its own: loading it makes <kuroaka-figure> known, unless another copy of it has
 * done so already (a page that loads the element, and a notebook's widget beside it).
 */

import { KuroakaFigure } from "../figure/element.js";

const known = globalThis.customElements; // none on a server that writes pages
if (known && !known.get("kuroaka-figure")) known.define("kuroaka-figure", KuroakaFigure);
