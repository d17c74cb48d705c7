/** As much of React's own types as ours are added to; the real ones are a package that nothing else here needs. */

declare module "react" {
  export interface HTMLAttributes<Of> {
    className?: string;
    children?: unknown;
    onClick?: (event: { currentTarget: Of }) => void;
    onChange?: (event: { currentTarget: Of }) => void;
  }
  export interface RefAttributes<Of> {
    ref?: { current: Of | null };
    key?: string | number;
  }
  export namespace JSX {
    type Element = object;
    interface IntrinsicElements {
      img: { alt: string; src: string };
    }
  }
}

declare module "react/jsx-runtime" {
  export { JSX } from "react";
  export function jsx(type: unknown, properties: unknown): object;
  export function jsxs(type: unknown, properties: unknown): object;
}
