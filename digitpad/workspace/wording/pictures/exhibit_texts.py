"""What is said of a picture that hangs in front of the canvas."""

from PySide6.QtCore import QCoreApplication

from digitpad.document.picture_set import Source
from digitpad.workspace.easel.exhibit import Exhibit, PushedPicture
from digitpad.workspace.wording.numbers import whole


def exhibit_title(exhibit: Exhibit) -> str:
    """Say whose picture it is."""
    if isinstance(exhibit, PushedPicture):
        return QCoreApplication.translate("Exhibit", "A pushed picture")
    return {
        Source.MNIST_TEST: QCoreApplication.translate("Exhibit", "MNIST’s picture: a test image"),
        Source.MNIST_TRAIN: QCoreApplication.translate("Exhibit", "MNIST’s picture: a training image"),
        Source.CLASS: QCoreApplication.translate("Exhibit", "A picture of our digits"),
        Source.HELD_OUT: QCoreApplication.translate("Exhibit", "A picture of our held-out digits"),
        Source.FILE: QCoreApplication.translate("Exhibit", "A picture from {name}"),
    }[exhibit.source].format(name=exhibit.name)


def exhibit_details(exhibit: Exhibit) -> str:
    """Say which picture of its set it is, counted from 1, and what that says that it is; or how it was pushed."""
    if isinstance(exhibit, PushedPicture):
        push = exhibit.push
        form = QCoreApplication.translate("Exhibit", "{before} → {after}, by at most {greys} of 255 greys")
        before, after = int(push.before.argmax()), int(push.after.argmax())
        return form.format(before=before, after=after, greys=whole(push.largest))
    form = {
        Source.MNIST_TEST: QCoreApplication.translate("Exhibit", "Test image {number}, labelled {label}"),
        Source.MNIST_TRAIN: QCoreApplication.translate("Exhibit", "Training image {number}, labelled {label}"),
        Source.CLASS: QCoreApplication.translate("Exhibit", "Our drawing {number}, labelled {label}"),
        Source.HELD_OUT: QCoreApplication.translate("Exhibit", "Held-out drawing {number}, labelled {label}"),
        Source.FILE: QCoreApplication.translate("Exhibit", "Drawing {number}, labelled {label}"),
    }[exhibit.source]
    return form.format(number=whole(exhibit.number), label=exhibit.label)
