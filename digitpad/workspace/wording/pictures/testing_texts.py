"""What is said of a test: its result, a cell of the matrix, a picture; what is missing."""

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.data.training_data import ALL_IMAGES
from digitpad.document.picture_set import PictureSet, Source
from digitpad.network.judging import Judgement, by_pen
from digitpad.workspace.testing.opened import Opened, Scope
from digitpad.workspace.testing.testing import Testing
from digitpad.workspace.testing.vote import Score
from digitpad.workspace.wording.numbers import percent, plain_percent, unbroken, whole, with_article
from digitpad.workspace.wording.sentences import sentence

translate = QCoreApplication.translate

MINUS = "\u2212"

WEAK_PENS = 3
"""Pens that are named in a line: those whose drawings are read worst."""


class CountedInTests(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def pictures(self, count: int) -> str:
        """Say how many pictures."""
        return str(self.tr("%Ln picture(s)", "", count))

    def fewer(self, count: int) -> str:
        """Say how many mistakes a network makes less than another."""
        return str(self.tr("%Ln mistake(s) fewer than {name}", "", count))

    def more(self, count: int) -> str:
        """Say how many mistakes a network makes more than another."""
        return str(self.tr("%Ln mistake(s) more than {name}", "", count))

    def aside(self, count: int) -> str:
        """Say how many drawings are set aside."""
        return str(self.tr("%Ln drawing(s) set aside, not tested on", "", count))

    def unanswered(self, count: int) -> str:
        """Say of how many pictures a network says nothing."""
        return str(self.tr("The numbers overflow: no answer to %Ln picture(s), counted as read as 0", "", count))

    def updates(self, count: int) -> str:
        """Say how far a network has come."""
        return str(self.tr("%Ln update(s)", "", count))


COUNTED = CountedInTests()


def source_text(source: Source) -> str:
    """Return the name of a set."""
    return {
        Source.MNIST_TEST: translate("Test", "MNIST’s test images"),
        Source.MNIST_TRAIN: translate("Test", "10,000 of MNIST’s training images"),
        Source.CLASS: translate("Test", "Our digits"),
        Source.HELD_OUT: translate("Test", "Our held-out digits"),
        Source.FILE: translate("Test", "A file of drawings"),
    }[source]


def accuracy_text(judgement: Judgement) -> str:
    """Return the share that was read right."""
    return translate("Test", "{percent} right").format(percent=unbroken(plain_percent(judgement.accuracy)))


def wrong_text(judgement: Judgement) -> str:
    """Return how many of how many were read wrong."""
    return translate("Test", "{wrong} of {count} wrong").format(
        wrong=whole(judgement.wrong_count), count=whole(len(judgement))
    )


def difference_text(first: Judgement, second: Judgement, name: str) -> str:
    """Return how many more or fewer mistakes a network makes than the one that is called so."""
    fewer = second.wrong_count - first.wrong_count
    if fewer > 0:
        text = COUNTED.fewer(fewer)
    elif fewer < 0:
        text = COUNTED.more(-fewer)
    else:
        text = translate("Test", "as many mistakes as {name}")
    return text.format(name=name)


def state_text(testing: Testing) -> str:
    """Return what keeps a result from being shown, or from being this network's; nothing if all is well."""
    problem, found = testing.problem, testing.findings
    if problem is not None:
        return sentence(problem)
    if testing.is_empty and not testing.is_being_made:
        return _empty_text(testing)
    if testing.is_current:
        if found is not None and found.judgement.unanswered_count:
            return COUNTED.unanswered(found.judgement.unanswered_count)
        if testing.may_have_seen:
            return translate(
                "Test",
                "This network has learnt from others of our digits than now: it may have seen some of these.",
            )
        if testing.learnt_of_mnist is not None:
            return translate(
                "Test",
                "This network learns from {some} of the {all} training images: it has not seen all of these.",
            ).format(some=whole(testing.learnt_of_mnist), all=whole(ALL_IMAGES))
        aside = testing.aside_count
        return COUNTED.aside(aside) if aside else ""
    if found is not None and testing.has_changed(found):
        return translate("Test", "Of other drawings or labels than there are now; testing anew …")
    if found is None and testing.is_being_made:
        return translate("Test", "Our digits are being turned into pictures …")
    if found is None or testing.is_of_this_network(found):
        return translate("Test", "Testing …")
    updates = COUNTED.updates(found.question.snapshot.updates)
    return translate("Test", "Of the network after {updates}; another one answers now").format(updates=updates)


def _empty_text(testing: Testing) -> str:
    if testing.source is Source.FILE:
        return translate("Test", "No file of drawings is open: choose one by “Open a file”.")
    if testing.source is Source.HELD_OUT:
        return translate(
            "Test", "None of our digits is held out: the page “Use” of the view Class says which are."
        )
    if testing.aside_count:
        return translate("Test", "All drawings of our own are set aside: keep some, and there is a test.")
    return translate("Test", "There are no digits of our own yet: collect some, and there is a test.")


def pens_text(judgement: Judgement, pictures: PictureSet, most: int | None = WEAK_PENS) -> str:
    """Return how well pens are read, those read worst first, at most so many; nothing if there are not several."""
    found = by_pen(judgement, pictures.pens)
    if len(found) < 2:
        return ""
    named = [
        translate("Test", "{pen}: {percent}").format(pen=pen, percent=unbroken(plain_percent(right / count)))
        for pen, (count, right) in list(found.items())[:most]
    ]
    shares = ", ".join(named) + (" …" if most is not None and len(found) > most else "")
    return translate("Test", "By pen, worst first: {shares}").format(shares=shares)


# A cell of the matrix.


def cell_text(judgement: Judgement, truth: int, answer: int) -> str:
    """Return all there is to say of a cell."""
    count = int(judgement.confusion[truth, answer])
    pictures = COUNTED.pictures(count)
    of_all = int(judgement.confusion[truth].sum())
    share = unbroken(plain_percent(count / of_all)) if of_all else ""
    if truth == answer:
        text = translate("Test", "true {truth}, read as {answer}, right: {pictures}, {share} of all {truth}s")
    else:
        text = translate("Test", "true {truth}, read as {answer}: {pictures}, {share} of all {truth}s")
    if not of_all:
        text = translate("Test", "true {truth}: no picture in this set")
    return text.format(truth=truth, answer=answer, pictures=pictures, share=share)


def difference_cell_text(first: Judgement, second: Judgement, truth: int, answer: int, name: str) -> str:
    """Return what there is to say of a cell of a difference."""
    difference = int(first.confusion[truth, answer] - second.confusion[truth, answer])
    text = translate("Test", "true {truth}, read as {answer}: {count}, by {name} {other}: {difference}")
    return text.format(
        truth=truth,
        answer=answer,
        count=whole(int(first.confusion[truth, answer])),
        name=name,
        other=whole(int(second.confusion[truth, answer])),
        difference=signed(difference),
    )


def row_text(judgement: Judgement, truth: int) -> str:
    """Return what there is to say of a row: how many of a digit are read right."""
    of_all, right = int(judgement.confusion[truth].sum()), int(judgement.confusion[truth, truth])
    if not of_all:
        return translate("Test", "true {truth}: no picture in this set").format(truth=truth)
    return translate("Test", "true {truth}: {right} of {count} read right, {share}; Enter shows all").format(
        truth=truth, right=whole(right), count=whole(of_all), share=unbroken(plain_percent(right / of_all))
    )


def signed(number: int) -> str:
    """Write a difference with its sign."""
    return f"{'+' if number > 0 else MINUS if number < 0 else ''}{whole(abs(number))}"


# Pictures.


def opened_text(opened: Opened, count: int) -> str:
    """Return which pictures are looked at, and how many they are."""
    text = {
        Scope.CELL: translate("Test", "{truth} read as {answer}: {pictures}"),
        Scope.ROW: translate("Test", "All {truth}s: {pictures}"),
        Scope.MISTAKES: translate("Test", "All mistakes: {pictures}"),
        Scope.SUSPECTED: translate("Test", "Suspected labels: {pictures}"),
    }[opened.scope]
    pictures = COUNTED.pictures(count)
    return text.format(truth=opened.truth, answer=opened.answer, pictures=pictures)


def caption_text(truth: int, answer: int, confidence: float) -> str:
    """Return the few letters below a picture: the true digit, the answer, its probability."""
    whole_percent = unbroken(
        translate("Numbers", "{percent} %").format(
            percent=min(int(100 * confidence + 0.5), 99 if confidence < 1 else 100)
        )
    )
    return f"{truth}→{answer} {whole_percent}"


def picture_text(pictures: PictureSet, judgement: Judgement, place: int) -> str:
    """Return all there is to say of a picture."""
    truth, answer = int(judgement.labels[place]), int(judgement.answers[place])
    name = {
        Source.MNIST_TEST: translate("Test", "Test image {number}"),
        Source.MNIST_TRAIN: translate("Test", "Training image {number}"),
        Source.CLASS: translate("Test", "Our drawing {number}"),
        Source.HELD_OUT: translate("Test", "Held-out drawing {number}"),
        Source.FILE: translate("Test", "Drawing {number} of the file"),
    }[pictures.source].format(number=whole(int(pictures.numbers[place])))
    pen = int(pictures.pens[place])
    if pen:
        name = translate("Test", "{picture} by pen {pen}").format(picture=name, pen=whole(pen))
    confidence = unbroken(percent(float(judgement.confidence[place])))
    of_label = unbroken(percent(float(judgement.probabilities[place, truth])))
    if truth == answer:
        text = translate("Test", "{name}: a {truth}, read right, {confidence} sure")
    else:
        text = translate("Test", "{name}: labelled {truth} ({of_label}), read as {answer}, {confidence} sure")
    words = text.format(name=name, truth=truth, answer=answer, confidence=confidence, of_label=of_label)
    return with_article(words)


# Who is right?


def vote_text(given: int, truth: int, answer: int, confidence: float) -> str:
    """Return what class, label and network say of a picture."""
    return translate("Test", "You: {given} · label: {truth} · network: {answer}, {confidence} sure").format(
        given=given, truth=truth, answer=answer, confidence=unbroken(percent(confidence))
    )


def verdict_text(given: int, truth: int, answer: int) -> str:
    """Return who has read what the label says."""
    if given == answer == truth:
        return translate("Test", "Both are right.")
    if given == truth:
        return translate("Test", "The class is right.")
    if answer == truth:
        return translate("Test", "The network is right.")
    if given == answer:
        return translate("Test", "Both say the same, and not what the label says: is the label wrong?")
    return translate("Test", "Neither says what the label says.")


def score_text(score: Score) -> str:
    """Return how class and network stand."""
    return translate("Test", "Class {by_class} : {by_network} network, of {pictures}").format(
        by_class=whole(score.by_class), by_network=whole(score.by_network), pictures=whole(score.pictures)
    )
