/** Types of <kuroaka-figure>, for pages that load embed.js: https://…/embed.d.ts */

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
  /** Of HTTP; 0 when there was no answer. */
  status: number;
  code: string;
  faults: { offset?: number; length?: number; hint?: string }[];
}

interface FigureEvents {
  frame: CustomEvent<FrameDetail>;
  change: CustomEvent<ChangeDetail>;
  problem: CustomEvent<ProblemDetail>;
}

export interface KuroakaFigureElement extends HTMLElement {
  readonly frame: number;
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

declare global {
  interface HTMLElementTagNameMap {
    "kuroaka-figure": KuroakaFigureElement;
  }
}
