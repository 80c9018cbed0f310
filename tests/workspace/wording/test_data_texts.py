"""What is said of a recipe's data: in a run's line, beside its name among others, and of all of them together."""

from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QApplication

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.runs.recipe import KERAS_RECIPE, PRESETS, Recipe
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.recipe.recipe_texts import common, difference, summary

SHIFTED = TrainingImages.SHIFTED


@pytest.fixture(autouse=True)
def _in_english(qapp: QApplication) -> None:
    speak("en")


def on(data: TrainingData, *, shuffle: bool = True) -> Recipe:
    return replace(KERAS_RECIPE, data=data, shuffle=shuffle)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TrainingData(count=1000, left_out=(7,)), "1,000 images · without 7"),
        (TrainingData(count=1, left_out=(7, 8)), "1 image · without 7, 8"),
        (TrainingData(left_out=(0, 1, 2, 3, 5, 6, 7, 8)), "only 4, 9"),
        (TrainingData(TrainingImages.VARIED, count=1000), "1,000 images · varied as handwriting"),
        (TrainingData(SHIFTED, wrong_labels=0.1, seed=3), "shifted and scaled · wrong labels: 10 % · images # 3"),
        (TrainingData(count=100, mix=0.5), "100 images · our digits: 50 %"),
        (TrainingData(count=100, mix=1.0), "our digits alone"),
    ],
)
def test_a_runs_line_says_what_is_not_as_usual(data: TrainingData, expected: str) -> None:
    assert plain(summary(on(data))) == f"{summary(KERAS_RECIPE)} · {expected}"


@pytest.mark.parametrize(
    ("by_label", "said"), [(True, "in the order of the labels"), (False, "in the files' order")]
)
def test_an_order_that_is_not_shuffled_is_said(by_label: bool, said: str) -> None:
    assert summary(on(TrainingData(by_label=by_label), shuffle=False)).endswith(f" · {said}")


@pytest.mark.parametrize("preset", ["keras", "from-scratch"])
def test_of_the_data_of_the_articles_presets_nothing_is_said(preset: str) -> None:
    assert TrainingData() == PRESETS[preset].data
    assert "images" not in summary(PRESETS[preset])


@pytest.mark.parametrize("field", [field.name for field in fields(TrainingData)])
def test_two_lines_differ_where_their_data_does(field: str) -> None:
    """Pictures varied as handwriting were said nowhere in a line: “Adam · rate 0.004” stood for both."""
    others = {
        "images": TrainingData(TrainingImages.VARIED),
        "count": TrainingData(count=100),
        "seed": TrainingData(seed=1),
        "mix": TrainingData(mix=0.5),
        "drawings": TrainingData(mix=0.5, drawings=64 * "a"),
        "wrong_labels": TrainingData(wrong_labels=0.1),
        "left_out": TrainingData(left_out=(7,)),
        "validation": TrainingData(validation=0.1),
        "by_label": TrainingData(by_label=True),
    }
    usual = TrainingData(mix=0.5) if field == "drawings" else TrainingData()
    shuffle = field != "by_label"
    assert summary(on(others[field], shuffle=shuffle)) != summary(on(usual, shuffle=shuffle))


class TestWhatSetsRunsApart:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (TrainingData(count=100), TrainingData(), ("100 images", "60,000 images")),
            (TrainingData(left_out=(7,)), TrainingData(), ("without 7", "all ten digits")),
            (TrainingData(SHIFTED), TrainingData(), ("shifted and scaled", "as they are")),
            (TrainingData(wrong_labels=0.2), TrainingData(), ("wrong labels: 20 %", "true labels")),
            (TrainingData(mix=0.5), TrainingData(), ("our digits: 50 %", "MNIST alone")),
            (TrainingData(count=9, seed=1), TrainingData(count=9), ("images # 1", "images # 0")),
        ],
    )
    def test_by_one_thing(self, one: TrainingData, other: TrainingData, expected: tuple[str, str]) -> None:
        recipes = [on(one), on(other)]
        assert tuple(plain(difference(recipe, recipes)) for recipe in recipes) == expected

    def test_what_they_share_is_not_said(self) -> None:
        recipes = [on(TrainingData(count=100, left_out=digits)) for digits in ((), (3,))]
        assert difference(recipes[1], recipes) == "without 3"

    def test_by_their_order(self) -> None:
        recipes = [
            on(TrainingData()),
            on(TrainingData(), shuffle=False),
            on(TrainingData(by_label=True), shuffle=False),
        ]
        assert [difference(recipe, recipes) for recipe in recipes] == [
            "shuffled",
            "in the files' order",
            "in the order of the labels",
        ]
        assert [difference(recipe, recipes[1:]) for recipe in recipes[1:]] == [
            "in the files' order",
            "in the order of the labels",
        ]


class TestWhatTheyHaveInCommon:
    def test_of_one_recipe_all(self) -> None:
        said = common([on(TrainingData(count=1000, left_out=(7,)), shuffle=False)])
        assert said == (
            "RMSprop (Keras) · rate 0.001 · batches of 128 · 512 relu · 1,000 images · without 7 · 5 epochs · "
            "in the files' order"
        )

    def test_of_several_what_is_shared(self) -> None:
        some = [on(TrainingData(count=count, wrong_labels=0.5)) for count in (100, 1000)]
        assert plain(common(some)) == "RMSprop (Keras) · rate 0.001 · batches of 128 · 512 relu · " + (
            "wrong labels: 50 % · 5 epochs"
        )
        orders = [on(TrainingData(by_label=by_label), shuffle=False) for by_label in (True, False)]
        assert "order" not in common(orders)
