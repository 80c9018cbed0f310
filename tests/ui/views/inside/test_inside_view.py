"""The view “Inside” as a whole: which page is shown."""

import pytest

from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic


@pytest.mark.parametrize("topic", ["nonsense", None, [], {}])
def test_a_page_that_makes_no_sense_is_passed_over(window: MainWindow, topic: object) -> None:
    view, insight = window.views["inside"], window.workspace.insight
    view.restore({"topic": "change"})
    assert insight.topic is Topic.CHANGE
    view.restore({"topic": topic})
    assert insight.topic is Topic.CHANGE
    assert view.save() == {"topic": "change"}
