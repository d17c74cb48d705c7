/** English: everything the page says. Same keys as ja.js; a test checks it. `{name}` marks what is filled in. */

/** @type {Record<string, string>} */
export default {
  title: "Kuroaka: black forward, red backward",
  tagline: "Type an expression. Black values flow forward, red gradients flow back.",
  language: "Language",
  copy: "Copy link",
  copied: "Link copied",
  copyFailed: "Copy the link from the address bar",

  expression: "Expression",
  expressionHelp: "Enter draws at once, Shift + Enter starts a new line.",
  figure: "Computational graph",

  start: "Start",
  forward: "Forward {number}/{of}",
  backward: "Backward {number}/{of}",
  startSays: "Only the inputs stand there; nothing is computed yet.",

  player: "Player",
  play: "Play",
  pause: "Pause",
  back: "One frame back",
  ahead: "One frame forward",
  scrub: "Time",
  speed: "Speed",
  show: "Show on the lines",
  formulas: "Formulas",
  numbers: "Numbers",

  result: "Result",
  output: "output",
  values: "Values",
  slider: "{name}, slider",
  number: "{name}, number",
  constant: "constant",

  away: "The server does not answer. The figure stays, and the sliders go on working.",
  awayEmpty: "The server does not answer.",
  retry: "Try again",
  refused: "This expression cannot be drawn.",
  unreadable: "The server sent something this page cannot read.",
};
