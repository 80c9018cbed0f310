"""Each error has a sentence, each sentence an error, and their words fit together."""

import ast
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from digitpad.errors import DataFileError, UserError, Word
from digitpad.workspace.wording.errors.error_texts import SENTENCES, WORDS
from digitpad.workspace.wording.sentences import sentence
from tests.conftest import ROOT
from tests.sentences import told, written_as_in

TABLES = sorted((ROOT / "digitpad" / "workspace" / "wording" / "errors").glob("*error_texts.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "digitpad").rglob("*.py"))}
NODES = [(path, node) for path, tree in TREES.items() for node in ast.walk(tree)]

SAMPLES: dict[str, object] = {"path": Path("class") / "monday.npz", "what": Word("network"), "field": "colour"}
COUNT = 60_000
"""Stands for every other value."""


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def kinds_of_errors() -> set[str]:
    """Return UserError and the classes made of it, of whatever room."""
    bases = {
        node.name: {name_of(base) for base in node.bases} for _, node in NODES if isinstance(node, ast.ClassDef)
    }
    kinds = {"UserError"}
    while more := {name for name, own in bases.items() if own & kinds} - kinds:
        kinds |= more
    return kinds


@dataclass(frozen=True)
class Site:
    """Where an error is made: its code, None if that was handed on to there, and the names of its values."""

    place: str
    code: str | None
    names: frozenset[str]


def sites() -> Iterator[Site]:
    kinds = kinds_of_errors()
    for path, node in NODES:
        if isinstance(node, ast.Call) and name_of(node.func) in kinds and node.args:
            first = node.args[0]
            written = first.value if isinstance(first, ast.Constant) else ast.unparse(first)
            handed_on = isinstance(first, ast.Name | ast.Attribute)
            names = frozenset(keyword.arg or "**" for keyword in node.keywords)
            yield Site(f"{path.relative_to(ROOT)}:{node.lineno}", None if handed_on else written, names)


SITES = list(sites())


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def sample(code: str) -> UserError:
    """Return an error of this code with a value for each placeholder."""
    template = str(SENTENCES[code])
    values = {name: SAMPLES.get(name, COUNT) for name in placeholders(template)}
    if "reason" in values:
        # What the computer says has no full stop, a sentence of ours has.
        ours = re.search(r"\{reason\}( |$)", template)
        values["reason"] = DataFileError("mnist-changed", path=SAMPLES["path"]) if ours else "No space left"
    return UserError(code, **values)


def strings_outside_the_table() -> set[object]:
    return {node.value for path, node in NODES if isinstance(node, ast.Constant) and path not in TABLES}


def test_errors_are_found_at_all() -> None:
    assert {"UserError", "DataFileError", "RecipeError"} <= kinds_of_errors()
    assert len(SITES) > 30


def test_which_values_an_error_has_can_be_read_where_it_is_made() -> None:
    assert not [site for site in SITES if "**" in site.names]


def test_each_error_has_a_sentence() -> None:
    assert not [site for site in SITES if site.code is not None and site.code not in SENTENCES]


def test_each_sentence_and_word_is_used() -> None:
    # A code may also be handed on as a text, to a thread, say, that makes the error when it fails.
    written = strings_outside_the_table()
    assert not set(SENTENCES) - written
    assert not set(WORDS) - written


def test_each_word_that_is_written_has_a_phrase() -> None:
    words = {
        node.args[0].value
        for _, node in NODES
        if isinstance(node, ast.Call) and name_of(node.func) == "Word" and isinstance(node.args[0], ast.Constant)
    }
    assert words
    assert not words - set(WORDS)


def test_what_a_sentence_names_is_given_wherever_it_is_raised() -> None:
    wrong = {
        site.place: placeholders(str(SENTENCES[site.code])) - site.names
        for site in SITES
        if site.code in SENTENCES and not placeholders(str(SENTENCES[site.code])) <= site.names
    }
    assert not wrong


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_whole(code: str) -> None:
    text = told(sample(code))
    assert text.endswith((".", ")"))
    assert not set("{}") & set(text)
    assert "  " not in text
    assert ".." not in text


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_no_sentence(word: str) -> None:
    phrase = told(UserError("other-format", path="x", what=Word(word)))
    assert phrase == f"x is not {WORDS[word]}. Nothing was loaded."
    assert not set("{}") & set(str(WORDS[word]))


def test_lupdate_finds_each_of_them(tmp_path: Path) -> None:
    python = Path(sys.executable)
    suffix = python.suffix if python.suffix == ".exe" else ""
    ts = tmp_path / "all.ts"
    subprocess.run([python.with_name(f"pyside6-lupdate{suffix}"), "-silent", *TABLES, "-ts", ts], check=True)
    found = {
        message.findtext("source")
        for context in ElementTree.parse(ts).iter("context")
        if context.findtext("name") == "Errors"
        for message in context.iter("message")
    }
    assert {str(text) for text in (*SENTENCES.values(), *WORDS.values())} <= found


def test_numbers_are_written_as_the_language_writes_them() -> None:
    error = DataFileError("line-refused", path="x", line=1234, reason=UserError("too-many-points", most=60_000))
    with written_as_in(QLocale.Language.German):
        assert sentence(error) == "x, line 1.234: it has more than 60.000 points. Nothing was loaded."
        assert "0,001" in sentence(UserError("diverged", batch=1, rate=0.001))
    with written_as_in(QLocale.Language.English):
        assert sentence(error) == "x, line 1,234: it has more than 60,000 points. Nothing was loaded."


@pytest.mark.parametrize(("number", "written"), [(2**31 - 1, "2.147.483.647"), (10**10, "10.000.000.000")])
def test_numbers_of_any_size_are_in_groups_of_the_language(number: int, written: str) -> None:
    error = DataFileError("newer-format", path="x", version=number, newest=2)
    with written_as_in(QLocale.Language.German):
        assert f"version {written};" in sentence(error)


def test_values_are_never_taken_for_placeholders() -> None:
    error = DataFileError("file-unreadable", path=Path("{what} {0} %1.npz"), reason="{path}")
    assert told(error) == "{what} {0} %1.npz could not be read: {path}."


def test_values_are_of_a_length_to_be_read() -> None:
    field, path = "x" * 100_000, Path("/home") / ("name" * 60) / ("folder" * 40) / "lesson.digitpad"
    said = told(DataFileError("unknown-field", path=path, what=Word("session"), field=field))
    assert len(said) < 1000
    assert "lesson.digitpad" in said
    assert said.count("\n") == 0
    error = DataFileError("file-unreadable", path=Path("a"), reason="one\ntwo\r\nthree")
    assert told(error) == "a could not be read: one two three."


def test_a_code_without_a_sentence_still_says_something(caplog: pytest.LogCaptureFixture) -> None:
    assert told(UserError("never-heard-of", path="x")) == "never-heard-of (path=x)"
    assert "no sentence for the error never-heard-of" in caplog.text
