"""Tokens in, syntax out: operator precedence with two explicit stacks, so depth costs memory and nothing else.

One stack holds finished terms, the other what still waits for its right side: operators and open brackets.
A term is emitted as soon as all its inputs are there, which makes the columns of the syntax topological.
"""

from typing import Literal, NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.problems import LimitProblem, Span, SyntaxProblem
from kuroaka.language.spelling import BASE, INFIX, PREFIX_MINUS, PRODUCT
from kuroaka.language.syntax import Binding, Syntax
from kuroaka.language.tokens import Token, missing_value


class _Waiting(NamedTuple):
    """An operator that waits for its right side, or an open bracket (precedence 0)."""

    kind: Literal["infix", "prefix", "group", "call", "bars"]
    precedence: int
    word: str
    span: Span
    inputs: int = 0  # of a call: where its arguments begin on the stack of finished terms

    @property
    def bracket(self) -> Span:
        """Where the bracket itself stands; a waiting call is known by the span of its name."""
        return self.span if self.kind != "call" else (self.span[1], self.span[1] + 1)


class Parser:
    """Takes tokens one by one; ``syntax()`` is what they were."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text, self.limits = text, limits
        self.words: list[str] = []
        self.inputs: list[tuple[int, ...]] = []
        self.spans: list[Span] = []
        self.bindings: list[Binding] = []
        self.bound: set[str] = set()
        self.depth = 0
        self.begin_line()

    def begin_line(self) -> None:
        self.finished: list[int] = []
        self.waiting: list[_Waiting] = []
        self.binding: Token | None = None
        self.wants_value = True
        self.previous: Token | None = None
        self.line_begins = len(self.words)

    def syntax(self) -> Syntax:
        if not self.bindings:
            raise SyntaxProblem("empty-expression", (0, len(self.text)))
        return Syntax(self.text, tuple(self.words), tuple(self.inputs), tuple(self.spans), tuple(self.bindings))

    def take(self, token: Token) -> None:
        match token.kind:
            case "number" | "name":
                self.multiply_if_value(token)
                self.emit(token.word, (), (token.start, token.stop))
                self.wants_value = False
            case "operator" if token.word == "=":
                self.bind(token)
            case "operator":
                self.operate(token)
            case "power":
                self.raise_to(token)
            case "product":
                self.multiply_if_value(token)
            case "bracket":
                self.bracket(token)
            case "end":
                self.end_line(token)
        self.previous = (
            None if token.kind == "end" and not self.waiting else token if token.kind != "end" else self.previous
        )

    # ---- terms -------------------------------------------------------------------------------------------------

    def emit(self, word: str, inputs: tuple[int, ...], span: Span) -> None:
        self.finished.append(len(self.words))
        self.words.append(word)
        self.inputs.append(inputs)
        self.spans.append(span)

    def retract(self) -> None:
        """Take back the name just emitted: what follows shows that it is no value."""
        self.finished.pop()
        self.words.pop()
        self.inputs.pop()
        self.spans.pop()

    def reduce(self, precedence: int) -> None:
        """Finish every waiting operator that binds at least this tightly."""
        while self.waiting and self.waiting[-1].precedence >= precedence:
            operator = self.waiting.pop()
            right = self.finished.pop()
            if operator.kind == "prefix":
                self.depth -= 1
                self.emit(operator.word, (right,), (operator.span[0], self.spans[right][1]))
            else:
                left = self.finished.pop()
                self.emit(operator.word, (left, right), (self.spans[left][0], self.spans[right][1]))

    def wait(self, waiting: _Waiting) -> None:
        if waiting.kind != "infix":
            self.depth += 1
            if self.depth > self.limits.depth:
                raise LimitProblem("too-deep", waiting.span, limit=self.limits.depth)
        self.waiting.append(waiting)
        self.wants_value = True

    # ---- operators ---------------------------------------------------------------------------------------------

    def operate(self, token: Token) -> None:
        infix = INFIX[token.word]
        span = (token.start, token.stop)
        if not self.wants_value:
            self.reduce(infix.precedence + infix.right)
            self.wait(_Waiting("infix", infix.precedence, infix.word, span))
        elif infix.word == "sub":
            self.wait(_Waiting("prefix", PREFIX_MINUS.precedence, PREFIX_MINUS.word, span))
        elif infix.word != "add":  # a plus in front of a value changes nothing
            raise missing_value(self.text, self.previous, token)

    def raise_to(self, token: Token) -> None:
        """A superscript: ``x²`` is ``x^2``."""
        if self.wants_value:
            raise missing_value(self.text, self.previous, token)
        self.operate(Token("operator", "^", token.start, token.start))
        self.emit(token.word, (), (token.start, token.stop))
        self.wants_value = False

    def multiply_if_value(self, token: Token) -> None:
        """Two values side by side are a product, unless readers would disagree about what it means."""
        if self.wants_value:
            return
        typed = self.text[token.start : token.stop]
        if token.kind == "number" and self.previous is not None and self.previous.kind != "bracket":
            raise SyntaxProblem("number-after-value", (token.start, token.stop), word=typed)
        self.reduce(PRODUCT.precedence + 1)
        last = self.waiting[-1] if self.waiting else None
        if last is not None and last.word == "div" and last.kind == "infix":
            raise SyntaxProblem("ambiguous-division", (last.span[0], token.stop), word=typed)
        self.reduce(PRODUCT.precedence)
        self.wait(_Waiting("infix", PRODUCT.precedence, PRODUCT.word, (token.start, token.start)))

    # ---- brackets ----------------------------------------------------------------------------------------------

    def bracket(self, token: Token) -> None:
        span = (token.start, token.stop)
        if token.word == "(":
            self.open(token)
        elif token.word == "|" and (self.wants_value or self.inside_bracket() != "bars"):
            self.multiply_if_value(token)
            self.wait(_Waiting("bars", 0, "abs", span))
        else:
            if self.wants_value:
                raise missing_value(self.text, self.previous, token)
            self.reduce(1)
            if token.word == ",":
                if not self.waiting or self.waiting[-1].kind != "call":
                    raise SyntaxProblem("comma-outside-call", span)
                self.wants_value = True
            else:
                self.close(token)

    def inside_bracket(self) -> str:
        """What kind of bracket is open here, "" for none."""
        return next((entry.kind for entry in reversed(self.waiting) if entry.precedence == 0), "")

    def open(self, token: Token) -> None:
        before = self.previous
        if before is not None and before.kind == "name" and before.word not in self.bound:
            self.retract()  # the name is not a value but calls what follows
            word, span, arguments = before.word, (before.start, before.stop), len(self.finished)
            if BASE.fullmatch(word):
                self.emit(word[4:], (), (span[0] + 4, span[1]))
                word = "log"
            self.wait(_Waiting("call", 0, word, span, inputs=arguments))
        else:
            self.multiply_if_value(token)
            self.wait(_Waiting("group", 0, "", (token.start, token.stop)))

    def close(self, token: Token) -> None:
        span = (token.start, token.stop)
        if not self.waiting:
            raise SyntaxProblem("unmatched-bracket", span, character=token.word)
        opened = self.waiting.pop()
        if (opened.kind == "bars") != (token.word == "|"):
            raise SyntaxProblem("mismatched-bracket", span, character=token.word, opened="|" if opened.word else "(")
        self.depth -= 1
        whole = (opened.span[0], token.stop)
        if opened.kind == "group":
            self.spans[self.finished[-1]] = whole
        else:
            arguments = tuple(self.finished[opened.inputs :]) if opened.kind == "call" else (self.finished[-1],)
            del self.finished[len(self.finished) - len(arguments) :]
            self.emit(opened.word, arguments, whole)
        self.wants_value = False

    # ---- lines -------------------------------------------------------------------------------------------------

    def bind(self, token: Token) -> None:
        named = self.previous
        if self.binding or len(self.finished) != 1 or self.waiting:
            named = None
        elif named is not None and named.word == ")":
            named = self.defined()
        if named is None or named.kind != "name":
            raise SyntaxProblem("misplaced-equals", (token.start, token.stop))
        if named.word in self.bound:
            raise SyntaxProblem("bound-twice", (named.start, named.stop), name=named.word)
        self.retract()
        self.binding = named
        self.wants_value = True

    def defined(self) -> Token | None:
        """The name in ``f(x, y) = …``, which binds f like any name: its arguments are the variables in what follows."""
        call = self.finished[-1]
        start = self.line_begins
        arguments = range(start, call)
        plain = all(not self.inputs[term] and self.words[term][0].isalpha() for term in arguments)
        if not arguments or self.inputs[call] != tuple(arguments) or not plain:
            return None
        span, word = self.spans[call], self.words[call]
        del self.words[start:call], self.inputs[start:call], self.spans[start:call]
        return Token("name", word, span[0], span[0] + len(word))

    def end_line(self, token: Token) -> None:
        if self.previous is None and self.binding is None:
            return  # an empty line
        if token.word == "\n" and self.inside_bracket():
            return
        if self.wants_value:
            raise missing_value(self.text, self.previous, token)
        self.reduce(1)
        if self.waiting:
            opened = self.waiting[-1]
            character = "|" if opened.kind == "bars" else "("
            raise SyntaxProblem("unclosed-bracket", opened.bracket, character=character)
        term = self.finished[-1]
        name = self.binding
        if name is None:
            self.bindings.append(Binding("", term, self.spans[term]))
        else:
            self.bindings.append(Binding(name.word, term, (name.start, name.stop)))
            self.bound.add(name.word)
        self.begin_line()
