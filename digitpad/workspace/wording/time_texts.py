"""What is said of a run's time: how far it is, which moment is looked at, and since when it reads a digit."""

from PySide6.QtCore import QCoreApplication

from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run, short_name
from digitpad.workspace.easel.comparison import Comparison
from digitpad.workspace.time.learnt import Learnt
from digitpad.workspace.time.past import Past
from digitpad.workspace.wording.numbers import plain_percent, whole


def time_line_text(past: Past, learnt: Learnt) -> str:
    """Say how far the run is, what of it is kept, what is looked at, and since when it reads what is drawn."""
    run = past.run
    if run is None:
        return QCoreApplication.translate("Time", "No run yet")
    done, total = len(run.history), run.recipe.total_batches
    form = QCoreApplication.translate("Time", "{done} of {all} batches, {percent}")
    lines = [form.format(done=whole(done), all=whole(total), percent=plain_percent(done / total))]
    if past.aim is not None:
        form = QCoreApplication.translate("Time", "Looked at: after batch {batch}")
        lines.insert(0, form.format(batch=whole(past.aim.updates)))
    if past.is_apart:
        form = QCoreApplication.translate("Time", "{run}; another network answers now")
        lines.insert(0, form.format(run=short_name(run.name)))
    if past.moments:
        form = QCoreApplication.translate(
            "Time", "Kept after batch {batches}; drag, or press ← and →, to look back"
        )
        lines.append(form.format(batches=", ".join(whole(moment.updates) for moment in past.moments)))
    return "\n".join(filter(None, [*lines, nothing_kept_text(past), learnt_text(learnt)]))


def nothing_kept_text(past: Past) -> str:
    """Say that there is nothing to look back at, though there is a run that has begun; else nothing."""
    if past.run is None or past.moments or not len(past.run.history):
        return ""
    return QCoreApplication.translate("Time", "No moment of this run is kept.")


def learnt_text(learnt: Learnt) -> str:
    """Say since when the answer has been what it should be; nothing if there is nothing to say."""
    if learnt.digit is None:
        return ""
    if learnt.since is None:
        return QCoreApplication.translate("Time", "Not read as {digit} yet").format(digit=learnt.digit)
    form = QCoreApplication.translate("Time", "Read as {digit} since batch {batch}")
    return form.format(digit=learnt.digit, batch=whole(learnt.since))


def past_text(past: Past, learnt: Learnt, *, is_training: bool, is_short: bool = False) -> str:
    """Say that a moment of a run is shown, and since when this run reads what is drawn; nothing for now.

    If it ``is_short`` only the moment is named.
    """
    run, looked = past.run, past.looked
    if run is None or looked is None:
        return ""
    if is_short:
        return _moment_name(run, looked)
    if is_training:
        form = QCoreApplication.translate(
            "Time", "{run} as it was after batch {batch}; training goes on meanwhile."
        )
    else:
        form = QCoreApplication.translate("Time", "{run} as it was after batch {batch}.")
    text = form.format(run=short_name(run.name), batch=whole(looked.updates))
    since = learnt_text(learnt)
    return f"{text} {since}." if since else text


def compared_name(comparison: Comparison) -> str:
    """Name the run that is compared, and the moment of it if that is looked back at; nothing without one."""
    if comparison.run is None:
        return ""
    if comparison.moment is None:
        return short_name(comparison.run.name)
    return _moment_name(comparison.run, comparison.moment)


def _moment_name(run: Run, moment: Moment) -> str:
    form = QCoreApplication.translate("Time", "{run} after batch {batch}")
    return form.format(run=short_name(run.name), batch=whole(moment.updates))
