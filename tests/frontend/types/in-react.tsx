/** The published types in React's JSX, read by the type checker. Nothing here runs. */

import type { KuroakaFigureElement } from "../../../frontend/embed.js";

const ref: { current: KuroakaFigureElement | null } = { current: null };

export const right = (
  <kuroaka-figure
    ref={ref}
    key="one"
    className="wide"
    data-place="first"
    expression="x*y"
    at={{ x: 2 }}
    show="numbers"
    frame={1}
    speed="0.5"
    loop
    animate={false}
    hide={["zoom"]}
    lang="ja"
    onchange={({ detail }) => detail.gradients.x?.toFixed(2)}
    onframe={({ detail }) => detail.frames - detail.frame}
    onClick={({ currentTarget }) => currentTarget.play()}
  >
    <img alt="x times y" src="figure.svg" />
  </kuroaka-figure>
);
// @ts-expect-error: there is no such kind of label
export const kind = <kuroaka-figure show="pictures" />;
// @ts-expect-error: frames are numbers
export const frame = <kuroaka-figure frame="first" />;
// @ts-expect-error: there is no such detail
export const event = <kuroaka-figure onframe={({ detail }) => detail.values} />;
