"""What a plot's x axis counts, in words."""

from PySide6.QtCore import QCoreApplication

from digitpad.runs.axis import Axis


def axis_name(axis: Axis) -> str:
    """Return the title of an axis."""
    return {
        Axis.BATCH: QCoreApplication.translate("PlotPicture", "updates done"),
        Axis.LOGARITHM: QCoreApplication.translate("PlotPicture", "updates done, logarithmic"),
        Axis.EPOCH: QCoreApplication.translate("PlotPicture", "epochs done"),
        Axis.SECONDS: QCoreApplication.translate("PlotPicture", "seconds of training"),
    }[axis]
