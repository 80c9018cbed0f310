"""What the view Step says while no step is shown: what Next would do, or why it can do nothing."""

from PySide6.QtCore import QCoreApplication

from digitpad.errors import UserError
from digitpad.runs.run import short_name
from digitpad.workspace.easel.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.stepping.stepping import Stepping
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.training import Training
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.recipe.recipe_texts import summary
from digitpad.workspace.wording.sentences import sentence

OTHERS = (Origin.READY_MADE, Origin.OPENED, Origin.RUN)
"""Networks that answer and are of no run that Next could go on with."""


def situation_text(
    stepping: Stepping, training: Training, readiness: Readiness, network: AnsweringNetwork, draft: Draft
) -> str:
    """Return a sentence for the situation; an empty one while a step is shown and nothing is to be said."""
    situation = stepping.situation
    if stepping.problem is not None and stepping.stop is None:
        return sentence(stepping.problem)
    if stepping.stop is not None and situation not in (Situation.FINISHED, Situation.PREPARING):
        return ""
    match situation:
        case Situation.LOADING:
            return QCoreApplication.translate(
                "Situations", "TensorFlow is being loaded. The lesson's code can be read already; a step needs it."
            )
        case Situation.AWAITED if training.run is not None:
            return QCoreApplication.translate(
                "Situations",
                "The run goes on as soon as our digits are turned into pictures; a step waits for that.",
            )
        case Situation.AWAITED:
            return QCoreApplication.translate(
                "Situations", "A run begins as soon as our digits are turned into pictures; a step waits for that."
            )
        case Situation.IMPOSSIBLE:
            return _impossible(readiness.problems)
        case Situation.TRAINING:
            return QCoreApplication.translate(
                "Situations",
                "A step belongs to a paused run: Next card pauses this one, and opens its next batch.",
            )
        case Situation.LENT:
            return QCoreApplication.translate(
                "Situations",
                "What more data buys is being measured, in the view Class: a step waits until that is over.",
            )
        case Situation.NO_SENSE:
            return QCoreApplication.translate(
                "Situations", "There is no run yet, and the recipe does not make one: mend the fields in red."
            )
        case Situation.NEW_RUN:
            return _new_run(network, draft)
        case Situation.NEXT_BATCH if training.run is not None:
            run = training.run
            form = QCoreApplication.translate("Situations", "Next card opens batch {batch} of {run}.")
            return form.format(batch=whole(len(run.history) + 1), run=short_name(run.name))
        case Situation.FINISHED if stepping.finished_run is not None:
            form = QCoreApplication.translate("Situations", "{run} has gone through all its batches.")
            return form.format(run=short_name(stepping.finished_run.name))
        case Situation.PREPARING:
            return QCoreApplication.translate(
                "Situations", "The images of this batch are still being varied; the step goes on by itself."
            )
    return ""


def awaited_text(training: Training, readiness: Readiness) -> str:
    """Say what a run waits for that was asked for."""
    if training.run is not None:
        return QCoreApplication.translate(
            "Situations", "Training goes on as soon as our digits are turned into pictures …"
        )
    if readiness.is_known:
        return QCoreApplication.translate(
            "Situations", "Training begins as soon as our digits are turned into pictures …"
        )
    return QCoreApplication.translate("Situations", "Training begins as soon as TensorFlow is loaded …")


def _impossible(problems: list[UserError]) -> str:
    can_be_read = QCoreApplication.translate("Situations", "The lesson's code can be read all the same.")
    return " ".join([*(sentence(problem) for problem in problems[:1]), can_be_read])


def _new_run(network: AnsweringNetwork, draft: Draft) -> str:
    form = QCoreApplication.translate("Situations", "Next card begins a run by the recipe ({recipe}).")
    text = form.format(recipe=summary(draft.recipe))
    if network.now.origin in OTHERS:
        text += " " + QCoreApplication.translate(
            "Situations", "It answers then, instead of the network that answers now."
        )
    return text
