"""What is looked at in a network: what was chosen, and how long that counts."""

from pathlib import Path

from digitpad.document.session_file import save_session
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.keeping.session_state import read_session
from digitpad.workspace.workspace import Workspace


def test_what_was_chosen_is_forgotten_with_the_session(workspace: Workspace, tmp_path: Path) -> None:
    insight, path = workspace.insight, tmp_path / "a.digitpad"
    save_session(path, workspace.session.collect())
    insight.choose_topic(Topic.WEIGHTS)
    insight.choose_digit(8)
    insight.choose_against(3)
    insight.choose_unit((0, 300))
    insight.choose_pixel(401)
    workspace.session.restore(read_session(path, workspace.session.shelf))
    assert (insight.digit, insight.against, insight.unit, insight.pixel) == (None, None, None, None)
    assert insight.topic is Topic.WEIGHTS  # which page is shown is no part of a session
