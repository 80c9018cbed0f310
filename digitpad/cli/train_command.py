"""``digitpad train``: what it asks and says before and after the training itself."""

import argparse
import os
from pathlib import Path

from digitpad.archives.reading import is_folder
from digitpad.archives.writing import check_writable
from digitpad.cli.asked_recipe import recipe_from
from digitpad.cli.class_data import held_out_as_text, read_class, tested_on_held_out
from digitpad.cli.ending import EndableRun, ended_by_signals
from digitpad.cli.output import say, tell
from digitpad.cli.script import as_script, write_script
from digitpad.document.classroom.class_pictures import ClassMaterial, begun_with, remarks
from digitpad.engines.computer.greetings import unheard_greetings
from digitpad.engines.computer.processor import check_processor
from digitpad.errors import DataFileError
from digitpad.heap import made_to_stay
from digitpad.runs.estimate import check_affordable
from digitpad.runs.network_file import SUFFIX, SavedNetwork, save_network
from digitpad.runs.recipe import Loop, Recipe


def train_as_asked(options: argparse.Namespace) -> None:
    """Train by the chosen recipe, test after each epoch, save it and write its script if asked to."""
    recipe, material = _prepared(options)
    with unheard_greetings(), made_to_stay():
        from digitpad.cli.training import train
        from digitpad.engines.lesson import lesson_engine

    ours = None if material is None else material.ours
    engine, control = lesson_engine(recipe.data, Loop(options.engine)), EndableRun()
    with ended_by_signals(control):
        report, snapshot = train(engine, recipe, ours, quiet=options.json, control=control)
        if options.save is not None:
            save_network(options.save, SavedNetwork(snapshot, recipe))
    if control.unsaid is not None:
        if options.save is not None:
            tell(f"digitpad: saved to {options.save}.")
        raise control.unsaid
    if material is not None:
        report.held_out = tested_on_held_out(snapshot, material)
    if options.json:
        print(report.as_json())
    else:
        if report.held_out is not None:
            print(held_out_as_text(report.held_out))
        if options.save is not None:
            print(f"Saved to {options.save}.")
    if control.signal is not None:
        raise KeyboardInterrupt(control.signal)


def _prepared(options: argparse.Namespace) -> tuple[Recipe, ClassMaterial | None]:
    """Return the recipe as a run begins with it, and the class's digits if there are any.

    What can be said before it trains is said, and the script written. Raises UserError for what cannot be done.
    """
    options.save = _as_network_file(options.save)
    recipe = recipe_from(options)
    check_processor()
    material = None if options.data is None else read_class(options.data)
    if material is not None and recipe.data.mix:
        recipe = begun_with(recipe, material.ours)
    check_affordable(recipe)
    _check_files(options.save, options.script)
    if options.script is not None:
        write_script(options.script, as_script(recipe, Loop(options.engine), options.script))
        if not options.json:
            print(f"Script written to {options.script}.", flush=True)
    for remark in [] if material is None else remarks(material):
        say(remark)
    _say_what_zeros_do(recipe)
    return recipe, material


def _as_network_file(path: Path | None) -> Path | None:
    """Return a path with the suffix by which the window knows a network; a folder, to be refused, as it is."""
    if path is None or path.name.lower().endswith(SUFFIX) or is_folder(path):
        return path
    return path.with_name(path.name + SUFFIX)


def _check_files(*paths: Path | None) -> None:
    """Raise DataFileError, before anything is trained, if a file could not be written, or would be twice."""
    wanted = [path for path in paths if path is not None]
    for path in wanted:
        _check_can_be_saved(path)
    if len({os.path.realpath(path) for path in wanted}) < len(wanted):
        raise DataFileError("file-asked-for-twice", path=wanted[0])


def _check_can_be_saved(path: Path) -> None:
    """Raise DataFileError if a file could not be written."""
    if not is_folder(path.parent):
        raise DataFileError("no-folder-to-save-in", path=path, folder=path.parent)
    if is_folder(path):
        raise DataFileError("folder-instead-of-file", path=path)
    check_writable(path)


def _say_what_zeros_do(recipe: Recipe) -> None:
    """Say why a network will not learn whose weights all begin as 0, as its recipe's sheet does."""
    from digitpad.workspace.wording.language import speak
    from digitpad.workspace.wording.recipe.network_texts import harm_of_zeros

    speak()
    harm = harm_of_zeros(recipe)
    if harm:
        tell(f"digitpad: {harm}")
