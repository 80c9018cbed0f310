"""The functions of the lesson's page as text, for a person to read while they run, or before they can."""

import ast
import textwrap
from functools import lru_cache
from inspect import getsourcelines
from pathlib import Path
from types import CodeType

from digitpad.engines.acts.tape import CodePage

KEPT_PAGES = 32
TEXTBOOK = Path(__file__).parents[2] / "textbook"
ROOT = "one_training_step"
"""The function whose lines are the step."""


@lru_cache(maxsize=KEPT_PAGES)
def page_of(code: CodeType) -> CodePage:
    """Return the function that this code was compiled from. Raises OSError if its file cannot be read."""
    lines, first = getsourcelines(code)
    return _page(code.co_qualname, Path(code.co_filename).name, first, "".join(lines))


def first_page() -> CodePage:
    """Return the function whose lines are the step, without importing it. Raises OSError, SyntaxError."""
    path = TEXTBOOK / "training.py"
    source = path.read_text("utf-8")
    found = next(
        node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == ROOT
    )
    text = ast.get_source_segment(source, found, padded=True)
    return _page(found.name, path.name, found.lineno, text or "")


def _page(function: str, file: str, first: int, source: str) -> CodePage:
    text = textwrap.dedent(source)
    lines = text.rstrip("\n").split("\n")
    statements = [(number, number) for number in range(len(lines))]
    for node in ast.walk(ast.parse(text)):  # from the outside in: what is smaller has the last word
        if isinstance(node, ast.stmt) and node.end_lineno is not None:
            body = getattr(node, "body", None)
            end = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno
            for number in range(node.lineno - 1, end):
                statements[number] = node.lineno - 1, end - 1
    return CodePage(function, file, first, tuple(lines), tuple(statements))
