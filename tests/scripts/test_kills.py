"""A class is killed while it collects; ``python scripts/kills.py --kind collecting`` does it hundreds of times."""

import importlib

import pytest

from tests.conftest import ROOT

SECONDS = 1.5


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the script be found, as it is when it runs."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_no_more_is_lost_than_what_is_under_the_pen() -> None:
    kills = importlib.import_module("kills")
    missing = kills.killed_collecting(SECONDS)
    assert not missing.is_too_much, missing


def test_more_than_the_last_change_is_too_much() -> None:
    kills = importlib.import_module("kills")
    assert not kills.Missing(1, 0.1).is_too_much
    assert kills.Missing(2, 0.1).is_too_much
    assert kills.Loss(0.1, 2.5, 0.0).is_too_much
    assert not kills.Loss(1.5, 1.5, 9.0).is_too_much


def test_what_the_class_never_had_is_no_session_of_its(monkeypatch: pytest.MonkeyPatch) -> None:
    kills = importlib.import_module("kills")
    monkeypatch.setattr(kills, "content_hash", lambda _: "another one")
    with pytest.raises(RuntimeError, match="others than it ever had"):
        kills.killed_collecting(0.0)
