"""README's table of keys is what the commands make of it."""

import runpy
from pathlib import Path

import pytest

from tests.conftest import ROOT, FreshPython

SCRIPT = ROOT / "scripts" / "build_key_table.py"
NAMESPACE = runpy.run_path(str(SCRIPT))


def test_readme_has_the_keys_of_the_commands(fresh_python: FreshPython) -> None:
    process = fresh_python(SCRIPT, "--check")
    assert process.returncode == 0, process.stderr


def test_what_stands_between_the_marks_gives_way() -> None:
    text = "before\n<!-- keys -->\nold\nolder\n<!-- /keys -->\nafter"
    assert NAMESPACE["with_table"](text, [("F1", "Guide"), ("Ctrl+Z", "Undo"), ("|", "a | b")]) == (
        "before\n<!-- keys -->\n"
        "| key | does | key | does |\n"
        "| --- | --- | --- | --- |\n"
        "| F1 | Guide | \\| | a \\| b |\n"
        "| Ctrl+Z | Undo | | |\n"
        "<!-- /keys -->\nafter"
    )


@pytest.mark.parametrize("text", ["", "<!-- keys -->\n", 2 * "<!-- keys -->\n<!-- /keys -->\n"])
def test_without_marks_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        NAMESPACE["with_table"](text, [])


def test_a_key_that_was_changed_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("<!-- keys -->\n<!-- /keys -->\n", "utf-8")
    script = NAMESPACE["main"]
    monkeypatch.setitem(script.__globals__, "README", readme)
    monkeypatch.setitem(script.__globals__, "keys_of_window", lambda: [("F1", "Guide")])
    assert script(["--check"]) == 1
    assert "README.md" in capsys.readouterr().err
    assert script([]) == 0
    assert script(["--check"]) == 0
    assert "F1" in readme.read_text("utf-8")
