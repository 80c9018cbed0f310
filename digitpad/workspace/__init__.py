"""The program's state, without a widget: what views follow, and the threads. QtCore and QtGui only."""

import digitpad.drawing  # noqa: F401  # before Qt is imported by anybody: see there
