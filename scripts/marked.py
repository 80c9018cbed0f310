"""A part of a document that a script makes: it stands between two marks, and is written anew or checked."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def rebuild(path: Path, name: str, make: Callable[[], str], arguments: Sequence[str] | None, purpose: str) -> int:
    """Write the part ``name`` of a document anew, or check it; return the process's exit code.

    The script that asks has one argument, ``--check``, for a check; ``purpose`` is its help.
    """
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if it would change")
    check = parser.parse_args(arguments).check
    text = path.read_text("utf-8")
    new = with_part(text, name, make())
    if new == text:
        return 0
    if check:
        print(
            f"the {name} in {path.name} are not what they would become: run {Path(sys.argv[0]).name}",
            file=sys.stderr,
        )
        return 1
    path.write_text(new, "utf-8")
    return 0


def with_part(text: str, name: str, part: str) -> str:
    """Return ``text`` with ``part`` between its marks. Raises ValueError if it does not have them once."""
    marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    new, count = marked.subn(lambda marks: f"{marks[1]}{part}\n{marks[2]}", text)
    if count != 1:
        raise ValueError(f"the text must have the marks <!-- {name} --> and <!-- /{name} --> once")
    return new
