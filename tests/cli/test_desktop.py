"""``digitpad --install-desktop`` as a user runs it: real files in a data folder of their own."""

import configparser
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from digitpad.app import main
from digitpad.cli.desktop import ENTRY, ICON, KIND, data_home
from digitpad.document.session_file import SUFFIX
from digitpad.resources import asset
from tests.conftest import GENEROUS_SECONDS, ROOT

FILES = [ENTRY, ICON, KIND]
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
INDEXERS = ("update-mime-database", "update-desktop-database", "gtk-update-icon-cache")

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their menus are of another kind")

Digitpad = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is not there yet, as on a new account, with a space in its name."""
    return tmp_path / "a pupil" / "share"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The folder that PATH names: empty, so no indexer of this machine adds files of its own."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


@pytest.fixture
def digitpad(
    home: Path, programs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Digitpad:
    """Run the command, where the system has these places; what it says is what programs that it calls say, too."""

    def run(*arguments: str, **places: str) -> subprocess.CompletedProcess[str]:
        with monkeypatch.context() as system:
            for name, place in {"PATH": str(programs), "XDG_DATA_HOME": str(home), **places}.items():
                system.setenv(name, place)
            code = main(arguments)
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    return run


def contents(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def desktop_entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, "utf-8")
    assert parser.sections() == ["Desktop Entry"]
    return parser["Desktop Entry"]


class TestInstalling:
    def test_three_files_and_nothing_else(self, digitpad: Digitpad, home: Path) -> None:
        done = digitpad("--install-desktop")
        assert (done.returncode, done.stderr) == (0, "")
        assert sorted(contents(home)) == sorted(FILES)
        for name in FILES:
            assert f"Written: {home / name}\n" in done.stdout
        assert (home / ICON).read_bytes() == asset("icon.svg").read_bytes()

    def test_the_entry_starts_this_interpreter_with_a_file(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop")
        entry = desktop_entry(home / ENTRY)
        assert entry["Type"] == "Application"
        assert entry["TryExec"] == sys.executable
        assert entry["Exec"].endswith(" -P -m digitpad %f")
        assert entry["Icon"] == ICON.stem
        assert entry["StartupWMClass"] == ENTRY.stem
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            assert entry[key]
            assert entry[f"{key}[vi]"]
        for key in ("Categories", "MimeType", "Keywords", "Keywords[vi]"):
            assert entry[key].endswith(";")

    def test_sessions_are_digitpads_and_other_programs_files_are_not(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop")
        (kind,) = ElementTree.parse(home / KIND).getroot().findall(f"{MIME}mime-type")
        assert [glob.get("pattern") for glob in kind.findall(f"{MIME}glob")] == [f"*{SUFFIX}"]
        assert kind.find(f"{MIME}magic") is None
        languages = [
            comment.get("{http://www.w3.org/XML/1998/namespace}lang") for comment in kind.iter(f"{MIME}comment")
        ]
        assert languages == [None, "vi"]
        assert desktop_entry(home / ENTRY)["MimeType"] == f"{kind.get('type')};"

    def test_twice_is_the_same_as_once(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop")
        once = contents(home)
        assert digitpad("--install-desktop").returncode == 0
        assert contents(home) == once

    def test_neither_a_window_nor_tensorflow_is_loaded(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        look = (
            "import sys\nfrom digitpad.app import main\ncodes = [main([f'--{word}-desktop']) "
            "for word in ('install', 'remove')]\n"
            "print(codes, sorted({'PySide6', 'tensorflow', 'keras'} & set(sys.modules)))"
        )
        monkeypatch.setenv("XDG_DATA_HOME", str(home))
        done = subprocess.run(
            [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, timeout=GENEROUS_SECONDS
        )
        assert done.stdout.splitlines()[-1:] == ["[0, 0] []"], done.stderr

    @pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not on this machine")
    def test_what_freedesktops_own_validator_says(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop")
        subprocess.run(["desktop-file-validate", "--no-hints", home / ENTRY], check=True)

    @pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="not on this machine")
    def test_the_machines_own_index_knows_sessions(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop", PATH=os.environ["PATH"])
        known = "application/x-digitpad-session:*.digitpad"
        assert known in (home / "mime" / "globs").read_text().splitlines()
        digitpad("--remove-desktop", PATH=os.environ["PATH"])
        assert known not in (home / "mime" / "globs").read_text().splitlines()


class TestRemoving:
    def test_takes_away_ours_and_leaves_what_others_have(self, digitpad: Digitpad, home: Path) -> None:
        for name in FILES:
            other = (home / name).with_stem("other")
            other.parent.mkdir(parents=True)
            other.write_text("of another program")
        before = contents(home)
        digitpad("--install-desktop")
        assert len(contents(home)) == 6
        done = digitpad("--remove-desktop")
        assert (done.returncode, done.stderr) == (0, "")
        assert contents(home) == before
        for name in FILES:
            assert f"Removed: {home / name}\n" in done.stdout

    def test_where_nothing_is_nothing_happens(self, digitpad: Digitpad, home: Path) -> None:
        done = digitpad("--remove-desktop")
        assert (done.returncode, done.stdout, done.stderr) == (0, "digitpad was not in the menu.\n", "")
        assert not home.exists()

    def test_what_is_left_of_an_entry_goes_too(self, digitpad: Digitpad, home: Path) -> None:
        digitpad("--install-desktop")
        (home / ENTRY).unlink()
        assert digitpad("--remove-desktop").returncode == 0
        assert contents(home) == {}


class TestTheDesktopIsTold:
    def program(self, folder: Path, name: str, *, code: int = 0) -> None:
        """Put a program into PATH that notes what it is asked, and fails if it is to."""
        path = folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $@" >> "{folder}/asked"\nexit {code}\n')
        path.chmod(0o755)

    def asked(self, folder: Path) -> list[str]:
        path = folder / "asked"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines

    @pytest.mark.parametrize("code", [0, 1])
    def test_indexes_are_made_anew_and_may_fail(
        self, digitpad: Digitpad, home: Path, programs: Path, code: int
    ) -> None:
        for name in INDEXERS:
            self.program(programs, name, code=code)
        expected = [f"update-mime-database {home / 'mime'}", f"update-desktop-database {home / 'applications'}"]
        for word in ("--install-desktop", "--remove-desktop"):
            done = digitpad(word)
            assert (done.returncode, done.stderr) == (0, "")
            assert self.asked(programs) == expected
        digitpad("--remove-desktop")
        assert self.asked(programs) == []

    def test_an_index_of_icons_is_kept_up_where_there_is_one(
        self, digitpad: Digitpad, home: Path, programs: Path
    ) -> None:
        theme = home / "icons" / "hicolor"
        theme.mkdir(parents=True)
        (theme / "icon-theme.cache").touch()
        os.utime(theme, (0, 0))
        self.program(programs, "gtk-update-icon-cache")
        digitpad("--install-desktop")
        assert self.asked(programs) == [f"gtk-update-icon-cache --force --ignore-theme-index {theme}"]
        assert theme.stat().st_mtime > 0

    def test_a_program_that_cannot_be_run_is_no_matter(self, digitpad: Digitpad, programs: Path) -> None:
        broken = programs / "update-mime-database"
        broken.write_bytes(b"\x7fELF, or so it says")
        broken.chmod(0o755)
        assert digitpad("--install-desktop").returncode == 0


class TestRefusals:
    def test_a_data_folder_that_cannot_be_made(self, digitpad: Digitpad, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        done = digitpad("--install-desktop", XDG_DATA_HOME=str(tmp_path / "file"))
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"digitpad: {tmp_path / 'file' / KIND} could not be written: ")
        assert done.stderr.endswith("and try again.\n")

    def test_a_read_only_data_folder(self, digitpad: Digitpad, home: Path) -> None:
        home.mkdir(parents=True)
        home.chmod(0o555)
        if os.access(home, os.W_OK):
            pytest.skip("the superuser writes everywhere")
        try:
            done = digitpad("--install-desktop")
        finally:
            home.chmod(0o755)
        assert done.returncode == 1
        assert "could not be written: Permission denied. What was there" in done.stderr
        assert contents(home) == {}

    def test_a_read_only_entry_is_kept_and_nothing_else_written(self, digitpad: Digitpad, home: Path) -> None:
        (home / ENTRY).parent.mkdir(parents=True)
        (home / ENTRY).write_text("somebody's own")
        (home / ENTRY).chmod(stat.S_IRUSR)
        done = digitpad("--install-desktop")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"digitpad: {home / ENTRY} could not be written: Permission denied.")
        assert contents(home) == {ENTRY: b"somebody's own"}

    def test_what_cannot_be_removed(self, digitpad: Digitpad, home: Path) -> None:
        (home / ENTRY).mkdir(parents=True)
        done = digitpad("--remove-desktop")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"digitpad: {home / ENTRY} could not be removed: ")

    def test_a_digitpad_that_is_found_in_this_folder_alone(self, home: Path, tmp_path: Path) -> None:
        python = tmp_path / "python"
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
        start = f"import sys; sys.executable = {str(python)!r}\nfrom digitpad.app import main\nsys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", start, "--install-desktop"],
            cwd=ROOT,
            env={**os.environ, "XDG_DATA_HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=GENEROUS_SECONDS,
        )
        assert done.returncode == 1
        assert f"could not start digitpad, as {python} does not find it" in done.stderr
        assert not home.exists()

    @pytest.mark.parametrize(("name", "said"), [("Windows", "On Windows"), ("Darwin", "On macOS")])
    @pytest.mark.parametrize("word", ["--install-desktop", "--remove-desktop"])
    def test_other_systems_are_told_where_to_read(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        home: Path,
        word: str,
        name: str,
        said: str,
    ) -> None:
        monkeypatch.setattr("platform.system", lambda: name)
        monkeypatch.setenv("XDG_DATA_HOME", str(home))
        assert main([word]) == 1
        assert capsys.readouterr().err.startswith(f"digitpad: {said} programs come into the menu in another way")
        assert not home.exists()
        assert "\n### In the system's menu\n" in (ROOT / "README.md").read_text("utf-8")

    def test_both_at_once(self, digitpad: Digitpad, home: Path) -> None:
        assert digitpad("--install-desktop", "--remove-desktop").returncode == 2
        assert not home.exists()


@pytest.mark.parametrize("chosen", ["", "share", "./share", None])
def test_a_data_folder_that_is_not_absolute_does_not_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chosen: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if chosen is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", chosen)
    assert data_home() == tmp_path / ".local" / "share"


def test_the_window_names_the_entry_that_its_icon_is_in(qapp: QApplication) -> None:
    assert qapp.desktopFileName() == ENTRY.stem
