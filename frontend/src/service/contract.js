/**
 * What the service sends, as types only: this module has no code.
 *
 * @typedef {Record<string, number>} Values  a number for each name
 *
 * @typedef {string | [string, ...Tree[]]} Tree  mathematics as it is set: a letter, a word, a number or a sign; or a
 *   construct and its parts: row, times, of, call, par, abs, floor, ceil, frac, sqrt, root, sup, sub
 *
 * @typedef {{text: string, math: Tree, means?: string, means_math?: Tree}} Label  a formula; `means` says what a short
 *   name stands for
 *
 * @typedef {{text: string, math: Tree}} Sign
 *
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {"variable" | "constant" | "operation" | "branch"} kind
 * @property {string | null} operation  the operation's name, on operations
 * @property {string | null} name  null on what has no name; a constant without a name is a literal
 * @property {Tree} [name_math]  as it is set, if it has one
 * @property {Sign} sign  what stands for it: in its circle, at its line, in a sentence
 * @property {string[]} inputs  ids of nodes
 * @property {string[]} [slots]  the letters in which rules speak of its inputs, and at last of its value
 * @property {string} [call]  of a circle that is a call: the function, which can be opened
 * @property {string} [opened]  the operation or function whose inside the node belongs to
 * @property {Sign} [folded]  the name in its circle, on what stands for all that only it uses
 * @property {string} [inside]  the id of the circle that stands for it
 * @property {[number, number]} [span]  where it stands in the expression, from and to, in code points
 * @property {number | null} value  null when it is not finite
 * @property {string} [nonfinite]  then "Infinity", "-Infinity" or "NaN"
 * @property {string} [reason]  why it is not finite, one sentence in the asked language
 * @property {number | null} [adjoint]
 * @property {string} [adjoint_nonfinite]
 * @property {Label | null} [forward]
 * @property {Label | null} [backward]
 *
 * @typedef {object} GraphEdge
 * @property {string} id
 * @property {string} source
 * @property {string} target
 * @property {number} position  which input of the target
 * @property {Label} [rule]  what flows back along it, in E and the letters of the target
 * @property {number | null} [contribution]
 * @property {string} [contribution_nonfinite]
 * @property {Label | null} [backward]
 *
 * @typedef {object} Step
 * @property {"forward" | "backward"} direction
 * @property {string[]} nodes
 * @property {string[]} edges
 * @property {(string | Slot)[]} clauses  what is said of it in the asked language: words, and slots
 *
 * @typedef {["sign" | "value" | "adjoint" | "contribution" | "sum", string, "brief"?]} Slot  what is filled in, with the id
 *   of a node, or of an edge; `brief`: the number without its formula
 *
 * @typedef {object} Remark  what was understood, but perhaps not meant
 * @property {string} code
 * @property {[number, number]} span
 * @property {string} says  with what to write instead, in the asked language
 *
 * @typedef {object} Graph
 * @property {string} expression
 * @property {string} output
 * @property {number} seed
 * @property {"written" | "names"} naming  by names, `h_1` stands for its value and `h_bar_1` for its gradient
 * @property {GraphNode[]} nodes  inputs before their consumers
 * @property {GraphEdge[]} edges
 * @property {Step[]} steps
 * @property {Remark[]} [notices]
 * @property {Operations} [functions]  operations of this graph that nobody has defined
 *
 * @typedef {number | string | [string, ...number[]]} Instruction  a constant, a name, or a primitive of earlier results
 * @typedef {Instruction[]} Program  the last instruction is the result
 *
 * @typedef {object} Operation
 * @property {string} [title]  in the asked language
 * @property {string[]} arguments
 * @property {string} [sign]  what stands for it in plain text
 * @property {string[]} [spellings]  words it is called by
 * @property {Tree} [symbol]  what stands in its circle
 * @property {Program | null} value
 * @property {Program[]} backward  one program an argument
 * @property {Label[]} [rules]  the same as formulas
 * @property {Label} [definition]  what it shows when it is opened, if it can be
 * @property {string} [note]  the convention where no derivative exists, in the asked language
 * @property {Program} [kink]  0 exactly where that convention is used
 * @typedef {Record<string, Operation>} Operations
 *
 * @typedef {{name: string, title: string, extension: string}} Format  of an export
 *
 * @typedef {object} Fault  one place in the text that the service could not take
 * @property {number} [offset]  in code points
 * @property {number} [length]  in code points
 * @property {string} [hint]
 */

export {};
