"""Graph and point in, the answer of ``POST /api/v1/graph`` out."""

from kuroaka.exports.answer import encode, graph_answer
from kuroaka.graph import Evaluation
from kuroaka.words import Language


def write(evaluation: Evaluation, language: Language) -> str:
    """The answer in one line.

    >>> from kuroaka.graph import build, evaluate
    >>> write(evaluate(build("x*y")), "en")[:20]
    '{"expression":"x*y",'
    """
    return encode(graph_answer(evaluation, language)).decode()
