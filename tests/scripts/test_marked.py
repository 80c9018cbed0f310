"""What a script makes of a part of a document: between its marks, written anew or checked."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("marked")


def test_what_stands_between_the_marks_gives_way(marked: ModuleType) -> None:
    text = "before\n<!-- keys -->\nold\nolder\n<!-- /keys -->\nafter"
    assert marked.with_part(text, "keys", "new \\1") == "before\n<!-- keys -->\nnew \\1\n<!-- /keys -->\nafter"


@pytest.mark.parametrize("text", ["", "<!-- keys -->\n", 2 * "<!-- keys -->\n<!-- /keys -->\n"])
def test_without_marks_nothing_is_written(marked: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        marked.with_part(text, "keys", "new")


def test_a_part_that_was_changed_is_noticed(
    marked: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("<!-- keys -->\nold\n<!-- /keys -->\n", "utf-8")

    def asked(*arguments: str) -> int:
        return int(marked.rebuild(readme, "keys", lambda: "F1", arguments, "Writes keys."))

    assert asked("--check") == 1
    assert "README.md" in capsys.readouterr().err
    assert "old" in readme.read_text("utf-8")
    assert asked() == 0
    assert asked("--check") == 0
    assert readme.read_text("utf-8") == "<!-- keys -->\nF1\n<!-- /keys -->\n"
