"""The project's .venv and Qt's system libraries, made ready for run.py and test.py.

Standard library only, and readable for a Python that is too old for digitpad, so that it can say so itself.
Messages go to standard error: standard output belongs to the program that is started.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
TAGS = {"cpython-313": "3.13", "cpython-312": "3.12", "cpython-311": "3.11"}
"""The Pythons that TensorFlow 2.21 has ready-made packages for, the preferred one first."""
RUNNING = str(sys.implementation.cache_tag) if sys.maxsize > 2**32 else "32-bit"
PACKAGES_EXIST = (
    "TensorFlow and Qt have ready-made packages for 64-bit CPython 3.11, 3.12 and 3.13 on Linux (x86-64 with "
    "glibc 2.34, ARM64 with 2.31), Windows (x64) and Macs with Apple silicon (macOS 13), or newer systems."
)
SUDO = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
TICK = 0.2
"""Seconds between two looks at a running command."""
HEARTBEAT = 20.0
"""Seconds between two lines about a running command where standard error is no terminal."""
PATIENCE = 10.0
"""Seconds that a command gets to clean up after Ctrl+C."""
SHOWN_LINES = 12
"""Lines shown of a failed command's output."""

ADVICE = {
    "CERTIFICATE_VERIFY_FAILED": "Python does not know the network's certificate: ask who runs the network "
    "for its file, and set PIP_CERT to that file's path.",
    "ProxyError|new connection|timed out|name resolution|Connection aborted|unreachable|Max retries": "pip "
    "cannot reach its packages: check the internet connection; behind a proxy, set HTTPS_PROXY=http://HOST:PORT.",
    "No space left|Errno 28|not enough space": "The disk is full: .venv needs 3 GB, TMPDIR 1 GB.",
    "Long Path": "The path is too long for Windows: move the project to a shorter one, such as C:\\digitpad.",
    "No matching distribution|not a supported wheel": PACKAGES_EXIST,
    "ensurepip|No module named venv": "This Python has no venv. On Debian and Ubuntu, install it with: "
    f"{SUDO}apt-get install python3-venv python{TAGS.get(RUNNING, '3')}-venv",
    "Permission denied|WinError (5|32)|Read-only": "A file cannot be written: close every program that uses "
    ".venv, and check that the project's folder is yours.",
    "": "The log may tell more. If it does not, delete the folder .venv and start again.",
}
"""What to do when a failed command's output matches; the first that does is said."""


class SetupError(Exception):
    """What went wrong and what to do now, in sentences."""


@dataclasses.dataclass(frozen=True)
class Stamp:
    """What a finished set-up installed: the folder, the Python, the pins, with tools or without."""

    project: str
    python: str
    pins: str
    tools: bool

    def same_place(self, wanted: Stamp) -> bool:
        """Tell whether the environment can be updated as it lies there."""
        return (self.project, self.python) == (wanted.project, wanted.python)

    def covers(self, wanted: Stamp) -> bool:
        """Tell whether nothing is left to install."""
        return self.same_place(wanted) and self.pins == wanted.pins and self.tools >= wanted.tools


class Environment:
    """A project's virtual environment: where its parts lie, what it holds and what it should hold."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.log = self.folder / "install.log"
        self.lock = self.folder / "setup.lock"
        self.stamp = self.folder / "setup.json"

    def found(self) -> Stamp | None:
        """Return what the last finished set-up left, or None."""
        try:
            stamp = Stamp(**json.loads(self.stamp.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return stamp if self.python.exists() else None

    def wanted(self, tools: bool) -> Stamp:
        """Return the stamp to reach. The environment keeps its Python if the running one cannot serve."""
        files = (self.root / "pyproject.toml", self.root / "scripts" / "constraints.txt")
        pins = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
        found = self.found()
        return Stamp(str(self.root), found.python if found and RUNNING not in TAGS else RUNNING, pins, tools)

    def is_ready(self, tools: bool) -> bool:
        """Tell whether nothing is left to install."""
        found = self.found()
        return found is not None and found.covers(self.wanted(tools))

    def finish(self, stamp: Stamp) -> None:
        """Leave the stamp in one piece: a set-up that was interrupted never looks finished."""
        draft = self.stamp.with_suffix(".new")
        draft.write_text(json.dumps(dataclasses.asdict(stamp)), "utf-8")
        draft.replace(self.stamp)

    def clear(self) -> None:
        """Remove everything but the lock, which this process holds."""
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != self.lock:
                path.unlink()


def prepare(tools: bool, root: Path = ROOT) -> Path:
    """Return the environment's Python after installing what is missing; raise SetupError if that fails."""
    home = Environment(root)
    if not home.is_ready(tools):
        if home.folder.is_symlink():  # to another project's perhaps, which would be emptied
            raise SetupError(f"{home.folder} is a link: packages need a folder. Remove it, then start again.")
        with one_at_a_time(home.lock):
            set_up(home, tools)
    return home.python


def set_up(home: Environment, tools: bool) -> None:
    """Bring the environment up to date, or make it anew where it was made elsewhere or never finished."""
    if home.is_ready(tools):
        return  # Another start was faster.
    found, wanted = home.found(), home.wanted(tools)
    kept = found if found and found.same_place(wanted) else None
    home.stamp.unlink(missing_ok=True)
    if not kept:
        python, tag = find_python()
        wanted = dataclasses.replace(wanted, python=tag)
        home.clear()
        run_step(home, "[1/2] Creating .venv", [python, "-m", "venv", "--prompt", "digitpad", str(home.folder)])
    pip = [str(home.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    what = ["--constraint", "scripts/constraints.txt", "--editable", ".[dev]" if tools else "."]
    try:
        title = "[1/1] Updating packages" if kept else "[2/2] Installing packages"
        run_step(home, title, [*pip, *what], pip_progress)
    except SetupError:
        if kept:  # pip changes nothing before it has everything: what was ready without internet still is.
            home.finish(kept)
        raise
    shorten_link(home)
    home.finish(wanted)


def shorten_link(home: Environment) -> None:
    """Name the project by a relative path: before 3.13, Python reads a .pth in the locale's encoding."""
    for packages in ("Lib/site-packages", "lib/python*/site-packages"):
        for link in home.folder.glob(f"{packages}/*digitpad.pth"):
            link.write_text(os.path.relpath(home.root, link.parent), "utf-8")


def find_python() -> tuple[str, str]:
    """Return path and tag of a Python that serves: the running one, or one found by its name."""
    if RUNNING in TAGS:
        # Below a .venv that is about to be cleared lies the Python that made it.
        return getattr(sys, "_base_executable", sys.executable), RUNNING
    probe = "import sys; print(sys.executable) if sys.maxsize > 2**32 else sys.exit(1)"
    for tag, version in TAGS.items():
        name = ["py", f"-{version}"] if os.name == "nt" else [f"python{version}"]
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            command = [*name, "-X", "utf8", "-c", probe]
            answer = subprocess.run(command, check=True, capture_output=True, env=variables())
            say(f"TensorFlow has no packages for this Python ({RUNNING}): using {' '.join(name)} instead.")
            return answer.stdout.decode().strip(), tag
    raise SetupError(
        f"digitpad needs another Python: this one is {RUNNING} ({sys.executable}), and no other was found.\n"
        f"{PACKAGES_EXIST}\nInstall Python 3.13 from python.org or your system's packages, then start again."
    )


def run_step(
    home: Environment, title: str, command: list[str], progress: Callable[[str], str] = lambda log: ""
) -> None:
    """Run a command of the set-up with its output in the log; raise SetupError if it fails."""
    line = StatusLine(title)
    with home.log.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=home.root,
            env=variables(PIP_USER="0", PYTHONUTF8="1"),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            close_fds=False,  # It inherits the lock.
        )
    try:
        while process.poll() is None:
            time.sleep(TICK)
            line.show(progress(home.log.read_text("utf-8", "replace")))
    except KeyboardInterrupt:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        process.kill()
        raise
    if process.returncode:
        raise SetupError(failure(title, home.log))
    line.show("done", last=True)


class StatusLine:
    """What a step does: a line rewritten in place on a terminal, a new line now and then elsewhere."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = self._told = time.monotonic()
        self._terminal = sys.stderr.isatty()
        say(f"{title} …", end="" if self._terminal else "\n")

    def show(self, detail: str, last: bool = False) -> None:
        """Show the seconds so far and `detail`."""
        now = time.monotonic()
        text = f"{self._title} … {now - self._started:.0f} s" + (f": {detail}" if detail else "")
        width = shutil.get_terminal_size().columns - 1
        if self._terminal:
            say(f"\r{text[:width]:<{width}}", end="\n" if last else "")
        elif last or now - self._told > HEARTBEAT:
            self._told = now
            say(text)


def pip_progress(log: str) -> str:
    """Put pip's output so far into a few words."""
    installing = re.search(r"^Installing collected packages: (.*)", log, re.MULTILINE)
    if installing:
        return f"installing {len(installing[1].split(','))} packages"
    found = len(re.findall(r"^(?:Collecting|Processing) ", log, re.MULTILINE))
    fetched = re.findall(r"^ +(?:Downloading|Using cached) ([^-\s]+).* (\(.*\))$", log, re.MULTILINE)
    return f"packages found: {found}" + (", fetching {} {}".format(*fetched[-1]) if fetched else "")


def failure(title: str, log: Path) -> str:
    """Tell which step failed, the end of what it said, and what to do."""
    output = log.read_text("utf-8", "replace")
    lines = [line for line in output.splitlines() if line.strip()]
    end = "".join(f"    {line}\n" for line in lines[-SHOWN_LINES:])
    return f"{title} failed:\n\n{end}\n{advice(output)}\nThe full log is {log}"


def advice(output: str) -> str:
    """Tell what to do about a failed command that printed `output`."""
    return next(text for pattern, text in ADVICE.items() if re.search(pattern, output))


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock of the set-up, after waiting for another start that holds it."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a+b") as file:
        # The commands of the set-up keep it too: no second set-up runs beside a pip whose starter was killed.
        os.set_inheritable(file.fileno(), True)
        if not try_lock(file):
            say("Another start is setting up .venv: waiting for it …")
            while not try_lock(file):
                time.sleep(TICK)
        yield


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock if it is free; on a file system without locks, do without."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return not isinstance(error, (BlockingIOError, PermissionError))
    return True


def say(text: str, end: str = "\n") -> None:
    """Print a message for the person who started the script."""
    print(text, end=end, file=sys.stderr, flush=True)


def variables(**more: str) -> dict[str, str]:
    """Return the environment for what is started here: .venv's own packages and no others."""
    # Without bytecode hundreds of modules would be compiled at each start, and by each process that a test starts.
    foreign = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PYTHONDONTWRITEBYTECODE"}
    return {**{name: value for name, value in os.environ.items() if name not in foreign}, **more}
