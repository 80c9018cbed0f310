"""The text of digitpad's entry in a desktop's menu, by the Desktop Entry Specification."""

import re

from digitpad.errors import UserError
from digitpad.resources import asset

PLAIN = re.compile(r"[\w@%+:,./-]+", re.ASCII)
"""What an argument may consist of that need not be quoted."""
QUOTED_ONLY_ESCAPED = re.compile(r'["`$\\]')
"""What has a meaning even between double quotes."""
UNFIT = re.compile(r"[=\x00-\x1f\x7f\ud800-\udfff]")
"""What a program's path may not have in an entry: the sign “=”, control characters, what is not UTF-8."""


def entry(python: str) -> str:
    """Return the entry that starts digitpad by this interpreter, in every language. Raises UserError.

    ``-P``: a file manager starts programs in any folder, where a pupil's own ``random.py`` may lie.
    """
    if UNFIT.search(python):
        raise UserError("desktop-path-unfit", path=python)
    # GNOME looks whether the program exists before it makes one of two per cent signs, and would not find it.
    before = "env " if "%" in python else ""
    values = {"TryExec": escaped(python), "Exec": escaped(f"{before}{argument(python)} -P -m digitpad %f")}
    text = asset("desktop/digitpad.desktop").read_text("utf-8")
    pairs = [line.partition("=") for line in text.splitlines()]
    return "".join(f"{key}{sign}{values.get(key, value)}\n" for key, sign, value in pairs)


def argument(text: str) -> str:
    """Return one argument of a command line: quoted where it must be, a per cent sign doubled."""
    doubled = text.replace("%", "%%")
    if PLAIN.fullmatch(text):
        return doubled
    return '"' + QUOTED_ONLY_ESCAPED.sub(r"\\\g<0>", doubled) + '"'


def escaped(value: str) -> str:
    """Return a value as a file of entries has it, where a backslash begins an escape: after quoting, once more."""
    return value.replace("\\", r"\\")
