"""Write CONTRIBUTING's index of files anew: each by the first sentence of its own docstring.

Usage: python scripts/build_file_index.py [--check]. The index stands between ``<!-- files -->`` and
``<!-- /files -->``. ``--check`` changes nothing and exits with 1 if it is not what it would become.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from marked import rebuild

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "CONTRIBUTING.md"
INDEXED = ("digitpad", "scripts")
SENTENCE = re.compile(r".*?[.!?](?=\s|$)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the index, or check it; return the process's exit code."""

    def lines() -> str:
        return "\n".join(index(ROOT / name for name in INDEXED))

    return rebuild(
        GUIDE, "files", lines, arguments, "Write CONTRIBUTING's index of files anew from their docstrings."
    )


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
