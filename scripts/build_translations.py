"""Bring assets/translations up to date with the texts in digitpad/: .ts by lupdate, .qm by lrelease.

Usage: python scripts/build_translations.py [--check]. English is the language of the code, so its file holds
plural forms alone; those of a text with one “(s)” or “(es)” are filled in, others are to be written by hand.
Another language's file holds every text, and all are translated by hand; those that are not yet are named, and
the exit code is 1. ``--check`` changes nothing and exits with 1 also if a file is not what it would become.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "translations"
ENGLISH = "digitpad_en.ts"

UNTRANSLATED = "is not translated yet: write it (in English, its plural forms) into the .ts"

MESSAGE = re.compile(r"<message[ >].*?</message>", re.DOTALL)
UNFINISHED = re.compile(
    r'<translation type="unfinished">(\s*)<numerusform></numerusform>\s*<numerusform></numerusform>(\s*)'
)
SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)
PLURAL = re.compile(r"\((e?s)\)")


def main(arguments: list[str] | None = None) -> int:
    """Update all translations, or check them; return the process's exit code."""
    parser = argparse.ArgumentParser(
        description="Bring assets/translations up to date with the texts in digitpad/."
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if something would change"
    )
    check = parser.parse_args(arguments).check
    if not check:
        FOLDER.mkdir(exist_ok=True)
        unfinished = [text for ts in translations() for text in build(ts, ts)]
        return told(unfinished, UNTRANSLATED)
    stale, unfinished = [], []
    with tempfile.TemporaryDirectory() as folder:
        for ts in translations():
            new = Path(folder) / ts.name
            if ts.exists():
                shutil.copy(ts, new)
            unfinished += build(ts, new)
            stale += [
                path.name for path in (ts, ts.with_suffix(".qm")) if not same(path, new.with_name(path.name))
            ]
    failed = told(stale, "is not what the texts in digitpad/ make of it: run scripts/build_translations.py")
    return told(unfinished, UNTRANSLATED) or failed


def translations() -> list[Path]:
    """Return the .ts files: English, and whatever others there are."""
    return sorted({FOLDER / ENGLISH, *FOLDER.glob("digitpad_*.ts")})


def build(ts: Path, target: Path) -> list[str]:
    """Write ``target`` anew and its .qm beside it; return the texts that are not translated in it."""
    english = ts.name == ENGLISH
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "digitpad").rglob("*.py"))
    # A list in a file: all names together are longer than a command line may be on Windows.
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "sources.lst"
        listed.write_text("\n".join(sources), encoding="utf-8")
        options = ["-locations", "none", "-no-obsolete", "-silent", *(["-pluralonly"] if english else [])]
        run("lupdate", *options, f"@{listed}", "-ts", str(target))
    text = target.read_text("utf-8")
    if english:
        text = MESSAGE.sub(lambda message: with_plurals(message[0]), text)
        target.write_text(text, encoding="utf-8", newline="\n")
    run("lrelease", "-silent", str(target), "-qm", str(target.with_suffix(".qm")))
    return [
        f"{source_of(message)} in {ts.name}" for message in MESSAGE.findall(text) if 'type="unfinished"' in message
    ]


def with_plurals(message: str) -> str:
    """Fill in the two English forms of “%n thing(s)”, unless somebody wrote them already."""
    source = SOURCE.search(message)
    if source is None or len(PLURAL.findall(source[1])) != 1:
        return message
    one, many = (PLURAL.sub(ending, source[1]) for ending in ("", r"\1"))
    return UNFINISHED.sub(
        lambda found: (
            f"<translation>{found[1]}<numerusform>{one}</numerusform>{found[1]}<numerusform>{many}</numerusform>"
            f"{found[2]}"
        ),
        message,
    )


def source_of(message: str) -> str:
    """Return the text that a message translates."""
    source = SOURCE.search(message)
    return f"“{unescape(source[1])}”" if source else message


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt Linguist's tools, which PySide6 installs beside Python."""
    python = Path(sys.executable)
    program = python.with_name(f"pyside6-{tool}{python.suffix if python.suffix == '.exe' else ''}")
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True)


def same(one: Path, other: Path) -> bool:
    """Say whether both files exist and hold the same, however their lines end."""
    if not (one.exists() and other.exists()):
        return False
    return one.read_bytes().replace(b"\r\n", b"\n") == other.read_bytes().replace(b"\r\n", b"\n")


def told(names: list[str], wrong: str) -> int:
    """Print what is wrong with each of these; return the exit code that follows."""
    for name in names:
        print(f"build_translations: {name} {wrong}", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    raise SystemExit(main())
