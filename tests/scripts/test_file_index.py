"""CONTRIBUTING's index names each file, as that speaks of itself."""

import runpy
from pathlib import Path

import pytest

from tests.conftest import ROOT

NAMESPACE = runpy.run_path(str(ROOT / "scripts" / "build_file_index.py"))


def test_the_guide_has_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert NAMESPACE["main"](["--check"]) == 0, capsys.readouterr().err
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for name in NAMESPACE["INDEXED"]:
        for path in (ROOT / name).rglob("*.py"):
            assert path.name == "__init__.py" or f"\n- `{path.name}`: " in guide, path


def test_a_line_is_the_first_sentence_below_what_its_folder_says(tmp_path: Path) -> None:
    room = tmp_path / "house" / "room"
    room.mkdir(parents=True)
    (tmp_path / "house" / "app.py").write_text('"""Opens\nthe ``door``. And more."""\n', "utf-8")
    (room / "__init__.py").write_text('"""A room.\n\nWith a paragraph."""\n', "utf-8")
    (room / "silent.py").write_text("x = 1\n", "utf-8")
    assert list(NAMESPACE["index"]([tmp_path / "house"])) == [
        "\n**house/**\n",
        "- `app.py`: Opens the `door`.",
        "\n**house/room/**: A room.\n",
        "- `silent.py`: ",
    ]


def test_what_was_changed_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = tmp_path / "CONTRIBUTING.md"
    guide.write_text("<!-- files -->\n- `old.py`: Gone.\n<!-- /files -->\n", "utf-8")
    script = NAMESPACE["main"]
    monkeypatch.setitem(script.__globals__, "GUIDE", guide)
    assert script(["--check"]) == 1
    assert "CONTRIBUTING.md" in capsys.readouterr().err
    assert script([]) == 0
    assert script(["--check"]) == 0
    assert "old.py" not in guide.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "<!-- files -->\n", 2 * "<!-- files -->\n<!-- /files -->\n"])
def test_without_marks_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        NAMESPACE["with_index"](text, [])
