"""Tokens in, syntax out: operator precedence with two explicit stacks, so depth costs memory and nothing else.

One stack holds finished terms, the other what still waits for its right side: operators and open brackets.
A term is emitted as soon as all its inputs are there, which makes the columns of the syntax topological.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Literal, NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.notice import Notice
from kuroaka.language.problems import LimitProblem, Span, SyntaxProblem
from kuroaka.language.spelling import COMPARISON, INFIX, PREFIX_MINUS, PRODUCT
from kuroaka.language.syntax import Binding, Syntax
from kuroaka.language.tokens import Token, missing_value

_SUMS = ("add", "sub")
WaitingKind = Literal["infix", "prefix", "group", "call"]
_new = tuple.__new__  # an instance in half the time that a call of its class takes


class _Waiting(NamedTuple):
    """An operator that waits for its right side, or an open bracket (precedence 0)."""

    kind: WaitingKind
    precedence: int
    word: str
    span: Span
    inputs: int = 0  # of a call: where its arguments begin on the stack of finished terms


class Parser:
    """Takes tokens; ``syntax()`` is what they were. Their brackets match."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text, self.limits = text, limits
        self.words: list[str] = []
        self.inputs: list[tuple[int, ...]] = []
        self.spans: list[Span] = []
        self.bindings: list[Binding] = []
        self.bracketed: set[int] = set()
        self.depth = 0
        self.finished: list[int] = []
        self.waiting: list[_Waiting] = []
        self.begin_line()

    def begin_line(self) -> None:
        self.binding: Token | None = None
        self.calling: Token | None = None
        self.wants_value = True
        self.previous: Token | None = None

    def syntax(self, notices: tuple[Notice, ...] = ()) -> Syntax:
        if not self.bindings:
            raise SyntaxProblem("empty-expression", (0, len(self.text)))
        columns = tuple(self.words), tuple(self.inputs), tuple(self.spans), tuple(self.bindings)
        return Syntax(self.text, *columns, notices, frozenset(self.bracketed))

    def take(self, tokens: Iterable[Token]) -> None:
        words, inputs, spans, finished = self.words, self.inputs, self.spans, self.finished
        for token in tokens:
            kind, word, start, stop = token
            if kind == "bracket":
                if word == "(":
                    self.open(token)
                else:
                    self.close_argument(token)
            elif kind == "operator":
                self.operate(token)
            elif kind in ("number", "name"):
                if not self.wants_value:
                    self.multiply_if_value(token)
                finished.append(len(words))
                words.append(word)
                inputs.append(())
                spans.append((start, stop))
                self.wants_value = False
            elif kind == "call":
                self.multiply_if_value(token)
                self.calling = token
            elif kind == "bind":
                self.binding = token
                continue
            else:
                self.end_line(token)
                continue
            self.previous = token

    # ---- terms -------------------------------------------------------------------------------------------------

    def emit(self, word: str, inputs: tuple[int, ...], span: Span) -> None:
        self.finished.append(len(self.words))
        self.words.append(word)
        self.inputs.append(inputs)
        self.spans.append(span)

    def reduce(self, precedence: int) -> None:
        """Finish every waiting operator that binds at least this tightly."""
        waiting, finished, spans = self.waiting, self.finished, self.spans
        while waiting:
            kind, binds, word, span, _ = waiting[-1]
            if binds < precedence:
                break
            waiting.pop()
            right = finished.pop()
            if kind == "prefix":
                self.depth -= 1
                self.emit(word, (right,), (span[0], spans[right][1]))
            else:
                left = finished.pop()
                self.emit(word, (left, right), (spans[left][0], spans[right][1]))

    def wait(self, kind: WaitingKind, precedence: int, word: str, span: Span) -> None:
        """Something opens; its right side is still to come."""
        self.depth += 1
        if self.depth > self.limits.depth:
            raise LimitProblem("too-deep", span, limit=self.limits.depth)
        self.waiting.append(_new(_Waiting, (kind, precedence, word, span, len(self.finished))))
        self.wants_value = True

    # ---- operators ---------------------------------------------------------------------------------------------

    def operate(self, token: Token) -> None:
        _, sign, start, stop = token
        word, precedence, right = INFIX[sign]
        if not self.wants_value:
            waiting = self.waiting
            if waiting:
                self.reduce(precedence + (right or precedence == COMPARISON))
                if precedence == COMPARISON and waiting and waiting[-1].precedence == COMPARISON:
                    raise SyntaxProblem("chained-comparison", (waiting[-1].span[0], stop))
            waiting.append(_new(_Waiting, ("infix", precedence, word, (start, stop), 0)))
            self.wants_value = True
        elif word == "sub":
            self.wait("prefix", PREFIX_MINUS.precedence, PREFIX_MINUS.word, (start, stop))
        elif word != "add":  # a plus in front of a value changes nothing
            raise self.missing(token)

    def multiply_if_value(self, token: Token) -> None:
        """Two values side by side are a product, unless readers would disagree about what it means."""
        if self.wants_value:
            return
        typed = self.text[token.start : token.stop]
        if token.kind == "number" and self.previous is not None and self.previous.kind != "bracket":
            raise SyntaxProblem("number-after-value", (token.start, token.stop), word=typed)
        self.check_exponent(token)
        self.reduce(PRODUCT.precedence + 1)
        last = self.waiting[-1] if self.waiting else None
        if last is not None and last.word == "div" and last.kind == "infix":
            raise SyntaxProblem("ambiguous-division", (last.span[0], token.stop), word=typed)
        self.reduce(PRODUCT.precedence)
        self.waiting.append(_Waiting("infix", PRODUCT.precedence, PRODUCT.word, (token.start, token.start)))
        self.wants_value = True

    def check_exponent(self, token: Token) -> None:
        """``e^2x``: who types it means e^(2x)."""
        before = self.previous
        if before is None or before.kind != "number" or token.kind != "name" or before.stop != token.start:
            return
        signs = list(takewhile(lambda waiting: waiting.precedence >= PREFIX_MINUS.precedence, reversed(self.waiting)))
        if signs and signs[-1].word == "pow" and self.words[self.finished[-2]] == "e":
            start = signs[-1].span[1]
            number, typed = self.text[start : token.start], self.text[token.start : token.stop]
            raise SyntaxProblem("ambiguous-exponent", (start, token.stop), number=number, word=typed)

    def missing(self, token: Token) -> SyntaxProblem:
        before = self.previous
        if before is None and self.binding is not None:  # behind the equals sign, not behind the name
            equals = self.text.find("=", self.binding.stop)
            before = Token("operator", "=", equals, equals + 1) if equals >= 0 else self.binding
        return missing_value(self.text, before, token)

    # ---- brackets ----------------------------------------------------------------------------------------------

    def open(self, token: Token) -> None:
        called = self.calling
        if called is not None:
            self.calling = None
            self.wait("call", 0, called.word, (called.start, called.stop))
        else:
            self.multiply_if_value(token)
            self.wait("group", 0, "", (token.start, token.stop))

    def close_argument(self, token: Token) -> None:
        """A bracket or a comma: what stands in front of it is finished."""
        if self.wants_value:
            raise self.missing(token)
        self.reduce(1)
        if token.word == ")":
            self.close(token)
        elif self.waiting and self.waiting[-1].kind == "call":
            self.wants_value = True
        else:
            raise SyntaxProblem("comma-outside-call", (token.start, token.stop))

    def close(self, token: Token) -> None:
        opened = self.waiting.pop()
        self.depth -= 1
        whole = (opened.span[0], token.stop)
        if opened.kind == "group":
            self.spans[self.finished[-1]] = whole
            if self.words[self.finished[-1]] in _SUMS:
                self.bracketed.add(self.finished[-1])
        else:
            arguments = tuple(self.finished[opened.inputs :])
            del self.finished[opened.inputs :]
            self.emit(opened.word, arguments, whole)
        self.wants_value = False

    # ---- lines -------------------------------------------------------------------------------------------------

    def end_line(self, token: Token) -> None:
        if self.previous is None and self.binding is None:
            return  # an empty line
        if self.wants_value:
            raise self.missing(token)
        self.reduce(1)
        term = self.finished.pop()
        if self.binding is None:
            self.bindings.append(Binding("", term, self.spans[term]))
        else:
            _, word, start, stop = self.binding
            name, *arguments = word.split()
            self.bindings.append(_new(Binding, (name, term, (start, stop), tuple(arguments))))
        self.begin_line()
