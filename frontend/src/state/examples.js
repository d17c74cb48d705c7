/**
 * Expressions to begin with, as data: the article's rules, its figures, and small networks.
 *
 * What enters: nothing. What leaves: the first of all; groups of examples, each with its titles in both languages.
 */

/**
 * @typedef {{en: string, ja: string}} Titles  by language
 * @typedef {{titles: Titles, expr: string, at?: Record<string, number>}} Example  `at`: where to look at it, else 1
 */

/** What a page shows when its link names no expression, and where it looks at it, or at any other with such a name. */
export const FIRST = { expr: "a = -1; n = a^2; z = n/(n + exp(a*x))", at: { x: 0.5 } };
/** @type {readonly {titles: Titles, examples: readonly Example[]}[]} */
export const EXAMPLES = [
  {
    titles: { en: "Rules", ja: "計算規則" },
    examples: [
      { titles: { en: "Sum +", ja: "足し算 +" }, expr: "z = x + y", at: { x: 2, y: 3 } },
      { titles: { en: "Product ×", ja: "掛け算 ×" }, expr: "z = x*y", at: { x: 2, y: 3 } },
      { titles: { en: "Quotient ÷", ja: "割り算 ÷" }, expr: "z = x/y", at: { x: 2, y: 4 } },
      { titles: { en: "Power", ja: "べき乗" }, expr: "z = x^y", at: { x: 2, y: 3 } },
      { titles: { en: "Exponential exp", ja: "指数関数 exp" }, expr: "z = exp(x)", at: { x: 0.5 } },
      { titles: { en: "Logarithm log", ja: "対数 log" }, expr: "z = log(x)", at: { x: 2 } },
      { titles: { en: "Logarithm to a base", ja: "底のある対数" }, expr: "z = log(x, y)", at: { x: 2, y: 3 } },
    ],
  },
  {
    titles: { en: "Activation functions", ja: "活性化関数" },
    examples: [
      {
        titles: { en: "Sigmoid, with a shared constant", ja: "シグモイド(定数を共有)" },
        expr: "a = -1; n = a^2; z = n/(n + exp(a*x))",
        at: { x: 0.5 },
      },
      {
        titles: { en: "Sigmoid, written plainly", ja: "シグモイド(そのまま)" },
        expr: "1/(1 + exp(-x))",
        at: { x: 0.5 },
      },
      { titles: { en: "tanh", ja: "tanh" }, expr: "z = tanh(x)", at: { x: 0.5 } },
      {
        titles: { en: "A neuron with ReLU", ja: "ReLU のニューロン" },
        expr: "z = relu(w*x + b)",
        at: { w: 2, x: 0.5, b: -0.5 },
      },
    ],
  },
  {
    titles: { en: "Several inputs", ja: "複数の入力" },
    examples: [
      {
        titles: { en: "Softmax of three, its first output", ja: "3つのソフトマックスの1番目" },
        expr: "p = exp(x_1); q = exp(x_2); r = exp(x_3); y = p/(p + q + r)",
        at: { x_1: 1, x_2: 0, x_3: -1 },
      },
      {
        titles: { en: "Partial derivatives", ja: "偏微分" },
        expr: "f = x^2*y + y/(z + x) + z^x",
        at: { x: 1, y: 2, z: 3 },
      },
      {
        titles: { en: "Partial derivatives, in LaTeX", ja: "偏微分(LaTeX)" },
        expr: "f = x^{2} y + \\frac{y}{z + x} + z^{x}",
        at: { x: 1, y: 2, z: 3 },
      },
    ],
  },
  {
    titles: { en: "Chains", ja: "連鎖" },
    examples: [
      {
        titles: { en: "Vanishing gradient", ja: "勾配消失" },
        expr: "sigmoid(sigmoid(sigmoid(x)))",
        at: { x: 0.5 },
      },
      {
        titles: { en: "A deep product", ja: "深い積" },
        expr: "y = w_5*(w_4*(w_3*(w_2*(w_1*x))))",
        at: { w_1: 0.5, w_2: 2, w_3: -1, w_4: 0.5, w_5: 3, x: 1 },
      },
      {
        titles: { en: "Two layers with an error", ja: "2層と誤差" },
        expr: "h = tanh(w*x + b); y = v*h + c; E_2 = (y - t)^2",
        at: { w: 0.5, x: 1, b: 0.2, v: 1.5, c: -0.3, t: 1 },
      },
    ],
  },
];
