/** Types of the package of npm, which registers <kuroaka-figure> when it is loaded. */

import type { KuroakaFigureElement } from "./embed.js";

export * from "./embed.js";

export declare const KuroakaFigure: { new (): KuroakaFigureElement; readonly prototype: KuroakaFigureElement };

/** The service that all figures ask from now on; without it they ask the site that the page comes from. */
export declare function useService(address: string): void;

/** What makes a service unnecessary for one expression, as `kuroaka export answers` writes it. */
export interface Answers {
  query: string;
  operations: object;
  plain: object;
  named: object | null;
}

/** Gives a figure its answers, and the attributes that they are of. Returns the figure. */
export declare function carry<Figure extends KuroakaFigureElement>(figure: Figure, answers: Answers): Figure;
