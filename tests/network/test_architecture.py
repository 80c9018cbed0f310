"""Architectures: what follows from them, worked out by hand."""

import re
from typing import Any

import pytest

from digitpad.errors import RecipeError
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from tests.sentences import refused


def test_the_articles() -> None:
    assert Architecture((HiddenLayer(512, Activation.RELU),)) == ARTICLE
    assert ARTICLE.sizes == (784, 512, 10)
    assert ARTICLE.shapes == ((784, 512), (512,), (512, 10), (10,))
    assert ARTICLE.weight_names == ("layer0_w", "layer0_b", "layer1_w", "layer1_b")
    assert ARTICLE.parameters == 407_050


def test_without_a_hidden_layer() -> None:
    network = Architecture(())
    assert network.sizes == (784, 10)
    assert network.shapes == ((784, 10), (10,))
    assert network.weight_names == ("layer0_w", "layer0_b")
    assert network.parameters == 7850


def test_with_two() -> None:
    network = Architecture((HiddenLayer(4), HiddenLayer(3, Activation.TANH)))
    assert network.shapes == ((784, 4), (4,), (4, 3), (3,), (3, 10), (10,))
    assert network.weight_names[-2:] == ("layer2_w", "layer2_b")
    assert network.layer_parameters == (784 * 4 + 4, 12 + 3, 30 + 10)
    assert network.parameters == sum(network.layer_parameters)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"units": 0}, "number of units in a hidden layer must be a whole number from 1 to 2,048, not 0"),
        ({"units": 2049}, "not 2,049"),
        ({"units": 3.0}, "whole number"),
        ({"units": True}, "whole number"),
        ({"activation": "swish"}, "activation must be one of relu, tanh, sigmoid, none, not 'swish'"),
        ({"activation": None}, "activation must be one of"),
    ],
)
def test_a_layer_that_makes_no_sense_is_a_sentence(changes: dict[str, Any], said: str) -> None:
    with refused(re.escape(said), RecipeError):
        HiddenLayer(**changes)


def test_more_layers_than_a_lesson_needs() -> None:
    Architecture((HiddenLayer(2048),) * 4)
    with refused("4 hidden layers at most, not 5", RecipeError):
        Architecture((HiddenLayer(1),) * 5)


def test_equal_ones_are_one_key() -> None:
    one, other = (Architecture((HiddenLayer(8, Activation.SIGMOID),)) for _ in range(2))
    assert one.shapes == other.shapes
    assert {one: 1}[other] == 1


def test_json() -> None:
    network = Architecture((HiddenLayer(128, Activation.TANH), HiddenLayer(64, Activation.NONE)))
    assert network.as_json() == {
        "hidden": [{"units": 128, "activation": "tanh"}, {"units": 64, "activation": "none"}]
    }
    assert Architecture.from_json(network.as_json()) == network
    assert Architecture.from_json({}) == ARTICLE
    assert Architecture.from_json({"hidden": []}) == Architecture(())
    assert Architecture.from_json({"hidden": [{}]}) == ARTICLE
