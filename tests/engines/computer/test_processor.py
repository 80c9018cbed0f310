"""Without AVX TensorFlow's import kills the process: it is looked for before."""

import platform
from pathlib import Path

import pytest

from digitpad.engines.computer import processor
from digitpad.engines.computer.processor import check_processor, lacks_avx
from digitpad.errors import UserError

OLD = "processor\t: 0\nflags\t\t: fpu vme sse sse2 ssse3 sse4_1\n\nprocessor\t: 1\nflags\t\t: fpu vme sse sse2\n"
NEW = "processor\t: 0\nflags\t\t: fpu sse2 avx avx2 fma\n"


@pytest.fixture
def pc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the file that tells of a Linux PC's processor."""
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(processor, "CPU_INFO", tmp_path / "cpuinfo")
    return tmp_path / "cpuinfo"


@pytest.mark.parametrize(("flags", "lacks"), [(OLD, True), (NEW, False), ("model name: unknown\n", False)])
def test_a_pc_says_what_its_processor_can(pc: Path, flags: str, lacks: bool) -> None:
    pc.write_text(flags)
    assert lacks_avx() is lacks


def test_what_cannot_be_read_is_left_to_tensorflow(pc: Path) -> None:
    assert not pc.exists()
    assert not lacks_avx()


def test_other_processors_need_none(pc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pc.write_text(OLD)
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    assert not lacks_avx()


def test_it_is_a_problem_with_a_sentence(pc: Path) -> None:
    pc.write_text(OLD)
    with pytest.raises(UserError) as problem:
        check_processor()
    assert problem.value.code == "processor-without-avx"


def test_this_computer_trains() -> None:
    check_processor()
