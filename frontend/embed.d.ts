/**
 * Types of <kuroaka-figure>, for pages that load embed.js: https://…/embed.d.ts. Save it beside your code and import it once,
 * `import type {} from "./embed.js"`: plain TypeScript, React's JSX, the templates of Vue and of Svelte know the element then.
 */

export interface FrameDetail {
  /** In view, from 0: nothing computed. */
  frame: number;
  frames: number;
}

export interface ChangeDetail {
  /** What was given, by name. */
  values: Record<string, number>;
  /** Of the output; NaN where it has none. */
  value: number;
  /** Of the variables and named constants. */
  gradients: Record<string, number>;
}

export interface ProblemDetail extends Error {
  /** The service says what is wrong with what was asked; it has too much to do; it does not answer, or failed; what came is
   * not what it sent; it is of another version than the script. */
  kind: "refused" | "busy" | "away" | "broken" | "old";
  /** Of HTTP; 0 when there was no answer that could be read. */
  status: number;
  /** Of the service; "late" when nobody waits any longer, "page" when a page came instead of an answer. */
  code: string;
  faults: { offset?: number; length?: number; hint?: string }[];
}

/** They bubble, out of other shadow roots too. */
export interface FigureEvents {
  frame: CustomEvent<FrameDetail>;
  change: CustomEvent<ChangeDetail>;
  /** A node or a line (`n3`, `e4`, `out`) was selected; empty: none is any more. */
  select: CustomEvent<{ id: string }>;
  /** One is rested on; null: none is any more. */
  point: CustomEvent<{ id: string | null }>;
  problem: CustomEvent<ProblemDetail>;
  reload: CustomEvent<undefined>;
}

/** What each attribute says; to set a property sets its attribute. Lists are separated by commas. */
export interface FigureProperties {
  /** Plain text or LaTeX. */
  expression: string;
  /** How it is to be read. */
  syntax: "auto" | "text" | "latex";
  /** The names that the figure ends in; the last line. */
  output: string;
  /** Numbers by name; also as text, `x:0.5,y:2`. */
  get at(): Record<string, number>;
  set at(numbers: Record<string, number> | string);
  /** E, the gradient that enters at the output, of several at each that `seeds` does not name. */
  seed: number;
  /** The gradients that enter at outputs by their names; also as text, `y_1:1,y_2:0`. */
  get seeds(): Record<string, number>;
  set seeds(numbers: Record<string, number> | string);
  /** Operations drawn as their inside. */
  open: string;
  /** Bound names drawn as one circle. */
  fold: string;
  /** Every operation a circle, or neurons in columns with the weights on their lines; auto draws a network as one. */
  view: "auto" | "graph" | "network";
  /** Names to differentiate by before it is drawn. */
  derivative: string;
  show: "formulas" | "numbers" | "formulas,numbers" | "rules";
  /** Formulas written out or by the reader's own names; auto takes names where a formula would be too long. */
  naming: "auto" | "written" | "names";
  /** A slide: it is laid out to fill one (16:9). */
  fit: "auto" | "slide";
  speed: number;
  loop: boolean;
  /** Red lines are dashed. */
  dashes: boolean;
  /** Id of the selected node or line. */
  node: string;
  /** What is left out. */
  get hide(): readonly string[];
  set hide(parts: readonly string[] | string);
  /** The figure and its sentence fill the window. */
  lecture: boolean;
  /** White on black there. */
  black: boolean;
  /** Which frames are printed. */
  print: "this" | "last" | "all";
  /** On paper red labels are boxes, to be filled in by hand. */
  blank: boolean;
}

/** The attribute `animate` has no type of its own as a property: HTMLElement has a method of that name, which stays. */
export interface KuroakaFigureElement extends HTMLElement, FigureProperties {
  /** The frame in view, or the one being drawn; to set it goes there, null plays from the start. */
  get frame(): number;
  set frame(frame: number | null);
  play(): void;
  pause(): void;
  seek(frame: number): void;
  addEventListener<Type extends keyof FigureEvents>(
    type: Type,
    listener: (this: KuroakaFigureElement, event: FigureEvents[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** A property as the text of its attribute too. */
type Written<Value> = Value extends number
  ? Value | `${number}`
  : Value extends boolean
    ? Value | "" | "1" | "0" | "true" | "false" | "yes" | "no" | "on" | "off"
    : Value extends object
      ? Value | string
      : Value;

/** What a template takes: each attribute. */
export type FigureAttributes = {
  [Name in keyof FigureProperties]?: Written<FigureProperties[Name]> | null | undefined;
} & {
  frame?: Written<number> | null | undefined;
  animate?: Written<boolean> | null | undefined;
  lang?: "en" | "ja" | undefined;
};

/** Listeners, as React 19 and Svelte 5 name them. */
export type FigureListeners = {
  [Type in keyof FigureEvents as `on${Type}`]?: ((event: FigureEvents[Type]) => unknown) | null | undefined;
};

type Taken = FigureAttributes & FigureListeners;
type VueTaken = FigureAttributes & {
  [Type in keyof FigureEvents as `on${Capitalize<Type>}`]?: ((event: FigureEvents[Type]) => unknown) | undefined;
};

declare global {
  interface HTMLElementTagNameMap {
    "kuroaka-figure": KuroakaFigureElement;
  }
}

// For those who have these; the others are told nothing.

// @ts-ignore
declare module "react" {
  namespace JSX {
    // @ts-ignore
    type OfReact = HTMLAttributes<KuroakaFigureElement> & RefAttributes<KuroakaFigureElement>;
    interface IntrinsicElements {
      "kuroaka-figure": Taken & Omit<OfReact, keyof Taken>;
    }
  }
}

// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    // @ts-ignore
    "kuroaka-figure": new () => KuroakaFigureElement & { $props: VueTaken & Omit<HTMLAttributes, keyof VueTaken> };
  }
}

// @ts-ignore
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    // @ts-ignore
    "kuroaka-figure": Taken & Omit<HTMLAttributes<KuroakaFigureElement>, keyof Taken>;
  }
}
