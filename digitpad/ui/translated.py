"""Widgets that speak the program's language, also when another one is chosen."""

from PySide6.QtCore import QEvent


class Translated:
    """To be inherited from before a QWidget: its texts are set in ``_translate``, called at the constructor's end
    by the widget and at each change of the language by this."""

    def _translate(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)  # type: ignore[misc]  # the widget's own
