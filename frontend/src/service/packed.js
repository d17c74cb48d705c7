/**
 * The answers that a file brings along, so that its figure needs no service.
 *
 * What enters: what `kuroaka.exports` wrote for one expression in one language: the operations; the graph and its figures,
 * one for each way of reading, as they are, and again with the named constants by their names, for when one of them is
 * moved. What leaves: a client.
 */

/**
 * @typedef {import("./client.js").Client} Client
 * @typedef {{graph: import("./contract.js").Graph, figures: Record<string, string>}} Drawn
 *
 * @typedef {object} Answers
 * @property {string} query  the state, as a link has it
 * @property {import("./contract.js").Operations} operations
 * @property {Drawn} plain
 * @property {Drawn | null} named  null where nothing can be moved that is said by its number
 */

/** @implements {Pick<Client, "operations" | "graph" | "figure">} */
export class Packed {
  /** @param {Answers} answers */
  constructor(answers) {
    this.answers = answers;
  }

  async operations() {
    return this.answers.operations;
  }

  /**
   * @param {import("./client.js").Question} _asked
   * @param {import("./contract.js").Values} moved  named constants with other numbers
   */
  async graph(_asked, moved) {
    return this.#drawn(moved).graph;
  }

  /**
   * @param {import("./client.js").Question} _asked
   * @param {import("./contract.js").Values} moved
   * @param {string} show
   */
  async figure(_asked, moved, show) {
    return this.#drawn(moved).figures[show];
  }

  /** @param {import("./contract.js").Values} moved */
  #drawn(moved) {
    return (Object.keys(moved).length && this.answers.named) || this.answers.plain;
  }
}
