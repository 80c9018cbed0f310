"""The table of what matters: each experiment really trains, in a hurry, and its figures are a table."""

import json
import runpy
from pathlib import Path

import pytest

from digitpad.runs.scores.score import Score, Scores
from tests.conftest import ROOT

SCRIPT = ROOT / "scripts" / "experiments.py"
NAMESPACE = runpy.run_path(str(SCRIPT))
Row = NAMESPACE["Row"]


def test_all_experiments_train_in_a_hurry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert NAMESPACE["main"](["--quick", "--json", str(tmp_path / "found.json")]) == 0
    rows = json.loads((tmp_path / "found.json").read_text("utf-8"))
    assert len(capsys.readouterr().out.splitlines()) == len(rows) + 2
    by_name = {row["name"]: row["found"] for row in rows}
    assert all(len(found) == 1 for found in by_name.values())
    assert by_name["… on the 7s"][0]["test"]["accuracy"] == 0  # it has never seen one
    assert by_name["… on the other digits"][0]["test"]["accuracy"] > 0.2
    assert by_name["first weights of zeros"][0]["test"]["accuracy"] < 0.2
    article = next(found for name, found in by_name.items() if "article" in name)
    assert article[0]["training"]["accuracy"] > by_name["50 % of the labels wrong"][0]["training"]["accuracy"]


def test_every_experiment_differs_from_the_first_in_one_thing() -> None:
    first, *others = NAMESPACE["experiments"]()
    assert len({found.recipe for found in others} | {first.recipe}) == len(others) + 1
    for found in others:
        usual, own = first.recipe.as_dict(), found.recipe.as_dict()
        changed = {name for name in usual if usual[name] != own[name]} - {"epochs"}
        assert len(changed) == 1, found.name
        assert found.recipe.data.of_validation > 0


def test_a_line_has_means_and_spreads() -> None:
    found = tuple(
        Scores(training=Score(0.1, share), validation=Score(loss, 0.5), test=None)
        for share, loss in ((0.9, 1.0), (0.92, 1.5), (0.97, 1.1))
    )
    assert NAMESPACE["line"](Row("few", 1000, 50, found)) == (
        "| few | 1,000 | 50 | 93.0 ± 3.5 | 50.0 ± 0.0 | – | 1.20 ± 0.25 |"
    )


def test_the_table_stands_between_its_marks_in_readme() -> None:
    rows = [Row("few", 100, 1, (Scores(test=Score(0.5, 0.5)),))]
    text = NAMESPACE["with_table"]("a\n<!-- experiments -->\nold\n<!-- /experiments -->\nb", rows)
    assert text.startswith("a\n<!-- experiments -->\n| what |")
    assert "| few | 100 | 1 | – | – | 50.0 ± 0.0 | – |\n<!-- /experiments -->\nb" in text
    with pytest.raises(ValueError, match="marks"):
        NAMESPACE["with_table"]("no marks", rows)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert NAMESPACE["MARKED"].search(readme) is not None
