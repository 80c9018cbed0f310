"""The set-up: when it installs, what it says when it cannot, and one real installation, without network."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
APT_GET = "sudo apt-get update; sudo apt-get install -y --no-install-recommends"
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = '''
"""A build backend that needs no network: an editable wheel of one package."""
import zipfile

FILES = {
    "_editable_impl_digitpad.pth": "/nowhere",
    "digitpad-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: digitpad\\nVersion: 1",
    "digitpad-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "digitpad-1.dist-info/RECORD": "",
}

def build_editable(folder, settings=None, metadata=None):
    with zipfile.ZipFile(folder + "/digitpad-1-py3-none-any.whl", "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(name, text)
    return "digitpad-1-py3-none-any.whl"
'''


def load(name, alias):
    """Import a script, which lies in no package."""
    spec = importlib.util.spec_from_file_location(alias, SCRIPTS / f"{name}.py")
    module = sys.modules[alias] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


environment = load("environment", "environment")
run = load("run", "run")
checks = load("test", "digitpad_checks")


@pytest.fixture
def home(tmp_path):
    """A project that can be installed, in a path with a space and a letter outside Latin-1."""
    home = environment.Environment(tmp_path / "my Tỏ")
    for name, text in {
        "pyproject.toml": PYPROJECT,
        "backend.py": BACKEND,
        "digitpad/__init__.py": "",
        "scripts/constraints.txt": "numpy==1.2.3\n",
    }.items():
        (home.root / name).parent.mkdir(parents=True, exist_ok=True)
        (home.root / name).write_text(text, "utf-8")
    return home


@pytest.fixture
def finished(home):
    """The same, its set-up finished going by the stamp; nothing is installed."""
    home.python.parent.mkdir(parents=True)
    home.python.touch()
    home.finish(home.wanted(tools=False))
    return home


class TestStamp:
    def test_second_start_runs_no_process_and_says_nothing(self, finished, monkeypatch, capfd):
        monkeypatch.delattr(subprocess, "Popen")
        assert environment.prepare(tools=False, root=finished.root) == finished.python
        assert capfd.readouterr() == ("", "")

    def test_tools_are_added_to_the_program(self, finished):
        assert not finished.is_ready(tools=True)
        assert finished.found().same_place(finished.wanted(tools=True))

    def test_program_is_ready_once_the_tools_are(self, finished):
        finished.finish(finished.wanted(tools=True))
        assert finished.is_ready(tools=False)

    @pytest.mark.parametrize("name", ["pyproject.toml", "scripts/constraints.txt"])
    def test_changed_pins_are_updated_in_place(self, finished, name):
        (finished.root / name).write_text("# changed", "utf-8")
        assert not finished.is_ready(tools=False)
        assert finished.found().same_place(finished.wanted(tools=False))

    def test_moved_project_is_made_anew(self, finished):
        moved = environment.Environment(finished.root.rename(finished.root.with_name("moved")))
        assert not moved.found().same_place(moved.wanted(tools=False))

    def test_other_python_is_made_anew(self, finished, monkeypatch):
        monkeypatch.setattr(
            environment, "RUNNING", next(tag for tag in environment.TAGS if tag != finished.found().python)
        )
        assert not finished.found().same_place(finished.wanted(tools=False))

    def test_python_that_cannot_serve_uses_what_another_made(self, finished, monkeypatch):
        monkeypatch.setattr(environment, "RUNNING", "cpython-314")
        assert finished.is_ready(tools=False)

    def test_python_that_is_gone_is_made_anew(self, finished):
        finished.python.unlink()
        assert finished.found() is None

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"project": 1}'])
    def test_damaged_stamp_counts_as_none(self, finished, text):
        finished.stamp.write_text(text, "utf-8")
        assert finished.found() is None

    def test_interrupted_set_up_begins_anew_and_keeps_only_the_lock(self, finished, monkeypatch):
        titles = []

        def interrupted(home, title, command, progress=None):
            titles.append((title, [path.name for path in home.folder.iterdir()]))
            if "Installing" in title:
                raise KeyboardInterrupt

        monkeypatch.setattr(environment, "run_step", interrupted)
        finished.stamp.unlink()
        with pytest.raises(KeyboardInterrupt):
            environment.prepare(tools=True, root=finished.root)
        assert titles[0] == ("[1/2] Creating .venv", ["setup.lock"])
        assert not finished.is_ready(tools=False)

    def test_a_link_to_another_project_s_environment_is_left_alone(self, finished, tmp_path):
        linked = environment.Environment(tmp_path / "another")
        shutil.copytree(finished.root, linked.root, ignore=shutil.ignore_patterns(".venv"))
        linked.folder.symlink_to(finished.folder)
        before = sorted(finished.folder.rglob("*"))
        with pytest.raises(environment.SetupError, match="is a link"):
            environment.prepare(tools=False, root=linked.root)
        assert sorted(finished.folder.rglob("*")) == before
        assert finished.is_ready(tools=False)

    def test_second_start_waits_for_the_first(self, finished):
        with finished.lock.open("a+b") as other:
            with environment.one_at_a_time(finished.lock):
                assert not environment.try_lock(other)
            assert environment.try_lock(other)


class TestChoiceOfPython:
    def test_running_python_serves_even_inside_a_venv(self, monkeypatch):
        monkeypatch.setattr(environment, "RUNNING", "cpython-311")
        path, tag = environment.find_python()
        assert tag == "cpython-311"
        assert Path(path).is_file()
        assert sys.prefix == sys.base_prefix or not Path(path).is_relative_to(sys.prefix)

    @pytest.mark.skipif(os.name == "nt", reason="stands a shell script in for a Python")
    def test_other_python_is_found_by_name(self, monkeypatch, tmp_path):
        name = tmp_path / "python3.12"
        name.write_text("#!/bin/sh\necho /opt/Tỏ/python3.12\n", "utf-8")
        name.chmod(0o755)
        monkeypatch.setattr(environment, "RUNNING", "cpython-314")
        monkeypatch.setenv("PATH", str(tmp_path))
        assert environment.find_python() == ("/opt/Tỏ/python3.12", "cpython-312")

    def test_no_suitable_python_names_the_versions(self, monkeypatch, tmp_path):
        monkeypatch.setattr(environment, "RUNNING", "cpython-310")
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(environment.SetupError, match=r"cpython-310.*\n.*3\.11, 3\.12 and 3\.13"):
            environment.find_python()


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("Collecting numpy>=2\n", "packages found: 1"),
        ("Collecting b\n  Downloading b-2-cp311.whl (16.9 MB)\n", "packages found: 1, fetching b (16.9 MB)"),
        ("Collecting a\nInstalling collected packages: a, b, c\n", "installing 3 packages"),
    ],
)
def test_progress_of_pip(log, words):
    assert environment.pip_progress(log) == words


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("Failed to establish a new connection\nERROR: No matching distribution found", "internet"),
        ("HTTPSConnectionPool: ProxyError", "HTTPS_PROXY"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("HINT: Windows Long Path support", "shorter"),
        ("ERROR: No matching distribution found for tensorflow>=2.18", "3.11, 3.12 and 3.13"),
        ("because ensurepip is not available", "apt-get install python3-venv python3."),
        ("something else", "delete the folder .venv"),
    ],
)
def test_advice(output, words):
    assert words in environment.advice(output)


class TestSystemLibraries:
    @pytest.mark.parametrize(
        ("manager", "command"),
        [
            (
                "apt-get",
                f"{APT_GET} libegl1 libx11-6 libglib2.0-0 fonts-dejavu-core",
            ),
            ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)' 'libX11.so.6()(64bit)' 'libglib-2.0.so.0()(64bit)' "),
            ("pacman", "sudo pacman -S --needed libglvnd "),
            ("other", "your system's package manager"),
        ],
    )
    def test_command_for_each_package_manager(self, monkeypatch, manager, command):
        monkeypatch.setattr(run, "SUDO", "sudo ")
        monkeypatch.setattr(run.shutil, "which", lambda name: name if name == manager else None)
        missing = ["libEGL.so.1", "libX11.so.6", "libglib-2.0.so.0"]
        assert run.install_command(missing, fonts=False).startswith(command)

    @pytest.mark.parametrize("missing", ["libxcb-cursor.so.0", ""])
    def test_missing_library_is_told_with_the_command(self, monkeypatch, capsys, missing):
        monkeypatch.setattr(run, "LINUX", True)
        monkeypatch.setattr(run, "SUDO", "sudo ")
        monkeypatch.setattr(run, "loads", lambda soname: soname != missing)
        monkeypatch.setattr(run, "has_fonts", lambda folders: True)
        monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get")
        run.supply_libraries()
        said = capsys.readouterr().err
        assert (f"Qt lacks {missing}: " in said) == bool(missing)
        assert said.endswith(f"\n    {APT_GET} libxcb-cursor0\n" if missing else "")

    def test_fonts_are_found_in_any_folder_below(self, tmp_path):
        assert not run.has_fonts([tmp_path, tmp_path / "missing"])
        (tmp_path / "truetype").mkdir()
        (tmp_path / "truetype" / "DejaVuSans.ttf").touch()
        assert run.has_fonts([tmp_path])


class TestStart:
    @pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
    def test_exit_code_is_passed_on_and_a_signal_has_the_code_of_shells(self):
        assert run.follow([sys.executable, "-c", "raise SystemExit(7)"]) == 7
        command = [sys.executable, "-c", f"import os; os.kill(os.getpid(), {signal.SIGTERM:d})"]
        assert run.follow(command) == 128 + signal.SIGTERM

    @pytest.mark.parametrize(
        ("problem", "code", "words"),
        [
            (environment.SetupError("What to do."), 1, "What to do."),
            (PermissionError(13, "Permission denied", "x"), 1, "close every program"),
            (KeyboardInterrupt(), 130, "Stopped."),
        ],
    )
    def test_problems_become_sentences(self, capsys, problem, code, words):
        def script(arguments):
            raise problem

        with pytest.raises(SystemExit) as stop:
            run.guarded(script)
        assert stop.value.code == code
        assert words in capsys.readouterr().err

    @pytest.mark.parametrize(("failing", "code"), [("mypy", 5), ("nothing", 0)])
    def test_checks_stop_at_the_first_failure_and_name_it(self, monkeypatch, capsys, failing, code):
        commands, folders = [], []

        def follow(command, cwd, **more):
            commands.append(command)
            assert more.pop("QT_QPA_PLATFORM") == "offscreen"
            assert all(Path(folder).is_dir() for folder in more.values())
            folders.append(more)
            return 5 if failing in command else 0

        monkeypatch.setattr(checks.platform, "machine", lambda: "x86_64")
        monkeypatch.setattr(checks, "prepare", lambda tools: Path("python"))
        monkeypatch.setattr(checks, "supply_libraries", lambda: None)
        monkeypatch.setattr(checks, "follow", follow)
        assert checks.main(["-k", "canvas"]) == code
        assert commands[-1][2:] == (["mypy"] if code else ["pytest", "-k", "canvas"])
        assert not any(Path(folder).exists() for more in folders for folder in more.values())
        last_line = "Stopped at step 3 of 4: mypy failed (exit code 5).\n" if code else "[4/4] pytest\n"
        assert capsys.readouterr().err.endswith(last_line)

    def test_mypy_is_left_out_where_pyside_is_older(self, monkeypatch):
        monkeypatch.setattr(checks, "LINUX", True)
        monkeypatch.setattr(checks.platform, "machine", lambda: "aarch64")
        assert list(checks.checks(asked=True)) == ["ruff check", "ruff format", "pytest"]
        monkeypatch.setattr(checks, "LINUX", False)
        assert list(checks.checks(asked=True)) == ["ruff check", "ruff format", "mypy", "pytest"]

    def test_all_tests_are_collected_before_all_are_run(self):
        *_, before, last = checks.checks(asked=False)
        assert (before, last) == ("pytest collects", "pytest")


def test_real_installation_then_update_then_failure(home, tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    environment.prepare(tools=False, root=home.root)
    assert "[2/2] Installing packages" in capfd.readouterr().err
    where = subprocess.run(
        [home.python, "-c", "import digitpad; print(digitpad.__file__)"],
        cwd=tmp_path,
        env=environment.variables(LC_ALL="C", PYTHONPATH=""),
        capture_output=True,
        check=True,
    )
    assert where.stdout.decode().strip() == str(home.root / "digitpad" / "__init__.py")

    finished = home.found()
    (home.root / "backend.py").write_text("raise SystemExit('No space left on device')", "utf-8")
    with pytest.raises(environment.SetupError) as failure:
        environment.prepare(tools=True, root=home.root)
    assert str(failure.value).startswith("[1/1] Updating packages failed:\n")
    assert str(failure.value).endswith(f"The full log is {home.log}")
    assert home.found() == finished, "the program can still be started"


def test_what_is_started_here_keeps_what_it_has_compiled(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    started = [sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)"]
    done = subprocess.run(started, env=environment.variables(), capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


def test_pins_are_exact_and_name_no_registry():
    lines = (SCRIPTS / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.partition(";")[0].split("==") for line in lines if not line.startswith("#"))
    assert pins["tensorflow"] == pins["tensorflow_cpu"]
