"""Write CONTRIBUTING's index of files anew: each by the first sentence of its own docstring.

Usage: python scripts/build_file_index.py [--check]. The index stands between ``<!-- files -->`` and
``<!-- /files -->``. ``--check`` changes nothing and exits with 1 if it is not what it would become.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "CONTRIBUTING.md"
INDEXED = ("digitpad", "scripts")
MARKED = re.compile(r"(<!-- files -->\n).*?(<!-- /files -->)", re.DOTALL)
SENTENCE = re.compile(r".*?[.!?](?=\s|$)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the index, or check it; return the process's exit code."""
    parser = argparse.ArgumentParser(description="Write CONTRIBUTING's index of files anew from their docstrings.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if it would change")
    check = parser.parse_args(arguments).check
    text = GUIDE.read_text("utf-8")
    new = with_index(text, index(ROOT / name for name in INDEXED))
    if new == text:
        return 0
    if check:
        print(f"{GUIDE.name}'s index is not that of the files: run {Path(__file__).name}", file=sys.stderr)
        return 1
    GUIDE.write_text(new, "utf-8")
    return 0


def with_index(text: str, lines: Iterable[str]) -> str:
    """Return ``text`` with these lines between its marks. Raises ValueError if it has no marks."""
    listed = "\n".join(lines)
    new, count = MARKED.subn(lambda marks: f"{marks[1]}{listed}\n{marks[2]}", text)
    if count != 1:
        raise ValueError("the text must have the marks <!-- files --> and <!-- /files --> once")
    return new


def index(folders: Iterable[Path]) -> Iterator[str]:
    """Yield lines of Markdown: each folder with what it says of itself, then its files, a line for each."""
    for top in folders:
        for folder in sorted({path.parent for path in top.rglob("*.py")}):
            package, said = folder / "__init__.py", ""
            if package.exists() and (sentence := said_first(package)):
                said = f": {sentence}"
            yield f"\n**{folder.relative_to(top.parent).as_posix()}/**{said}\n"
            for path in sorted(folder.glob("*.py")):
                if path != package:
                    yield f"- `{path.name}`: {said_first(path)}"


def said_first(path: Path) -> str:
    """Return the first sentence of a module's docstring, on one line; "" if it has none."""
    paragraph = " ".join((ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0].split())
    found = SENTENCE.match(paragraph)
    return (found[0] if found else paragraph).replace("``", "`")


if __name__ == "__main__":
    raise SystemExit(main())
