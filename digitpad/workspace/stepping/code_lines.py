"""A page's lines as rows that fit: its docstring folded, long lines wrapped where a reader would break them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digitpad.engines.acts.tape import CodePage

QUOTES = ('"""', "'''", 'r"""', "r'''")
FOLDED = "…"

INDENT = 4

INDENTS = ((52, INDENT), (30, 2), (0, 1))
"""From so many columns on, a level of indentation takes so many of them: the page's own four, or fewer."""

LEAST_COLUMNS = 16

AFTER, BEFORE = "(,[ ", "."
"""Where a line is wrapped best: after one of these, before one of those."""

LAST_RESORTS = ("=", r"\w(?=\W)", "_")
"""Where else: after an argument's name, after any name, within one after one of its words."""


@dataclass(frozen=True)
class Row:
    """A row of text, and the line of the page, from 0, that it belongs to."""

    text: str
    line: int


def rows(page: CodePage, columns: int) -> list[Row]:
    """Return a page's rows of at most so many columns."""
    columns = max(columns, LEAST_COLUMNS)
    return [Row(text, line) for line, source in folded(page) for text in fitted(source, columns)]


def fitted(line: str, columns: int) -> list[str]:
    """Return a line of code in pieces of at most so many columns, with less indentation where these are few."""
    return wrapped(_narrowed(line, columns), columns)


def folded(page: CodePage) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, of a docstring the first alone."""
    start, end = _docstring(page)
    for number, line in enumerate(page.lines):
        if number == start < end:
            yield number, f"{line.rstrip()} {FOLDED}{line.strip().lstrip('r')[:3]}"
        elif not start < number <= end:
            yield number, line.rstrip()


def statement(page: CodePage, line: int) -> tuple[int, int]:
    """Return the first and the last line of the statement that a line belongs to."""
    return page.statements[line] if 0 <= line < len(page.statements) else (line, line)


def statement_text(page: CodePage, line: int) -> str:
    """Return a statement in one line, as it is read aloud."""
    first, last = statement(page, line)
    return " ".join(part.strip() for part in page.lines[first : last + 1])


def wrapped(line: str, columns: int) -> list[str]:
    """Return a line in pieces of at most so many columns, those after the first with a hanging indent."""
    indent = len(line) - len(line.lstrip())
    hanging = " " * min(indent + _level(columns), columns // 2)
    found: list[str] = []
    while len(line) > columns:
        start = len(line) - len(line.lstrip()) + 1
        place = max(
            (
                at
                for at in range(start, columns + 1)
                if line[at - 1] in AFTER or (line[at] in BEFORE and line[at - 1] not in BEFORE)
            ),
            default=_last_resort(line, start, columns),
        )
        found.append(line[:place].rstrip())
        rest = line[place:].lstrip()
        room = columns - _first_word(rest)
        # A name is the last thing to be broken: rather it stands further to the left.
        line = (hanging[:room] if room >= 0 else hanging) + rest
    return [*found, line]


def _first_word(code: str) -> int:
    """Return how many columns code takes up to its first name's end."""
    name = re.match(r"\W*\w*", code)
    return 0 if name is None else name.end()


def _last_resort(line: str, start: int, columns: int) -> int:
    """Return where a line is wrapped that has no good place: after the first kind there is, or at the end."""
    ends = ([found.end() for found in re.finditer(kind, line)] for kind in LAST_RESORTS)
    return next((max(kept) for each in ends if (kept := [at for at in each if start < at <= columns])), columns)


def _narrowed(line: str, columns: int) -> str:
    """Return a line with less indentation where there is little room."""
    indent = len(line) - len(line.lstrip())
    return " " * (indent // INDENT * _level(columns) + indent % INDENT) + line.lstrip()


def _level(columns: int) -> int:
    """Return how many columns a level of indentation takes."""
    return next(taken for least, taken in INDENTS if columns >= least)


def _docstring(page: CodePage) -> tuple[int, int]:
    """Return the first and the last line of a page's docstring, (-1, -1) where it has none."""
    # It follows the head, which may be decorated and then is of more statements than one.
    for number, line in enumerate(page.lines):
        first, last = statement(page, number)
        if line.strip().startswith(QUOTES) and first == number:
            return first, last
        if line.startswith(" ") and first == number:  # the body has begun with something else
            break
    return -1, -1
