/**
 * LaTeX's names of letters and signs, as Unicode. Tables only.
 */

/**
 * @param {string} pairs  names and characters in turn
 * @returns {Map<string, string>}
 */
function table(pairs) {
  const words = pairs.trim().split(/\s+/);
  return new Map(words.flatMap((name, place) => (place % 2 ? [] : [[name, words[place + 1]]])));
}

/** Letters that stand slanted. */
export const LETTERS = table(`
  alpha α beta β gamma γ delta δ varepsilon ε epsilon ϵ zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ varphi φ phi ϕ chi χ psi ψ omega ω partial ∂
`);

/** Letters and signs that stand upright. */
export const UPRIGHT = table(`
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  infty ∞ square □ bullet ● dots … ldots …
`);

export const OPERATORS = table(`
  cdot ⋅ times × div ÷ wedge ∧ approx ≈ neq ≠ ne ≠ le ≤ leq ≤ ge ≥ geq ≥ to →
  - − − − + + = = < < > > × × ÷ ÷ / / * ⋅
`);

/** Names that are set upright and applied to what follows. */
export const FUNCTIONS = new Set(
  "log ln exp sin cos tan arcsin arccos arctan sinh cosh tanh max min lim sup inf det".split(" "),
);

/** Widths of spaces. */
export const SPACES = new Map([
  ["\\,", "0.1667em"],
  ["\\;", "0.2778em"],
  ["\\ ", "0.25em"],
  ["\\quad", "1em"],
  ["\\!", "0"],
]);
