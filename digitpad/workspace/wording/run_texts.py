"""What a person reads of what made a run besides its recipe: other rates or data, batches by hand, more epochs."""

import re

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run, proper_name, short_name
from digitpad.workspace.wording.loop_texts import with_loop
from digitpad.workspace.wording.numbers import short, whole
from digitpad.workspace.wording.recipe.recipe_texts import optimizer_names, summary

BY_HAND = "✎"
"""Stands for it where there is no room for words."""

MOST_LINES = 12
"""Of what was done by hand, the newest."""

MOST_LABELS = 8

LAST_NUMBER = re.compile(r" (\d[\d.,]*)\)$")
"""Of a branch's name: the batch that it went on from, written as the language had numbers that was spoken then."""


def summary_of(run: Run) -> str:
    """Say in a few words what a run was made of: no recipe pretends to have made it alone."""
    return with_deviations(with_loop(summary(run.recipe), run.loop), run)


def with_deviations(text: str, run: Run) -> str:
    """Add to what is said of a run's recipe what else had a part in it."""
    if run.is_by_recipe:
        return text
    form = QCoreApplication.translate("RunTexts", "{recipe}, with {what}")
    return form.format(recipe=text, what=deviations(run))


def deviations(run: Run) -> str:
    """Name in a few words what a run is made of besides its recipe; nothing if there is nothing."""
    counted, history = _Counted(), run.history
    batches = sum(found.count for found in history.interventions)
    epochs = sum(found.how is How.EPOCH for found in history.interventions)
    data = sum(found.how is How.DATA for found in history.interventions)
    branches = sum(found.how is How.MOMENT for found in history.interventions)
    return ", ".join(
        words(count)
        for words, count in (
            (counted.batches, batches),
            (counted.changes, len(history.rate_changes)),
            (counted.epochs, epochs),
            (counted.data, data),
            (counted.branches, branches),
        )
        if count
    )


def deviation_lines(run: Run) -> list[str]:
    """Say where in the run each of them was, the newest of them if they are many."""
    found = [(at.first, intervention_text(at)) for at in run.history.interventions]
    rate = QCoreApplication.translate("RunTexts", "after batch {batch}: learning rate {rate}")
    found += [(done, rate.format(batch=whole(done), rate=short(now))) for done, now in run.history.rate_changes]
    lines = [line for _, line in sorted(found, key=lambda entry: entry[0])]
    left_out = len(lines) - MOST_LINES
    return lines if left_out <= 0 else [_Counted().more(left_out), *lines[left_out:]]


def said_at(run: Run, batch: int) -> list[str]:
    """Say what was done to batch number ``batch`` of a run, from 0, or just before it."""
    found = run.history.interventions
    lines = [intervention_text(at) for at in found if at.how is not How.BATCHES and at.first == batch]
    by_hand = run.history.by_hand(batch)
    return lines if by_hand is None else [*lines, intervention_text(by_hand)]


def intervention_text(found: Intervention) -> str:
    """Say what was done by hand, and to which batches, counted from 1."""
    if found.how is How.EPOCH:
        text = QCoreApplication.translate(
            "RunTexts", "after batch {batch}: one more epoch, with a fresh optimizer"
        )
        return text.format(batch=whole(found.first))
    if found.how is How.DATA:
        text = QCoreApplication.translate("RunTexts", "after batch {batch}: our digits are others, {drawings}")
        return text.format(batch=whole(found.first), drawings=_Counted().drawings(found.pictures))
    if found.how is How.MOMENT:
        text = QCoreApplication.translate(
            "RunTexts", "after batch {batch}: it went on from {run}, with a fresh optimizer"
        )
        return text.format(batch=whole(found.first), run=short_name(found.origin))
    if found.count == 1:
        batches = QCoreApplication.translate("RunTexts", "batch {first}")
    else:
        batches = QCoreApplication.translate("RunTexts", "batches {first} to {last}")
    batches = batches.format(first=whole(found.first + 1), last=whole(found.end))
    return f"{batches}: {_made_of(found)}"


def branch_name(origin: Run, batch: int) -> str:
    """Return what a run is called that goes on from where another one was; ``{number}`` is its own."""
    name, begun = origin.name, [at.first for at in origin.history.interventions if at.how is How.MOMENT]
    batch_of_name = LAST_NUMBER.search(name)
    if begun and batch_of_name and re.sub(r"\D", "", batch_of_name[1]) == str(begun[-1]):
        name = name.split(" (")[0]  # of a branch's branch only where this one came from, unless it was renamed
    form = QCoreApplication.translate("RunTexts", "Run {number} ({origin}, batch {batch})")
    return form.replace("{batch}", whole(batch)).replace("{origin}", name)


def tried_value(recipe: Recipe, tried: Kind | None) -> str:
    """Return what sets a run of an attempt apart from the others of it; nothing of any other run."""
    match tried:
        case Kind.RATES:
            return short(recipe.learning_rate)
        case Kind.OPTIMIZERS:
            return optimizer_names()[recipe.optimizer]
    return ""


def name_of_tried(recipe: Recipe, tried: Kind) -> str:
    """Return what a run of an attempt is called."""
    if tried is Kind.RATES:
        form = QCoreApplication.translate("Queue", "Rates: {rate}")
        return form.format(rate=tried_value(recipe, tried))
    form = QCoreApplication.translate("Queue", "Optimizers: {optimizer}")
    return form.format(optimizer=tried_value(recipe, tried))


def tried_name(run: Run) -> str:
    """Return what a run is called by what was tried, in the program's language; nothing if it is not called so."""
    return "" if run.tried is None else name_of_tried(run.recipe, run.tried)


def name_now(run: Run) -> str:
    """Return what a run is called in the program's language, in the list of runs or not: the name that somebody
    has given it stays."""
    return proper_name(tried_name(run)) or run.name


def other_data_text(run: Run, found: Intervention) -> str:
    """Say in a sentence that a run goes on with other digits of the class than it has learnt from."""
    text = QCoreApplication.translate(
        "RunTexts", "Our digits are not those that {run} has learnt from: it goes on with {drawings}."
    )
    return text.format(run=short_name(run.name), drawings=_Counted().drawings(found.pictures))


def _made_of(found: Intervention) -> str:
    if found.alone:
        text = QCoreApplication.translate("RunTexts", "by hand, labelled {labels}")
    else:
        text = QCoreApplication.translate("RunTexts", "joined by hand, labelled {labels}")
    labels = " ".join(map(str, found.labels[:MOST_LABELS]))
    return text.format(labels=labels if len(found.labels) <= MOST_LABELS else f"{labels} …")


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def batches(self, count: int) -> str:
        return str(self.tr("%Ln batch(es) by hand", "", count))

    def changes(self, count: int) -> str:
        return str(self.tr("%Ln change(s) of the learning rate", "", count))

    def epochs(self, count: int) -> str:
        return str(self.tr("%Ln more epoch(s)", "", count))

    def data(self, count: int) -> str:
        return str(self.tr("%Ln change(s) of our digits", "", count))

    def branches(self, count: int) -> str:
        return str(self.tr("%Ln beginning(s) of another run", "", count))

    def drawings(self, count: int) -> str:
        return str(self.tr("%Ln drawing(s) to learn from", "", count))

    def more(self, count: int) -> str:
        return str(self.tr("%Ln earlier one(s)", "", count))
