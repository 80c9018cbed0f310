"""A script as parts, each some lines of code with a comment before them; as one file, or as a notebook."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import fill

from digitpad.document.takeaway.comments import Comments

COLUMNS = 100
"""Of a comment's line."""

NAMES_CODING = re.compile(r"[ \t\f]*#.*?coding[:=]")
CODING = "# coding: utf-8"
"""By what Python is told, in the first two lines, which letters a file is in; the first such line counts. A run
may be called “One-hot encoding”."""


@dataclass(frozen=True)
class Part:
    """``comment`` is a sentence, or empty; ``code`` some lines without a newline behind them, or nothing."""

    comment: str
    code: str = ""


def as_script(comments: Comments, parts: Sequence[Part]) -> str:
    """Return the parts as a Python file."""
    texts = (_commented(f"{comments.title}\n{comments.needs}", ""), *(_commented(*_of(part)) for part in parts))
    text = "\n\n".join(texts) + "\n"
    return f"{CODING}\n{text}" if any(map(NAMES_CODING.match, text.splitlines()[:2])) else text


def as_notebook(comments: Comments, parts: Sequence[Part]) -> str:
    """Return the parts as a Jupyter notebook, nbformat 4.5: a comment is a cell of text, its code the next one."""
    cells = [_text_cell(f"# {_as_text(comments.title)}\n\n{_as_text(comments.needs)}")]
    for part in parts:
        cells += [_text_cell(_as_text(part.comment))] if part.comment else []
        cells.append({"cell_type": "code", "execution_count": None, "outputs": [], **_source(part.code)})
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": python, "language_info": {"name": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _of(part: Part) -> tuple[str, str]:
    return part.comment, part.code


def _commented(comment: str, code: str) -> str:
    lines = [
        fill(line, COLUMNS, initial_indent="# ", subsequent_indent="# ", break_long_words=False)
        for line in comment.splitlines()
    ]
    return "\n".join([*lines, *([code] if code else [])])


def _text_cell(text: str) -> dict[str, object]:
    return {"cell_type": "markdown", **_source(text)}


def _source(text: str) -> dict[str, object]:
    return {"metadata": {}, "source": text.splitlines(keepends=True)}


def _as_text(text: str) -> str:
    """Return words in which Markdown finds nothing of its own: a run may have any name."""
    return "".join(f"\\{letter}" if letter in MARKS else letter for letter in text)


MARKS = frozenset("\\`*_{}[]<>#+-!|~$&")
