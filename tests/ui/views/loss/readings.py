"""What stands beside the pointer over a plot."""

from digitpad.ui.plots.plot import Plot
from digitpad.ui.views.loss.reading import Reading


def reading_of(plot: Plot) -> Reading:
    """Return what is read of a plot under the pointer."""
    found = plot.findChild(Reading)
    assert isinstance(found, Reading)
    return found
