/**
 * Expressions to begin with, as data: the article's rules, its figures, and small networks.
 *
 * What enters: nothing. What leaves: what a first visit sees, and a link without an expression; groups of examples, each with
 * the key of its words.
 */

/** @typedef {{title: string, expr: string, at?: Record<string, number>}} Example  `title`: the key of its words; `at`: else 1 */

/** What is seen at the bare address: one circle, before anything is computed. */
export const WELCOME = { expr: "z = x*y", at: { x: 2, y: 3 }, show: /** @type {const} */ ("numbers"), frame: 0 };
/** What a page shows when its link says something, but names no expression, and where it looks at it, or at any other with such a name. */
export const FIRST = { expr: "a = -1; n = a^2; z = n/(n + exp(a*x))", at: { x: 0.5 } };

/** @type {readonly {title: string, examples: readonly Example[]}[]} */
export const EXAMPLES = [
  {
    title: "examplesRules",
    examples: [
      { title: "exampleSum", expr: "z = x + y", at: { x: 2, y: 3 } },
      { title: "exampleProduct", expr: "z = x*y", at: { x: 2, y: 3 } },
      { title: "exampleQuotient", expr: "z = x/y", at: { x: 2, y: 4 } },
      { title: "examplePower", expr: "z = x^y", at: { x: 2, y: 3 } },
      { title: "exampleExp", expr: "z = exp(x)", at: { x: 0.5 } },
      { title: "exampleLog", expr: "z = log(x)", at: { x: 2 } },
      { title: "exampleLogBase", expr: "z = log_x(y)", at: { x: 2, y: 3 } },
    ],
  },
  {
    title: "examplesActivation",
    examples: [
      {
        title: "exampleSigmoidShared",
        expr: "a = -1; n = a^2; z = n/(n + exp(a*x))",
        at: { x: 0.5 },
      },
      {
        title: "exampleSigmoid",
        expr: "1/(1 + exp(-x))",
        at: { x: 0.5 },
      },
      { title: "exampleTanh", expr: "z = tanh(x)", at: { x: 0.5 } },
      {
        title: "exampleNeuron",
        expr: "z = relu(w*x + b)",
        at: { w: 2, x: 0.5, b: -0.5 },
      },
    ],
  },
  {
    title: "examplesInputs",
    examples: [
      {
        title: "exampleSoftmax",
        expr: "p = exp(x_1); q = exp(x_2); r = exp(x_3); y = p/(p + q + r)",
        at: { x_1: 1, x_2: 0, x_3: -1 },
      },
      {
        title: "examplePartial",
        expr: "f = x^2*y + y/(z + x) + z^x",
        at: { x: 1, y: 2, z: 3 },
      },
      {
        title: "examplePartialLatex",
        expr: "f = x^{2} y + \\frac{y}{z + x} + z^{x}",
        at: { x: 1, y: 2, z: 3 },
      },
    ],
  },
  {
    title: "examplesChains",
    examples: [
      {
        title: "exampleVanishing",
        expr: "sigmoid(sigmoid(sigmoid(x)))",
        at: { x: 0.5 },
      },
      {
        title: "exampleDeep",
        expr: "y = w_5*(w_4*(w_3*(w_2*(w_1*x))))",
        at: { w_1: 0.5, w_2: 2, w_3: -1, w_4: 0.5, w_5: 3, x: 1 },
      },
      {
        title: "exampleLayers",
        expr: "h = tanh(w*x + b); y = v*h + c; E_2 = (y - t)^2",
        at: { w: 0.5, x: 1, b: 0.2, v: 1.5, c: -0.3, t: 1 },
      },
    ],
  },
];
