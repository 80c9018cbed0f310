"""The recipe that the command line asks for: a preset, and what is changed of it."""

import argparse
from dataclasses import replace
from typing import Any

from digitpad.cli.data_options import SHUFFLED, data_changes
from digitpad.data.recipe_values import shown
from digitpad.errors import RecipeError
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.runs.recipe import PRESETS, Recipe


def recipe_from(options: argparse.Namespace) -> Recipe:
    """Return the preset with whatever the command line changes of it. Raises RecipeError."""
    names = ["epochs", "batch_size", "learning_rate", "optimizer", "initializer", "seed"]
    names += ["weight_decay", "patience", "best_weights"]
    changes = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    preset = PRESETS[options.preset]
    changes["architecture"] = _architecture(preset.architecture, options.hidden, options.activation)
    if options.order is not None:
        changes["shuffle"] = options.order == SHUFFLED
    changes["data"] = replace(preset.data, **data_changes(options))
    return replace(preset, **changes)


def _architecture(preset: Architecture, hidden: str | None, activation: str | None) -> Architecture:
    if hidden is not None:
        return Architecture(_layers(hidden, activation or Activation.RELU))
    if activation is None:
        return preset
    return Architecture(tuple(replace(layer, activation=Activation(activation)) for layer in preset.hidden))


def _layers(text: str, usual: str) -> tuple[HiddenLayer, ...]:
    """Return the layers of a text such as "32:tanh,16"; who names no activation has the usual one."""
    if text == "none":
        return ()
    layers = [layer.partition(":") for layer in text.split(",")]
    try:
        units = [int(units) for units, _, _ in layers]
    except ValueError:
        raise RecipeError("recipe-hidden-text", value=shown(text)) from None
    # HiddenLayer says which activations there are.
    kinds: list[Any] = [own.strip() if colon else usual for _, colon, own in layers]
    return tuple(HiddenLayer(*layer) for layer in zip(units, kinds, strict=True))
