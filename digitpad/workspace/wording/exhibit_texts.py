"""What is said of a picture that hangs in front of the canvas."""

from PySide6.QtCore import QCoreApplication

from digitpad.workspace.easel.exhibit import Exhibit, Source
from digitpad.workspace.wording.numbers import whole


def exhibit_title(exhibit: Exhibit) -> str:
    """Say whose picture it is."""
    return {
        Source.MNIST_TEST: QCoreApplication.translate("Exhibit", "MNIST’s picture: a test image"),
        Source.MNIST_TRAINING: QCoreApplication.translate("Exhibit", "MNIST’s picture: a training image"),
        Source.CLASS: QCoreApplication.translate("Exhibit", "A picture of our digits"),
        Source.FILE: QCoreApplication.translate("Exhibit", "A picture from {name}"),
    }[exhibit.source].format(name=exhibit.name)


def exhibit_details(exhibit: Exhibit) -> str:
    """Say which picture of its set it is, and what the set says that it is.

    MNIST's have their places in Keras' arrays, so that they can be looked up; others are counted from 1.
    """
    names = {Source.MNIST_TEST: "test_images", Source.MNIST_TRAINING: "train_images"}
    if exhibit.source in names:
        which = f"{names[exhibit.source]}[{exhibit.number}]"
    else:
        which = QCoreApplication.translate("Exhibit", "no. {number}").format(number=whole(exhibit.number + 1))
    return QCoreApplication.translate("Exhibit", "{which}, labelled {label}").format(
        which=which, label=exhibit.label
    )
