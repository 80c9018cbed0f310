"""What lies in the store of sessions."""

import os
import uuid
from pathlib import Path

from digitpad.document.journal import JOURNAL, Journal
from digitpad.document.session_file import SavedSession
from digitpad.drawing.samples import sample_digit
from digitpad.workspace.keeping import store
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.keeping.store import Entry, Summary


def put_away(settings: Settings) -> list[Entry]:
    """Return the sessions that ended properly, the newest first."""
    return [entry for entry in store.entries(settings.sessions_folder) if entry.summary is not None]


def orphans(settings: Settings) -> list[Entry]:
    """Return the sessions that did not, or are still used."""
    return [entry for entry in store.entries(settings.sessions_folder) if entry.summary is None]


def last(settings: Settings) -> SavedSession:
    """Return the newest session that ended properly."""
    return put_away(settings)[0].read()


def leave(settings: Settings, digit: int, *, age: float = 0.0, summary: Summary | None = None) -> Path:
    """Leave a session with one drawing, as a killed program does, or with a summary one that ended properly."""
    path = settings.sessions_folder / uuid.uuid4().hex
    Journal(path).write(SavedSession(drawings=(sample_digit(digit),)))
    if summary is not None:
        store.put_away(path, summary)
    moment = (path / JOURNAL).stat().st_mtime - age
    os.utime(path / JOURNAL, (moment, moment))
    return path
