r"""LaTeX in, the tokens of our own grammar out: a fixed subset of commands, no macros.

``\frac{a}{b}`` becomes ``((a)/(b))``, ``\sin^2 x`` becomes ``sin(x)^2``; every token keeps the place of what it
was made from, so problems point into the LaTeX. The parser behind is the same as for plain text.
"""

from kuroaka.language.latex_groups import Frame, Groups
from kuroaka.language.latex_pieces import FRACTIONS, FUNCTIONS, SIGNS, WORDS, Piece
from kuroaka.language.letters import LETTERS
from kuroaka.language.limits import Limits
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.tokens import Token, check_number


def latex_tokens(text: str, limits: Limits) -> list[Token]:
    r"""Every token of a LaTeX text, an ``end`` token last.

    >>> from kuroaka.language.limits import LIMITS
    >>> "".join(token.word for token in latex_tokens(r"\frac{1}{1 + e^{-x}}", LIMITS))
    '((1)/(1+e^(-x)))'
    """
    found = _Reader(text, limits).read()
    if len(found) > limits.tokens:
        raise LimitProblem("too-many-tokens", (found[limits.tokens].start, len(text)), limit=limits.tokens)
    return found


class _Reader(Groups):
    def read(self) -> list[Token]:
        while self.here.kind != "end":
            self.step()
        self.close_bare()
        if self.frames:
            opened = self.frames[-1].opened
            raise SyntaxProblem("unclosed-bracket", (opened.start, opened.stop), character=self.written(opened))
        self.write("end", "", self.here)
        return self.found

    # ---- arguments ---------------------------------------------------------------------------------------------

    def argument(self, behind: tuple[Token | str, ...], command: Piece) -> None:
        """The next piece or group, in brackets; ``behind`` is written after it."""
        piece = self.next()
        if piece.word == "{":
            self.open("}", behind, piece)
            self.group()
        elif piece.kind == "number" and len(piece.word) > 1 and (command.word == "^" or "." in piece.word):
            # TeX takes one digit, so x^23 is x^2 3, which nobody means
            raise SyntaxProblem("latex-argument", (piece.start, piece.stop), command=self.written(command))
        elif piece.kind in ("number", "letter") or (piece.kind == "command" and piece.word in LETTERS):
            self.write("bracket", "(", piece)
            word = piece.word
            if piece.kind == "number" and len(word) > 1:  # \frac12
                self.pieces.insert(self.place, piece._replace(word=word[1:], start=piece.start + 1))
                word = word[0]
            self.write("number" if piece.kind == "number" else "name", LETTERS.get(word, word), piece)
            self.write_words((")", *behind), piece)
        else:
            raise SyntaxProblem("latex-argument", (piece.start, piece.stop), command=self.written(command))

    def group(self) -> None:
        """Everything up to the end of the group just opened."""
        depth = len(self.frames)
        while len(self.frames) >= depth:
            if self.here.kind == "end":
                opened = self.frames[depth - 1].opened
                raise SyntaxProblem("unclosed-bracket", (opened.start, opened.stop), character=self.written(opened))
            self.step()

    def aside(self, closer: str, command: Piece) -> tuple[Token, ...]:
        """A group read ahead, to be written later: a root's degree, a function's exponent."""
        start = len(self.found)
        if closer == "]":
            self.open("]", (), self.next())
            self.group()
        else:
            self.argument((), command)
        tokens = tuple(self.found[start:])
        del self.found[start:]
        return tokens

    # ---- one piece at a time -----------------------------------------------------------------------------------

    def step(self) -> None:
        piece = self.next()
        match piece.kind:
            case "number":
                check_number(piece.word, piece.start, piece.stop, self.limits)
                self.write("number", piece.word, piece)
            case "letter":
                self.name(piece, piece.word)
            case "command":
                self.command(piece)
            case _:
                self.sign(piece)

    def sign(self, piece: Piece) -> None:
        match piece.word:
            case "+" | "-" | "*" | "/" | "=":
                self.close_bare()
                self.write("operator", piece.word, piece)
            case "^":
                self.write("operator", "^", piece)
                self.argument((), piece)
            case "(" | "[" | "{":
                self.open({"(": ")", "[": "]", "{": "}"}[piece.word], (), piece)
            case ")" | "]" | "}":
                self.close(piece)
            case "|":
                self.bar(piece)
            case ",":
                self.close_bare()
                self.write("bracket", ",", piece)
            case ";":
                self.close_bare()
                self.write("end", ";", piece)
            case _:  # _ and ' only follow a name
                raise SyntaxProblem("unexpected-character", (piece.start, piece.stop), character=piece.word)

    def bar(self, piece: Piece) -> None:
        if self.inside("|") and self.after_bar_value():
            self.close_bare()
            self.frames.pop()
        else:
            self.frames.append(Frame("|", (), piece))
        self.write("bracket", "|", piece)

    def after_bar_value(self) -> bool:
        last = self.found[-1]
        return last.kind in ("number", "name") or (last.kind == "bracket" and last.word in ")|" and last.word != "(")

    def command(self, piece: Piece) -> None:
        word = piece.word
        if word in LETTERS:
            self.name(piece, LETTERS[word])
        elif word in FUNCTIONS:
            self.call(piece, FUNCTIONS[word])
        elif word in FRACTIONS:
            self.fraction(piece)
        elif word == "sqrt":
            self.root(piece)
        elif word in WORDS:
            self.name(piece, self.word(piece))
        elif word in SIGNS:
            self.sign(piece._replace(kind="sign", word=SIGNS[word]))
        elif word in "{}":
            self.sign(piece._replace(kind="sign", word="(" if word == "{" else ")"))
        elif word in ("lvert", "rvert", "|"):
            self.bar(piece)
        elif word == "\\":
            self.close_bare()
            self.write("end", ";", piece)
        else:
            raise SyntaxProblem("unknown-command", (piece.start, piece.stop), command=self.written(piece))

    def fraction(self, piece: Piece) -> None:
        if self.after_value and not self.function:
            self.found.append(Token("product", "", piece.start, piece.start))
        self.write("bracket", "(", piece)
        self.argument(("/",), piece)
        self.argument((")",), piece)

    def root(self, piece: Piece) -> None:
        degree = self.aside("]", piece) if self.here.word == "[" else ()
        if degree:
            if self.after_value and not self.function:
                self.found.append(Token("product", "", piece.start, piece.start))
            self.write("bracket", "(", piece)
            self.argument(("^", "(", "1", "/", *degree, ")", ")"), piece)
        else:
            self.write("name", "sqrt", piece)
            self.function = True
            self.argument((), piece)

    def call(self, piece: Piece, word: str) -> None:
        """A function: with a base or exponent of its own, and an argument with or without brackets."""
        bare = bool(self.frames) and not self.frames[-1].closer
        if bare and self.after_value:
            self.close_bare()  # sin x cos y
        base = self.aside("}", piece) if word == "log" and self.takes("_") else ()
        exponent: tuple[Token | str, ...] = ()
        if self.takes("^"):
            exponent = ("^", *self.aside("}", piece))
            if len(exponent) > 2 and isinstance(exponent[2], Token) and exponent[2].word == "-":
                raise SyntaxProblem("inverse-function", (piece.start, piece.stop), word=word)
        self.write("name", word, piece)
        self.write("bracket", "(", piece)
        self.found += base
        if base:
            self.write("bracket", ",", piece)
        behind = (")", *exponent)
        if self.here.word in ("(", "{", "["):
            opened = self.next()
            self.frames.append(Frame({"(": ")", "[": "]", "{": "}"}[opened.word], behind, opened))
        else:
            self.frames.append(Frame("", behind, piece))

    # ---- names -------------------------------------------------------------------------------------------------

    def word(self, command: Piece) -> str:
        r"""The letters of ``\mathrm{loss}``."""
        letters = ""
        if self.takes("{"):
            while self.here.word.isalnum() and self.here.kind in ("letter", "number"):
                letters += self.next().word
            if self.takes("}") and letters:
                return letters
        raise SyntaxProblem("latex-argument", (self.here.start, self.here.stop), command=self.written(command))

    def name(self, piece: Piece, word: str) -> None:
        """A letter or word with its subscript and primes; what follows in brackets is a factor, not an argument,
        unless the name is one of several letters or heads a definition such as ``f(x) = …``."""
        subscript = primes = ""
        while True:
            if self.takes("'"):
                primes += "'"
            elif not subscript and self.takes("_"):
                subscript = "_" + self.subscript(piece)
            else:
                break
        at = piece._replace(stop=self.pieces[self.place - 1].stop)
        self.write("name", word + subscript + primes, at)
        self.function = len(word) > 1 or word == "σ" or self.heads_definition()

    def subscript(self, piece: Piece) -> str:
        first = self.next()
        if first.kind == "letter" or (first.kind == "number" and first.word.isdigit()):
            return first.word
        parts = ""
        if first.word == "{":
            while self.here.word.isalnum() or self.here.word == ",":
                inner = self.next()
                if inner.kind == "command" and inner.word not in WORDS:
                    break
                parts += self.word(inner) if inner.kind == "command" else "_" if inner.word == "," else inner.word
            if parts and self.takes("}"):
                return parts
        raise SyntaxProblem("latex-argument", (first.start, first.stop), command=self.written(piece))

    def heads_definition(self) -> bool:
        """Whether ``(x, y) =`` follows."""
        place = self.place
        if self.pieces[place].word != "(":
            return False
        while self.pieces[place].kind in ("letter", "number") or self.pieces[place].word in ("(", ",", "_", "{", "}"):
            place += 1
        return self.pieces[place].word == ")" and self.pieces[place + 1].word == "="
