"""What the cards of a training step say of pictures, layers and losses: from what the step's lines have made."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Act, LayerPass, Tape
from digitpad.workspace.stepping.checks import NO_ANSWER, Answers, LossTerm, MeanTerm, answers, given_answers
from digitpad.workspace.wording.acts.figures import common_places, exponential, fixed, places_for, significant
from digitpad.workspace.wording.acts.names import shape_text
from digitpad.workspace.wording.numbers import percent, whole

RIGHT, WRONG = "✓", "✗"

PROBABILITY_DIGITS = 4
"""One more than a loss has: −log of what is shown is then the loss that is shown."""

CERTAIN = 0.1
"""Below this loss a probability is so near 1 that what is missing to 1 has to be seen."""

MOST_LISTED = 200
"""Losses that are written out."""

SUM_SHOWN = 2
"""Losses that the sum begins with."""


def batch_shapes(tape: Tape) -> str:
    """Name the two arrays of the batch with their shapes."""
    if tape.batch is None:
        return ""
    size, pixels = tape.batch.size, tape.batch.images.shape[1]
    images, labels = shape_text((size, pixels)), shape_text((size,))
    return f"images_batch {images} float32 · labels_batch {labels}"


def loss_shape(tape: Tape) -> str:
    """Name the array of losses with its shape."""
    return "" if tape.losses is None else f"per_sample_losses {shape_text(tape.losses.shape)} float32"


def shown_text(tape: Tape) -> str:
    """Say which pictures of the batch are shown, and how many the class has drawn."""
    if tape.batch is None:
        return ""
    counted, batch, parts = _ActCounts(), tape.batch, []
    if len(batch.labels) < batch.size:
        words = QCoreApplication.translate("Act", "{shown} of the batch’s {size} pictures are shown")
        parts.append(words.format(shown=whole(len(batch.labels)), size=whole(batch.size)))
    if batch.own:
        parts.append(counted.drawn(batch.own))
    return " · ".join(parts)


def picture_text(tape: Tape, picture: int) -> str:
    """Describe a picture in a line: its number from 1, its label, the answer if there is one."""
    batch = tape.batch
    if batch is None:
        return ""
    is_own = picture < batch.own
    form = (
        QCoreApplication.translate("Act", "Picture {number}, drawn here, label {label}")
        if is_own
        else QCoreApplication.translate("Act", "Picture {number}, label {label}")
    )
    words = form.format(number=whole(picture + 1), label=int(batch.labels[picture]))
    if tape.probabilities is None:
        return words
    answer = _answer(tape.probabilities, picture)
    if answer == NO_ANSWER:
        said = QCoreApplication.translate("Act", "no answer, the numbers overflow")
        return f"{words}: {said} {WRONG}"
    is_right = answer == batch.labels[picture]
    said = (
        QCoreApplication.translate("Act", "answered {answer} ({percent}), right")
        if is_right
        else QCoreApplication.translate("Act", "answered {answer} ({percent}), wrong")
    )
    shown = percent(float(tape.probabilities[picture, answer]))
    return f"{words}: {said.format(answer=answer, percent=shown)} {RIGHT if is_right else WRONG}"


def _answer(probabilities: Floats, picture: int) -> int:
    return int(given_answers(probabilities[picture : picture + 1])[0])


def _digit(answer: int) -> str:
    """Write an answer: a digit, or a dash where there is none."""
    return "–" if answer == NO_ANSWER else str(answer)


def captions(tape: Tape, numbers: list[int], *, compares: bool) -> tuple[list[str], list[bool | None]]:
    """Return what is written below pictures, and whether their answers are right, None as long as there are none.

    "7", "7 ✓", "7→1 ✗" for a seven taken for a one, and where answers are compared "7: 1→7 ✓".
    """
    assert tape.batch is not None
    labels = [int(label) for label in tape.batch.labels[numbers]]
    if tape.probabilities is None:
        return [str(label) for label in labels], [None] * len(labels)
    old = given_answers(tape.probabilities[numbers]).tolist()
    new = old if not compares or tape.again is None else given_answers(tape.again.probabilities[numbers]).tolist()
    right = [answer == label for answer, label in zip(new, labels, strict=True)]
    marks = [RIGHT if is_right else WRONG for is_right in right]
    answered = zip(labels, old, new, marks, strict=True)
    if compares:
        words = [f"{label}: {_digit(was)}→{_digit(now)} {mark}" for label, was, now, mark in answered]
        return words, list(right)
    taken = [str(label) if label == now else f"{label}→{_digit(now)}" for label, _, now, _ in answered]
    return [f"{words} {mark}" for words, mark in zip(taken, marks, strict=True)], list(right)


def layer_text(layer: LayerPass) -> str:
    """Write a layer as the multiplication that it is: (128, 784)·(784, 512) + (512,) → relu → (128, 512)."""
    inputs, w, b = (shape_text(shape) for shape in (layer.inputs_shape, layer.w_shape, layer.b_shape))
    outputs = shape_text((layer.inputs_shape[0], layer.w_shape[-1]))
    return f"{inputs}·{w} + {b} → {layer.activation} → {outputs}"


def active_text(outputs: object) -> str:
    """Say how many units of a layer are not 0 for a picture, of its outputs (units,)."""
    values = np.asarray(outputs)
    words = QCoreApplication.translate("Act", "{active} of {units} units are not 0, the largest is {largest}")
    largest = float(values[np.abs(values).argmax()])
    active = int(np.count_nonzero(values))
    return words.format(active=whole(active), units=whole(len(values)), largest=significant(largest))


def right_text(tape: Tape) -> str:
    """Say how many of the answers are right."""
    if tape.batch is None or tape.probabilities is None:
        return ""
    right = int((given_answers(tape.probabilities) == tape.batch.labels).sum())
    return _right_of(tape, right)


def _right_of(tape: Tape, right: int) -> str:
    assert tape.batch is not None
    words = (
        QCoreApplication.translate("Act", "{right} of {count} answers are right")
        if len(tape.batch.labels) == tape.batch.size
        else QCoreApplication.translate("Act", "{right} of the {count} answers shown are right")
    )
    return words.format(right=whole(right), count=whole(len(tape.batch.labels)))


def loss_text(term: LossTerm) -> str:
    """Write a picture's loss out: −log 0.1123 = 2.19; also where the page has made another number of it."""
    if term.agrees:
        return f"−log {probability_text(term)} = {significant(term.loss)}"
    reckoned = (
        -math.log(term.probability) if term.probability > 0 else math.inf if not term.probability else math.nan
    )
    words = QCoreApplication.translate("Act", "−log {probability} = {loss}, but the page’s line made {page}")
    return words.format(
        probability=significant(term.probability, PROBABILITY_DIGITS),
        loss=significant(reckoned),
        page=significant(term.loss),
    )


def probability_text(term: LossTerm) -> str:
    """Write the probability with so many digits that −log of it is the loss, however near it is to 0 or 1."""
    if not 0 < term.loss < CERTAIN:
        return exponential(-term.loss, PROBABILITY_DIGITS) if term.loss else "1"
    return fixed(math.exp(-term.loss), places_for(term.loss, PROBABILITY_DIGITS))


def natural_logarithm() -> str:
    """Say which logarithm it is."""
    return QCoreApplication.translate("Act", "log is the natural logarithm (ln on a calculator)")


def mean_text(tape: Tape, term: MeanTerm) -> str:
    """Write the mean out: (2.189 + 0.312 + …) / 128 = 0.698."""
    assert tape.losses is not None
    written = _in_sum(tape.losses)
    shown = [written(loss) for loss in tape.losses[:SUM_SHOWN].tolist()]
    parts = [*shown, "…"] if term.count > SUM_SHOWN else shown
    return f"({' + '.join(parts)}) / {whole(term.count)} = {written(term.mean)}"


def sum_text(tape: Tape, term: MeanTerm) -> str:
    """Write the sum of all losses, and what it is divided by."""
    assert tape.losses is not None
    words = QCoreApplication.translate("Act", "the sum of all losses: {total} / {count} = {mean}")
    places = places_for(term.mean, 4)
    total = (
        fixed(term.total, max(1, places - int(math.log10(term.count)))) if places else significant(term.total, 6)
    )
    return words.format(total=total, count=whole(term.count), mean=_in_sum(tape.losses)(term.mean))


def page_mean_text(tape: Tape, term: MeanTerm) -> str:
    """Write the page's own mean, as it will stand in the plot."""
    assert tape.losses is not None
    return f"average_loss = {_in_sum(tape.losses)(term.page)}"


def other_mean_text(term: MeanTerm) -> str:
    """Say that the page's mean is another number than the mean of its losses; nothing where it is not."""
    if term.agrees:
        return ""
    words = QCoreApplication.translate(
        "Act", "The page makes another number of it: the mean of its losses is {mean}, its average_loss is {page}."
    )
    return words.format(mean=significant(term.mean, 4), page=significant(term.page, 4))


def all_losses_text(tape: Tape) -> str:
    """Write out the losses, as far as they are not too many."""
    if tape.losses is None or len(tape.losses) > MOST_LISTED:
        return ""
    return " + ".join(map(_in_sum(tape.losses), tape.losses.tolist()))


def _in_sum(losses: Floats) -> Callable[[float], str]:
    """Return how each of a batch's losses is written: with decimals enough for three digits of their mean."""
    mean = float(np.mean(losses, dtype=np.float64))
    if not 1e-5 < mean < math.inf:
        return significant
    places = common_places(mean, places_for(mean, least=2))
    return lambda loss: fixed(loss, places)


def before_after_text(before: float, after: float) -> str:
    """Write the loss before and after the step, with digits enough for three of what has changed."""
    places = places_for(min(before, after) or max(before, after))
    places = common_places(max(before, after), max(places, places_for(before - after, most=8)))
    if not 1e-6 < max(before, after) < math.inf:
        return f"{significant(before)} → {significant(after)}"
    return f"{fixed(before, places)} → {fixed(after, places)}"


def fell_text(before: float, after: float) -> str:
    """Say whether the loss of the batch has fallen."""
    if math.isnan(after - before):
        return (
            QCoreApplication.translate("Act", "The numbers overflow: the step was far too long.")
            if math.isfinite(before)
            else QCoreApplication.translate("Act", "The numbers overflow: this batch has no loss.")
        )
    if after < before:
        words = QCoreApplication.translate("Act", "The loss of this batch has fallen by {change}.")
    elif after > before:
        words = QCoreApplication.translate(
            "Act", "The loss of this batch has risen by {change}: the step was too long."
        )
    else:
        words = QCoreApplication.translate("Act", "The loss of this batch is what it was.")
    return words.format(change=significant(abs(after - before)))


def answers_text(tape: Tape, found: Answers) -> str:
    """Say how many answers were right before and after the step, and how many have changed."""
    words = (
        QCoreApplication.translate("Act", "right answers: {before} → {after} of {count}")
        if tape.batch is not None and tape.batch.size == found.count
        else QCoreApplication.translate("Act", "right answers: {before} → {after} of the {count} shown")
    )
    counts = words.format(before=whole(found.before), after=whole(found.after), count=whole(found.count))
    return f"{counts} · {_ActCounts().changed(len(found.changed))}"


def changed_text(tape: Tape, picture: int) -> str:
    """Describe what became of the answer to a picture."""
    if tape.batch is None or tape.probabilities is None or tape.again is None:
        return ""
    words = QCoreApplication.translate("Act", "Picture {number}, label {label}: answered {old}, now {new}")
    old, new = _answer(tape.probabilities, picture), _answer(tape.again.probabilities, picture)
    label = int(tape.batch.labels[picture])
    text = words.format(number=whole(picture + 1), label=label, old=_digit(old), new=_digit(new))
    return f"{text} {RIGHT if new == label else WRONG}"


def summary(tape: Tape, shown: Act) -> str:
    """Say in a sentence how far the step is, for who does not see the cards: no further than the act ``shown``."""
    found = answers(tape)
    match min(shown, tape.complete):
        case Act.AGAIN if found is not None:
            return answers_text(tape, found)
        case Act.FORWARD:
            return right_text(tape)
        case _:
            return batch_shapes(tape)


class _ActCounts(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def drawn(self, count: int) -> str:
        return str(self.tr("%Ln picture(s) drawn here", "", count))

    def changed(self, count: int) -> str:
        return str(self.tr("%Ln answer(s) changed", "", count))
