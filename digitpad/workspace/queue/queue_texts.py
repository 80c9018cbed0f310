"""What is said of the queue: what waits, what became of it, how far it is, and what an attempt has shown."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.runs.queue.plan import Kind, Plan, Standing
from digitpad.runs.queue.ranking import Ranking, Result
from digitpad.runs.run import Run
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.wording.loop_texts import with_loop
from digitpad.workspace.wording.numbers import decimal, duration, plain_percent, unbroken, whole
from digitpad.workspace.wording.recipe.recipe_texts import summary
from digitpad.workspace.wording.run_texts import name_of_tried, tried_value
from digitpad.workspace.wording.sentences import sentence


def value_of(plan: Plan) -> str:
    """Return what sets a run apart from the others of its attempt; what it is made of if it has none."""
    return tried_value(plan.recipe, plan.tried) or summary(plan.recipe)


def compared(kind: Kind) -> str:
    """Name what the runs of an attempt differ in, as the title of a column."""
    return {
        Kind.RATES: QCoreApplication.translate("Queue", "Learning rate"),
        Kind.OPTIMIZERS: QCoreApplication.translate("Queue", "Optimizer"),
    }[kind]


def entry_text(entry: Entry, place: int) -> str:
    """Return two lines on an entry: what it is called, or made of, and what became of it."""
    tried, made_of = entry.plan.tried, _made_of(entry.plan)
    name = made_of if tried is None else name_of_tried(entry.plan.recipe, tried)
    if entry.run is not None and entry.run.name:
        name = f"{entry.run.name} · {made_of}" if tried is None else entry.run.name
    return f"{whole(place)}. {name}\n{standing_text(entry)}"


def entry_tip(entry: Entry) -> str:
    """Say of an entry what it is made of."""
    return _made_of(entry.plan)


def _made_of(plan: Plan) -> str:
    return f"{with_loop(summary(plan.recipe), plan.loop)} · {epochs_text(plan.recipe.epochs)}"


def standing_text(entry: Entry) -> str:
    """Say what became of an entry: why it failed, how good it is, or that it waits."""
    if entry.is_under_way:
        return QCoreApplication.translate("Queue", "▶ under way")
    if entry.problem is not None:
        return f"✕ {sentence(entry.problem)}"
    accuracy = None if entry.run is None else entry.run.accuracy
    if entry.standing is Standing.WAITING and entry.run is not None and entry.run.can_go_on:
        return QCoreApplication.translate("Queue", "… waits, and will go on")
    if entry.standing is Standing.DONE and accuracy is not None:
        form = QCoreApplication.translate("Queue", "✓ done: {accuracy} in the test")
        return form.format(accuracy=unbroken(plain_percent(accuracy)))
    return {
        Standing.WAITING: QCoreApplication.translate("Queue", "… waits"),
        Standing.DONE: QCoreApplication.translate("Queue", "✓ done"),
        Standing.STOPPED: QCoreApplication.translate("Queue", "■ stopped"),
        Standing.DIVERGED: QCoreApplication.translate("Queue", "✕ diverged"),
        Standing.FAILED: QCoreApplication.translate("Queue", "✕ failed"),
    }[entry.standing]


def left_out_text(plans: Sequence[Plan], most: int) -> str:
    """Say that there is no room for these runs, which were added together, in a queue of ``most``."""
    form = QCoreApplication.translate("Queue", "The queue has room for {most} runs. Left out: {runs}.")
    return form.format(most=whole(most), runs="; ".join(map(value_of, plans)))


def progress_text(place: int, count: int, seconds: float | None) -> str:
    """Say how far the queue is, and how long it will still take if that is known."""
    if seconds is None:
        form = QCoreApplication.translate("Queue", "Run {place} of {count}")
        return form.format(place=whole(place), count=whole(count))
    form = QCoreApplication.translate("Queue", "Run {place} of {count} · {left} left")
    return form.format(place=whole(place), count=whole(count), left=unbroken(duration(seconds)))


def best_text(kind: Kind, ranking: Ranking, names: dict[Run, str]) -> str:
    """Say which of an attempt's runs was the best, in what, and how many diverged."""
    best = ranking.best
    diverged = sum(not result.is_whole for result in ranking.results)
    if best is None:
        told = QCoreApplication.translate("Queue", "None of these runs reached the end of its first epoch.")
    else:
        told = _best(kind, ranking).format(
            value=names[best.run], accuracy=unbroken(plain_percent(ranking.measured(best) or 0.0))
        )
    return f"{told} {_Counted().diverged(diverged)}" if diverged else told


def _best(kind: Kind, ranking: Ranking) -> str:
    if kind is Kind.RATES and ranking.by_validation:
        return QCoreApplication.translate("Queue", "Best rate in validation: {value} with {accuracy}.")
    if kind is Kind.RATES:
        return QCoreApplication.translate("Queue", "Best rate in the test: {value} with {accuracy}.")
    if ranking.by_validation:
        return QCoreApplication.translate("Queue", "Best optimizer in validation: {value} with {accuracy}.")
    return QCoreApplication.translate("Queue", "Best optimizer in the test: {value} with {accuracy}.")


def advice_text(ranking: Ranking) -> str:
    """Say what the order of the runs is worth, if it is the test's."""
    if ranking.by_validation or ranking.best is None:
        return ""
    return QCoreApplication.translate(
        "Queue",
        "Nothing is held out for validation, so this order is the test's. To choose by it is to learn from the "
        "test: hold out a part for validation, in the recipe.",
    )


def result_text(result: Result) -> str:
    """Say how a run of an attempt ended."""
    if not result.is_whole:
        return QCoreApplication.translate("Queue", "diverged")
    form = QCoreApplication.translate("Queue", "{epochs} epochs")
    return form.format(epochs=decimal(result.run.epochs, 1))


def epochs_text(count: int) -> str:
    """Say how many epochs a run will have."""
    return _Counted().epochs(count)


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def diverged(self, count: int) -> str:
        return str(self.tr("%Ln run(s) diverged.", "", count))

    def epochs(self, count: int) -> str:
        return str(self.tr("%Ln epoch(s)", "", count))
